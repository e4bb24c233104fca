#include "tests/engine/enginebench.h"

#include <QCoreApplication>

namespace callboard {

void ScriptedTransport::cancelAll()
{
    QList<TransportResult> results;
    for (const TransportRequest &request : sent) {
        TransportResult result{request.ticket, {}};
        result.exchange.outcome = Outcome::InDoubt;
        result.exchange.errorClass = ErrorClass::Cancelled;
        results.append(result);
    }
    emit finished(results);
}

void ScriptedTransport::answer(qsizetype index, int status, QByteArray body)
{
    TransportResult result{sent.at(index).ticket, {}};
    Exchange &e = result.exchange;
    e.status = status;
    e.outcome = status == 0 ? Outcome::NotSent : status / 100 == 2 ? Outcome::Delivered : Outcome::Rejected;
    e.errorClass = status == 0 ? ErrorClass::Refused : status / 100 == 2 ? ErrorClass::None : ErrorClass::Status;
    e.errorText = status / 100 == 2 ? QString() : QStringLiteral("scripted %1").arg(status);
    e.responseBody = std::move(body);
    emit finished({result});
}

void ScriptedTransport::report(qsizetype index, const Exchange &exchange)
{
    emit finished({{sent.at(index).ticket, exchange}});
}

EngineBench::EngineBench(EngineOptions options)
    : m_options(std::move(options))
{
}

void EngineBench::make()
{
    engine.reset();
    transport = std::make_unique<ScriptedTransport>();
    EngineParts parts{clock, *transport,
                      [this](bool) -> Result<std::shared_ptr<const Vault>> {
                          if (vault)
                              return vault;
                          return fail(ErrorCode::VaultUnavailable, QStringLiteral("no vault in this test"));
                      },
                      [this] { return random; },
                      [this](const QString &sql) { return storeFault ? storeFault(sql) : std::nullopt; }};
    parts.keeper = keeper;
    engine = std::make_unique<Engine>(std::move(parts), m_options);
}

bool EngineBench::start()
{
    make();
    const auto started = engine->start(workspace());
    if (!started)
        qWarning() << started.error().detail;
    return started.has_value();
}

void EngineBench::restart()
{
    if (!start())
        qFatal("the engine does not start again");
}

TargetId EngineBench::addTarget(CallbackTarget target)
{
    const auto saved = order<CallbackTarget>([&](Orders &orders) { return orders.saveTarget(target); });
    return saved ? saved->id : TargetId{};
}

Result<Accepted> EngineBench::emitEvents(QList<MediaEvent> events)
{
    Result<Accepted> answer = tl::unexpected(Error{ErrorCode::InvalidArgument, QStringLiteral("not answered")});
    engine->inbox().put([&](Work &work) {
        work.submissions.push_back(
            {std::move(events), [&answer](const Result<Accepted> &accepted) { answer = accepted; }});
    });
    spin();
    return answer;
}

void EngineBench::spin()
{
    // Only what is posted: no timer, no waiting.
    for (int i = 0; i < 4; ++i)
        QCoreApplication::sendPostedEvents(engine.get());
}

void EngineBench::advance(Milliseconds step)
{
    clock.advance(step);
    engine->processDue();
    spin();
}

void EngineBench::answer(qsizetype index, int status)
{
    transport->answer(index, status);
    spin();
}

void EngineBench::answer(qsizetype index, const Exchange &exchange)
{
    transport->report(index, exchange);
    spin();
}

QList<DeliveryRow> EngineBench::rows() const
{
    return (*WorkspaceReader::open(workspace()))->deliveries({}, {}, 1000);
}

DeliveryRow EngineBench::row(DeliveryId id) const
{
    return detail(id).row;
}

DeliveryDetail EngineBench::detail(DeliveryId id) const
{
    return (*WorkspaceReader::open(workspace()))->delivery(id).value();
}

LedgerCount EngineBench::ledger() const
{
    return (*WorkspaceReader::open(workspace()))->audit();
}

CallbackTarget plainTarget(const QString &name)
{
    CallbackTarget target;
    target.name = name;
    target.url = QStringLiteral("https://%1.example/hook").arg(name);
    return target;
}

MediaEvent published(const QString &asset, const QString &id)
{
    MediaEvent event;
    event.source = QStringLiteral("/test");
    event.sourceId = id;
    event.type = QStringLiteral("media.asset.published");
    event.trigger = Trigger::Success;
    event.asset = asset;
    event.dataContentType = QStringLiteral("application/json");
    event.data = R"({"uuid":")" + asset.toUtf8() + R"(","status":"finished"})";
    return event;
}

MediaEvent rated(const QString &asset, const QString &id, int votes)
{
    MediaEvent event = published(asset, id);
    event.type = QStringLiteral("media.file.rated");
    event.trigger = Trigger::Rating;
    event.data = R"({"id":")" + asset.toUtf8() + R"(","votecount":)" + QByteArray::number(votes) + '}';
    return event;
}

} // namespace callboard
