#include "core/engine/dispatching.h"

#include "core/engine/requestbuilder.h"
#include "core/payload/assetrequest.h"
#include "core/store/tables/assetstore.h"
#include "core/store/tables/attemptstore.h"
#include "core/store/tables/deliverystore.h"
#include "core/store/tables/eventstore.h"
#include "core/store/tables/replayaddressstore.h"

#include <algorithm>

namespace callboard {

namespace {

constexpr int kMostPipelined = kMostInFlight / 2; // others need a place, too
constexpr int kKeptForOthers = 32;                // places that a target beyond its fair share leaves free
constexpr int kMovedAtATime = 500;                // deliveries held or released in one cycle

// A pipelining target is bounded by its connections and their depth, any other by its own limit.
int mostOf(const RunningTarget &running, const Transport &transport)
{
    const int most = running.target.pipelining ? kMostPipelined : running.target.maxInFlight;
    return std::min(transport.inFlight(running.target), most);
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

// Secrets are the target's and meant for its receiver alone. One connection a request: the pipelines lead to the
// target.
Result<BuiltRequest> buildElsewhere(const RunningTarget &running, const QString &url, const MediaEvent &event,
                                    const RequestContext &context)
{
    CallbackTarget target = running.target;
    OpenSecrets secrets = running.secrets;
    std::shared_ptr<const ConnectionSecurity> security = running.security;
    if (target.isMail() || !isSameOrigin(QUrl(target.url), QUrl(url))) {
        secrets.headers.removeIf([](const Header &header) { return header.secret; });
        target.signing = {};
        target.authentication = {};
        auto way = makeConnectionSecurity({}, secrets.proxy); // it leads out of the house, whoever is called
        if (!way)
            return tl::unexpected(way.error());
        security = std::move(*way);
    }
    target.url = url;
    target.pipelining = false;
    return buildRequest(target, secrets, event, context).map([&](BuiltRequest built) {
        built.elsewhere = true;
        built.request.security = security;
        return built;
    });
}

} // namespace

Dispatching::Dispatching(Database &db, TargetBook &book, const Clock &clock, const DueClock &due,
                         const Transport &transport)
    : m_db(db)
    , m_book(book)
    , m_clock(clock)
    , m_due(due)
    , m_transport(transport)
{
}

// Each target may fill its fair share of all places; beyond it only what leaves some free for others, so that one that
// hangs never keeps another from sending.
int Dispatching::roomFor(const RunningTarget &running, bool byHand) const
{
    const Timestamp now = m_due.now();
    const int brakes = byHand ? running.brakes.roomByHand(running.inFlight, now)
                              : running.brakes.room(running.inFlight, now);
    const int own = std::min(mostOf(running, m_transport) - running.inFlight, brakes);
    const int free = kMostInFlight - m_book.inFlight();
    const int fair = std::max(kMostInFlight / std::max(m_book.busy(), 1), 1) - running.inFlight;
    return std::min(own, std::max(std::min(fair, free), free - kKeptForOthers));
}

// False: it shows a token, and has to wait for it.
bool Dispatching::mayShow(RunningTarget &running) const
{
    return !running.showsToken() || running.token.use(m_due.now());
}

Result<bool> Dispatching::leaveAtOnce(RunningTarget &running, Delivery delivery, const MediaEvent &event)
{
    if (running.mayBeReady || running.vaultPending || running.holds() || roomFor(running, false) <= 0)
        return false;
    if (!mayShow(running))
        return false;
    DeliveryStore store(m_db);
    if (running.target.ordered) {
        const auto waits = store.anyOpen(running.target.id, delivery.asset);
        if (!waits)
            return tl::unexpected(waits.error());
        if (*waits) {
            running.queuesBehind = true;
            return false;
        }
    }
    auto built = build(running, delivery, event);
    if (!built && isStoreError(built.error()))
        return tl::unexpected(built.error());
    if (!built)
        return false; // queued it fails with its reason
    delivery.state = DeliveryState::Sending;
    delivery.attempts = 1;
    return store.insert(delivery).and_then([&] { return leave(running, delivery, std::move(*built)); }).map([] {
        return true;
    });
}

Result<void> Dispatching::dispatch(QSet<DeliveryId> &changed)
{
    if (m_book.mayHaveOrphans()) {
        auto ended = DeliveryStore(m_db).cancelOrphans(QStringLiteral("Its target was removed."), m_clock.now(),
                                                       kMovedAtATime);
        if (!ended)
            return tl::unexpected(ended.error());
        changed += QSet<DeliveryId>(ended->begin(), ended->end());
        m_book.expectOrphans(ended->size() == kMovedAtATime);
    }
    for (RunningTarget *running : m_book.inTurn()) {
        if (running->vaultPending)
            continue;
        if (auto done = dispatchTarget(*running, changed); !done)
            return done;
        m_book.rest(*running);
    }
    return {};
}

Result<void> Dispatching::dispatchTarget(RunningTarget &running, QSet<DeliveryId> &changed)
{
    Result<void> done;
    if (running.mayNeedMoving)
        done = moveOwed(running, changed);
    if (!running.blockedBecause.isEmpty())
        running.mayBeReady = false;
    if (!running.token.problem().isEmpty()) // what was asked for by hand waits for it, too
        running.mayBeReady = false;
    if (!done || !running.mayBeReady)
        return done;
    // A target that holds, or whose circuit is open, sends only what was asked for by hand.
    const bool probes = running.brakes.wantsProbe(m_due.now());
    const bool byHand = running.target.state != TargetState::Enabled || (running.brakes.isOpen() && !probes);
    const int room = roomFor(running, byHand);
    if (room <= 0 || (byHand && running.mayNeedMoving))
        return {};
    if (probes && !byHand && !mayShow(running)) { // none is let go before it can leave
        running.mayBeReady = false;
        return {};
    }
    if (probes && !byHand)
        done = DeliveryStore(m_db).releaseProbe(running.target.id, m_due.now());
    // One that could not even be built has left its place to the next.
    return done.and_then([&] { return sendReady(running, byHand, room, changed); }).map([&] {
        m_goesOn |= running.mayBeReady && roomFor(running, byHand) > 0;
    });
}

// A few at a time: a target with a million of them must not stop the others.
Result<void> Dispatching::moveOwed(RunningTarget &running, QSet<DeliveryId> &changed)
{
    DeliveryStore store(m_db);
    const QString reason = running.holdsBecause();
    const auto moved = reason.isEmpty() ? store.release(running.target.id, m_due.now(), kMovedAtATime)
                                        : store.hold(running.target.id, reason, kMovedAtATime);
    return moved.map([&](const QList<DeliveryId> &ids) {
        changed += QSet<DeliveryId>(ids.begin(), ids.end());
        running.mayNeedMoving = ids.size() == kMovedAtATime;
        running.mayBeReady |= reason.isEmpty() && !ids.isEmpty();
    });
}

Result<void> Dispatching::sendReady(RunningTarget &running, bool byHand, int room, QSet<DeliveryId> &changed)
{
    auto ready = DeliveryStore(m_db).ready(running.target.id, m_due.now(), running.target.ordered, byHand, room);
    if (!ready)
        return tl::unexpected(ready.error());
    if (!ready->isEmpty() && !mayShow(running)) {
        running.mayBeReady = false; // looked for again when it has come
        return {};
    }
    running.mayBeReady = ready->size() == room; // full: there may be more when a place is free again
    QSet<QString> assets;
    Result<void> done;
    for (const Delivery &delivery : std::as_const(*ready)) {
        // Two replays of one asset may both look free; the second goes when the first has come back.
        if (running.target.ordered && assets.contains(delivery.asset)) {
            running.queuesBehind = true;
            continue;
        }
        assets.insert(delivery.asset);
        changed.insert(delivery.id);
        done = done.and_then([&] { return depart(running, delivery); });
    }
    return done.and_then([&] { return running.mayBeReady ? Result<void>() : lookBehind(running); });
}

// Whether something due was left because an older delivery of its asset has not ended.
Result<void> Dispatching::lookBehind(RunningTarget &running)
{
    if (!running.target.ordered) {
        running.queuesBehind = false;
        return {};
    }
    return DeliveryStore(m_db).anyDue(running.target.id, m_due.now()).map([&running](bool any) {
        running.queuesBehind = any;
    });
}

Result<void> Dispatching::depart(RunningTarget &running, const Delivery &delivery)
{
    auto event = EventStore(m_db).byId(delivery.latestEvent);
    if (!event)
        return tl::unexpected(event.error());
    auto built = build(running, delivery, std::move(*event));
    if (!built && isStoreError(built.error()))
        return tl::unexpected(built.error());
    if (!built)
        return giveUp(delivery, built.error());
    Delivery leaving = delivery;
    ++leaving.attempts;
    leaving.state = DeliveryState::Sending;
    return DeliveryStore(m_db).markSending(delivery, leaving.attempts).and_then([&] {
        return leave(running, leaving, std::move(*built));
    });
}

Result<BuiltRequest> Dispatching::build(const RunningTarget &running, const Delivery &delivery, MediaEvent event)
{
    const auto published = AssetStore(m_db).publishedRecord(delivery.asset);
    if (!published)
        return tl::unexpected(published.error());
    if (!published->isEmpty())
        event.data = completedRecord(event.data, *published);
    if (event.type == kRecordEventType) { // a record that was only kept, replayed as the latest state
        event.trigger = delivery.trigger;
        event.type = info(delivery.trigger).eventType;
    }
    const auto elsewhere = delivery.replayOf.isValid() ? ReplayAddressStore(m_db).of(delivery.id) : Result<QString>();
    if (!elsewhere)
        return tl::unexpected(elsewhere.error());
    return contextFor(delivery).and_then([&](RequestContext context) {
        context.accessToken = running.token.value();
        if (!elsewhere->isEmpty())
            return buildElsewhere(running, *elsewhere, event, context);
        return buildRequest(running.target, running.secrets, event, context).map([&](BuiltRequest built) {
            built.request.security = running.security;
            return built;
        });
    });
}

// `delivery` counts this attempt already.
Result<void> Dispatching::leave(RunningTarget &running, const Delivery &delivery, BuiltRequest built)
{
    AttemptStore attempts(m_db);
    const auto id = m_db.reserve(QStringLiteral("attempt"), 1);
    if (!id)
        return tl::unexpected(id.error());
    bool sameBody = false;
    if (delivery.attempts > 1) {
        auto last = attempts.lastBody(delivery.id);
        if (!last)
            return tl::unexpected(last.error());
        sameBody = *last == built.request.body;
    }
    UnderWay underWay{delivery, running.target.retry, built.elsewhere, built.showsToken ? running.token.grant() : 0};
    if (underWay.grant != 0 && delivery.attempts > 1) {
        const auto note = attempts.lastNote(delivery.id);
        if (!note)
            return tl::unexpected(note.error());
        underWay.renewed = note->endsWith(tokenRefusedNote());
    }
    underWay.filter = m_book.filterOf(running);
    Attempt attempt;
    attempt.id = {*id};
    attempt.delivery = delivery.id;
    attempt.number = delivery.attempts;
    attempt.startedAt = m_clock.now();
    attempt.targetRevision = running.target.revision;
    attempt.url = built.request.url.toString(QUrl::FullyEncoded);
    attempt.requestHead = built.maskedHead;
    attempt.requestBody = built.request.body;
    built.request.ticket = quint64(*id);
    m_departures.append({std::move(built.request), underWay});
    m_book.started(running.target.id);
    if (!built.elsewhere)
        running.brakes.left(m_due.now());
    return attempts.insertPending(attempt, sameBody);
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
    // One id, one content: what it has sent itself comes first.
    const DeliveryId sender = delivery.attempts > 0 ? delivery.id : delivery.replayOf;
    const auto head = attempts.lastHead(sender);
    if (!head)
        return tl::unexpected(head.error());
    if (!*head)
        return context; // never sent: there are no bytes yet
    return attempts.lastBody(sender).map([&](const QByteArray &body) {
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
    return DeliveryStore(m_db).apply(delivery, change);
}

} // namespace callboard
