#include "core/engine/dispatching.h"

#include "core/engine/requestbuilder.h"
#include "core/payload/assetrequest.h"
#include "core/store/tables/assetstore.h"
#include "core/store/tables/attemptstore.h"
#include "core/store/tables/deliverystore.h"
#include "core/store/tables/eventstore.h"

#include <algorithm>

namespace callboard {

namespace {

constexpr int kMostPipelined = kMostInFlight / 2; // others need a place, too

// A pipelining target is bounded by its connections and their depth, any other by its own limit.
int roomOf(const RunningTarget &running, const Transport &transport)
{
    const int carried = transport.inFlight(running.target);
    const int most = running.target.pipelining ? kMostPipelined : running.target.maxInFlight;
    return std::min(carried, most) - running.inFlight;
}

QByteArray headerOf(const QByteArray &head, const QByteArray &name)
{
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

} // namespace

Dispatching::Dispatching(Database &db, TargetBook &book, const Clock &clock, const DueClock &due)
    : m_db(db)
    , m_book(book)
    , m_clock(clock)
    , m_due(due)
{
}

Result<QList<Departure>> Dispatching::dispatch(const Transport &transport, QSet<DeliveryId> &changed)
{
    QList<Departure> departures;
    for (RunningTarget *running : m_book.inTurn()) {
        if (!running->mayBeReady || running->vaultPending)
            continue;
        const int globalRoom = kMostInFlight - m_book.inFlight() - int(departures.size());
        const int ownRoom = roomOf(*running, transport);
        if (std::min(globalRoom, ownRoom) <= 0)
            continue;
        if (auto done = dispatchTarget(*running, std::min(globalRoom, ownRoom), departures, changed); !done)
            return tl::unexpected(done.error());
    }
    return departures;
}

Result<void> Dispatching::dispatchTarget(RunningTarget &running, int room, QList<Departure> &departures,
                                         QSet<DeliveryId> &changed)
{
    DeliveryStore store(m_db);
    if (!running.blockedBecause.isEmpty()) {
        running.mayBeReady = false;
        return store.hold(running.target.id, running.blockedBecause).map([&](const QList<DeliveryId> &held) {
            for (DeliveryId id : held)
                changed.insert(id);
        });
    }
    const bool replaysOnly = running.target.state != TargetState::Enabled;
    auto ready = store.ready(running.target.id, m_due.now(), running.target.ordered, replaysOnly, room);
    if (!ready)
        return tl::unexpected(ready.error());
    running.mayBeReady = ready->size() == room; // full: there may be more when a place is free again
    QSet<QString> assets;
    Result<void> done;
    for (const Delivery &delivery : std::as_const(*ready)) {
        // Two replays of one asset may both look free; the second goes when the first has come back.
        if (running.target.ordered && assets.contains(delivery.asset))
            continue;
        assets.insert(delivery.asset);
        changed.insert(delivery.id);
        done = done.and_then([&] { return depart(running, delivery, departures); });
    }
    return done;
}

Result<void> Dispatching::depart(const RunningTarget &running, Delivery delivery, QList<Departure> &departures)
{
    auto event = EventStore(m_db).byId(delivery.latestEvent);
    if (!event)
        return tl::unexpected(event.error());
    const auto published = AssetStore(m_db).publishedRecord(delivery.asset);
    if (!published)
        return tl::unexpected(published.error());
    if (!published->isEmpty())
        event->data = completedRecord(event->data, *published);
    if (event->type == kRecordEventType) { // a record that was only kept, replayed as the latest state
        event->trigger = delivery.trigger;
        event->type = info(delivery.trigger).eventType;
    }
    const auto context = contextFor(delivery);
    if (!context)
        return tl::unexpected(context.error());
    auto built = buildRequest(running.target, running.headers, *event, *context);
    if (!built)
        return giveUp(delivery, built.error());

    AttemptStore attempts(m_db);
    const auto id = m_db.reserve(QStringLiteral("attempt"), 1);
    if (!id)
        return tl::unexpected(id.error());
    bool sameBody = false;
    if (delivery.attempts > 0) {
        auto last = attempts.lastBody(delivery.id);
        if (!last)
            return tl::unexpected(last.error());
        sameBody = *last == built->request.body;
    }
    ++delivery.attempts;
    Attempt attempt;
    attempt.id = {*id};
    attempt.delivery = delivery.id;
    attempt.number = delivery.attempts;
    attempt.startedAt = m_clock.now();
    attempt.targetRevision = running.target.revision;
    attempt.url = built->request.url.toString(QUrl::FullyEncoded);
    attempt.requestHead = built->maskedHead;
    attempt.requestBody = built->request.body;
    built->request.ticket = quint64(*id);
    departures.append({std::move(built->request), {delivery, running.target.retry}});
    return attempts.insertPending(attempt, sameBody).and_then([&] {
        return DeliveryStore(m_db).markSending(delivery.id, delivery.attempts);
    });
}

Result<RequestContext> Dispatching::contextFor(const Delivery &delivery)
{
    RequestContext context;
    context.webhookId = webhookId(m_db.tag(), delivery.id);
    context.now = m_clock.now();
    context.mailServer = m_book.mailServer();
    if (!delivery.replayOf.isValid())
        return context;
    context.replayOf = webhookId(m_db.tag(), delivery.replayOf);
    if (delivery.replayContent != ReplayContent::SameBytes)
        return context;
    AttemptStore attempts(m_db);
    const auto head = attempts.lastHead(delivery.replayOf);
    if (!head)
        return tl::unexpected(head.error());
    if (!*head)
        return context; // never sent: there are no bytes yet
    return attempts.lastBody(delivery.replayOf).map([&](const QByteArray &body) {
        context.same = SentPayload{headerOf(**head, "Content-Type"), body};
        return context;
    });
}

Result<void> Dispatching::giveUp(const Delivery &delivery, const Error &error)
{
    DeliveryChange change;
    change.state = DeliveryState::Failed;
    change.error = error.detail;
    change.cause = toString(ErrorClass::Configuration);
    change.finishedAt = m_clock.now();
    return DeliveryStore(m_db).apply(delivery.id, change);
}

} // namespace callboard
