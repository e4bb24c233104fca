#include "core/engine/engineservice.h"

#include <QPointer>

#include <algorithm>
#include <memory>

namespace callboard {

namespace {

bool typesSecret(const CallbackTarget &target)
{
    return std::any_of(target.headers.begin(), target.headers.end(),
                       [](const Header &header) { return header.secret && !header.value.isEmpty(); });
}

} // namespace

// The answer, brought to the service's own thread: only there may the guard be looked at.
template <class T>
std::function<void(Result<T>)> EngineService::answering(QObject *context, Then<T> then)
{
    return [this, guard = QPointer<QObject>(context), then = std::move(then)](Result<T> result) {
        QMetaObject::invokeMethod(
            this,
            [guard, then, result = std::move(result)] {
                if (guard)
                    then(result);
            },
            Qt::QueuedConnection);
    };
}

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
    connect(m_engine, &Engine::statusChanged, this, &EngineClient::statusChanged);
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
    m_engine->inbox().put([&submission](Work &work) { work.submissions.push_back(std::move(submission)); });
}

template <class T, class Write>
void EngineService::order(QObject *context, Then<T> then, bool needsVault, Write write)
{
    auto answer = std::make_shared<Result<T>>(tl::unexpected(Error{}));
    auto report = answering<T>(context, std::move(then));
    Order made;
    made.needsVault = needsVault;
    made.write = [answer, write = std::move(write)](Orders &orders) -> Result<void> {
        *answer = write(orders);
        return answer->map([](const T &) {});
    };
    made.done = [answer, report](const Result<void> &done) { report(done ? *answer : tl::unexpected(done.error())); };
    m_engine->inbox().put([&made](Work &work) { work.orders.push_back(std::move(made)); });
}

void EngineService::saveTarget(CallbackTarget target, QObject *context, Then<CallbackTarget> then)
{
    const bool needs = typesSecret(target);
    order<CallbackTarget>(context, std::move(then), needs,
                          [target = std::move(target)](Orders &orders) { return orders.saveTarget(target); });
}

void EngineService::setTargetState(TargetId id, TargetState state, QObject *context, Then<CallbackTarget> then)
{
    order<CallbackTarget>(context, std::move(then), false,
                          [id, state](Orders &orders) { return orders.setTargetState(id, state, {}); });
}

void EngineService::removeTarget(TargetId id, QObject *context, Then<TargetId> then)
{
    order<TargetId>(context, std::move(then), false, [id](Orders &orders) { return orders.removeTarget(id); });
}

void EngineService::replay(QList<DeliveryId> ids, QObject *context, Then<QList<DeliveryId>> then)
{
    order<QList<DeliveryId>>(context, std::move(then), false, [ids](Orders &orders) { return orders.replay(ids); });
}

void EngineService::cancel(QList<DeliveryId> ids, QObject *context, Then<int> then)
{
    order<int>(context, std::move(then), false, [ids](Orders &orders) { return orders.cancel(ids); });
}

void EngineService::retryNow(QList<DeliveryId> ids, QObject *context, Then<int> then)
{
    order<int>(context, std::move(then), false, [ids](Orders &orders) { return orders.retryNow(ids); });
}

void EngineService::sendTest(CallbackTarget target, MediaEvent event, QObject *context, Then<TestResult> then)
{
    auto report = answering<TestResult>(context, std::move(then));
    QMetaObject::invokeMethod(
        m_engine,
        [this, target = std::move(target), event = std::move(event), report] {
            m_engine->sendTest(target, event, report);
        },
        Qt::QueuedConnection);
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
