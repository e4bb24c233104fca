#include "core/engine/engineservice.h"

#include <algorithm>

namespace callboard {

EngineService::EngineService(EngineParts parts, EngineOptions options, QObject *parent)
    : EngineClient(parent)
    , m_engine(new Engine(std::move(parts), std::move(options)))
{
    m_thread.setObjectName(QStringLiteral("callboard-engine"));
    m_engine->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_engine, &QObject::deleteLater);
    connect(m_engine, &Engine::changed, this, &EngineClient::changed);
    connect(m_engine, &Engine::drained, this, &EngineService::stopped);
    connect(
        m_engine, &Engine::statusChanged, this,
        [this](const EngineStatus &status) {
            const QMutexLocker lock(&m_mutex); // NOLINT(clang-analyzer-core.CallAndMessage): the mutex is a member
            m_status = status;
        },
        Qt::DirectConnection);
    connect(
        m_engine, &Engine::vaultChanged, this,
        [this](const VaultStatus &status) {
            const QMutexLocker lock(&m_mutex);
            m_vaultStatus = status;
        },
        Qt::DirectConnection);
    connect(m_engine, &Engine::statusChanged, this, &EngineClient::statusChanged);
    connect(
        m_engine, &Engine::notificationSecretsChanged, this,
        [this](const std::optional<QByteArray> &zencoder, const std::optional<QByteArray> &brightcove) {
            const QMutexLocker lock(&m_mutex);
            m_zencoderSecret = zencoder;
            m_brightcoveSecret = brightcove;
        },
        Qt::DirectConnection);
    m_thread.start();
}

EngineService::~EngineService()
{
    m_thread.quit();
    m_thread.wait();
}

Result<void> EngineService::start(const QString &workspace)
{
    Result<void> started;
    QMetaObject::invokeMethod(
        m_engine, [&] { started = m_engine->start(workspace); }, Qt::BlockingQueuedConnection);
    return started;
}

void EngineService::stop(Milliseconds patience)
{
    QMetaObject::invokeMethod(
        m_engine, [this, patience] { m_engine->drain(patience); }, Qt::QueuedConnection);
}

void EngineService::submit(Submission submission)
{
    for (const MediaEvent &event : std::as_const(submission.events))
        submission.fingerprints.append(event.fingerprint());
    m_engine->inbox().put([&submission](Work &work) { work.submissions.push_back(std::move(submission)); });
}

void EngineService::saveTarget(CallbackTarget target, QObject *context, Then<CallbackTarget> then)
{
    const bool needs = hasUnsealed(target);
    order<CallbackTarget>(answering<CallbackTarget>(context, std::move(then)), needs,
                          [target = std::move(target)](Workplace &place) { return place.orders.saveTarget(target); });
}

void EngineService::saveTargets(QList<CallbackTarget> targets, QObject *context, Then<QList<CallbackTarget>> then)
{
    const bool needs = std::any_of(targets.begin(), targets.end(), hasUnsealed);
    order<QList<CallbackTarget>>(
        answering<QList<CallbackTarget>>(context, std::move(then)), needs,
        [targets = std::move(targets)](Workplace &place) { return place.orders.saveTargets(targets); });
}

void EngineService::arrangeTargets(QList<TargetId> order, QObject *context, Then<int> then)
{
    this->order<int>(answering<int>(context, std::move(then)), false,
                     [ids = std::move(order)](Workplace &place) { return place.orders.arrange(ids); });
}

void EngineService::setTargetState(TargetId id, TargetState state, QObject *context, Then<CallbackTarget> then)
{
    order<CallbackTarget>(answering<CallbackTarget>(context, std::move(then)), false,
                          [id, state](Workplace &place) { return place.orders.setTargetState(id, state, {}); });
}

void EngineService::removeTarget(TargetId id, QObject *context, Then<TargetId> then)
{
    order<TargetId>(answering<TargetId>(context, std::move(then)), false,
                    [id](Workplace &place) { return place.orders.removeTarget(id); });
}

void EngineService::replay(QList<DeliveryId> ids, ReplayContent content, QObject *context, Then<QList<DeliveryId>> then)
{
    order<QList<DeliveryId>>(answering<QList<DeliveryId>>(context, std::move(then)), false,
                             [ids, content](Workplace &place) { return place.orders.replay(ids, content); });
}

void EngineService::replayTo(DeliveryId id, QString url, QObject *context, Then<DeliveryId> then)
{
    order<DeliveryId>(answering<DeliveryId>(context, std::move(then)), false,
                      [id, url = std::move(url)](Workplace &place) { return place.orders.replayTo(id, url); });
}

void EngineService::setMarked(QList<DeliveryId> ids, bool marked, QObject *context, Then<int> then)
{
    order<int>(answering<int>(context, std::move(then)), false,
               [ids, marked](Workplace &place) { return place.orders.setMarked(ids, marked); });
}

void EngineService::setNote(DeliveryId id, QString note, QObject *context, Then<DeliveryId> then)
{
    order<DeliveryId>(answering<DeliveryId>(context, std::move(then)), false,
                      [id, note = std::move(note)](Workplace &place) { return place.orders.setNote(id, note); });
}

void EngineService::cancel(QList<DeliveryId> ids, QObject *context, Then<int> then)
{
    order<int>(answering<int>(context, std::move(then)), false,
               [ids](Workplace &place) { return place.orders.cancel(ids); });
}

void EngineService::retryNow(QList<DeliveryId> ids, QObject *context, Then<int> then)
{
    order<int>(answering<int>(context, std::move(then)), false,
               [ids](Workplace &place) { return place.orders.retryNow(ids); });
}

void EngineService::sendTest(CallbackTarget target, MediaEvent event, QObject *context, Then<TestResult> then)
{
    inEngine([target = std::move(target), event = std::move(event),
              report = answering<TestResult>(context, std::move(then))](Engine &engine) {
        engine.sendTest(target, event, report);
    });
}

void EngineService::checkSignature(DeliveryId delivery, AttemptId attempt, QObject *context,
                                   Then<SignatureFinding> then)
{
    inEngine([delivery, attempt, report = answering<SignatureFinding>(context, std::move(then))](Engine &engine) {
        engine.checkSignature(delivery, attempt, report);
    });
}

void EngineService::publicSigningKey(TargetId target, QObject *context, Then<QString> then)
{
    inEngine([target, report = answering<QString>(context, std::move(then))](Engine &engine) {
        engine.findPublicKey(target, report);
    });
}

void EngineService::submitEvents(QList<MediaEvent> events, QObject *context, Then<Accepted> then)
{
    submit({std::move(events), answering<Accepted>(context, std::move(then))});
}

EngineStatus EngineService::status() const
{
    QMutexLocker lock(&m_mutex);
    return m_status;
}

} // namespace callboard
