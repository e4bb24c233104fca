#include "core/engine/acceptance.h"

#include "core/domain/matching.h"
#include "core/engine/coalescing.h"
#include "core/engine/recordnaming.h"
#include "core/store/tables/deliverystore.h"
#include "core/store/tables/eventstore.h"

#include <algorithm>
#include <utility>

namespace callboard {

Acceptance::Acceptance(Database &db, TargetBook &book, const Clock &clock, const DueClock &due)
    : m_db(db)
    , m_book(book)
    , m_clock(clock)
    , m_due(due)
{
}

Result<Accepted> Acceptance::accept(QList<MediaEvent> &events, QSet<DeliveryId> &changed,
                                    const QByteArrayList &fingerprints)
{
    Accepted accepted;
    auto fresh = withoutDuplicates(events, fingerprints, accepted);
    if (!fresh)
        return tl::unexpected(fresh.error());
    if (fresh->isEmpty())
        return accepted;
    for (auto from = fresh->cbegin(); from != fresh->cend();) {
        // Ids are the order of states: a record, which may become several events, takes its own, all else by the run.
        const auto isRecord = [](const Fresh &one) { return one.event->type == kRecordEventType; };
        const auto to = isRecord(*from) ? from + 1 : std::find_if(from, fresh->cend(), isRecord);
        auto taken = isRecord(*from) ? takeRecord(*from, changed) : takeRun({from, to}, changed);
        if (!taken)
            return tl::unexpected(taken.error());
        accepted.accepted += int(to - from);
        from = to;
    }
    return accepted;
}

Result<void> Acceptance::takeRun(std::span<const Fresh> run, QSet<DeliveryId> &changed)
{
    auto id = m_db.reserve(QStringLiteral("event"), int(run.size()));
    if (!id)
        return tl::unexpected(id.error());
    const Timestamp now = m_clock.now();
    for (const Fresh &fresh : run) {
        fresh.event->id = {(*id)++};
        fresh.event->receivedAt = now;
        if (auto owed = owe(*fresh.event, fresh.fingerprint, changed); !owed)
            return owed;
    }
    return {};
}

// A record without an event may show several, or none.
Result<void> Acceptance::takeRecord(const Fresh &fresh, QSet<DeliveryId> &changed)
{
    auto events = namedEvents(m_db, *fresh.event);
    if (!events)
        return tl::unexpected(events.error());
    QList<Fresh> named;
    for (MediaEvent &event : *events)
        named.append({&event, named.isEmpty() ? fresh.fingerprint : event.fingerprint()});
    return takeRun(named, changed).map([&] {
        fresh.event->id = events->first().id;
        fresh.event->receivedAt = events->first().receivedAt;
    });
}

Result<QList<Acceptance::Fresh>> Acceptance::withoutDuplicates(QList<MediaEvent> &events,
                                                               const QByteArrayList &fingerprints, Accepted &accepted)
{
    EventStore store(m_db);
    QHash<std::pair<QString, QString>, QByteArray> seen;
    QList<Fresh> fresh;
    for (int i = 0; i < events.size(); ++i) {
        MediaEvent &event = events[i];
        accepted.ids.append(event.sourceId);
        const QByteArray fingerprint = i < fingerprints.size() ? fingerprints[i] : event.fingerprint();
        const auto key = std::pair(event.source, event.sourceId);
        QByteArray known = seen.value(key);
        if (known.isEmpty()) {
            auto stored = store.find(event.source, event.sourceId);
            if (!stored)
                return tl::unexpected(stored.error());
            known = *stored ? (*stored)->fingerprint : QByteArray();
        }
        if (known.isEmpty()) {
            seen.insert(key, fingerprint);
            fresh.append({&event, fingerprint});
        } else if (known == fingerprint) {
            ++accepted.duplicates;
        } else {
            return fail(ErrorCode::Conflict,
                        QStringLiteral("Event %1 of %2: source “%3” sent id “%4” before, with other content.")
                            .arg(i + 1)
                            .arg(events.size())
                            .arg(event.source, event.sourceId));
        }
    }
    return fresh;
}

Result<void> Acceptance::owe(const MediaEvent &event, const QByteArray &fingerprint, QSet<DeliveryId> &changed)
{
    QList<RunningTarget *> wanting = m_book.inScope(event);
    wanting.removeIf([&event](const RunningTarget *running) { return !wants(running->target, event); });
    auto written = EventStore(m_db).insert(event, fingerprint, int(wanting.size()));
    for (RunningTarget *running : std::as_const(wanting))
        written = written.and_then([&] { return deliver(*running, event, changed); });
    m_owed += quint64(wanting.size());
    return written;
}

Result<void> Acceptance::deliver(RunningTarget &running, const MediaEvent &event, QSet<DeliveryId> &changed)
{
    m_db.note(ActivityKind::Accepted, running.target.id, event.receivedAt);
    if (running.target.coalesceWindow.count() > 0)
        return coalesce(running, event, changed);
    const auto delivery = newDeliveryFor(running, event, {});
    if (!delivery)
        return tl::unexpected(delivery.error());
    changed.insert(delivery->id);
    if (m_leave && delivery->state == DeliveryState::Queued) {
        const auto left = m_leave(running, *delivery, event);
        if (!left)
            return tl::unexpected(left.error());
        if (*left)
            return {};
    }
    m_book.expectWork(running);
    return DeliveryStore(m_db).insert(*delivery);
}

Result<Delivery> Acceptance::newDeliveryFor(const RunningTarget &running, const MediaEvent &event, const Window &window)
{
    return m_db.reserve(QStringLiteral("delivery"), 1).map([&](qint64 id) {
        return newDelivery({id}, running, event, window, m_due.now());
    });
}

// The event joins the delivery whose window is open, or opens one.
Result<void> Acceptance::coalesce(RunningTarget &running, const MediaEvent &event, QSet<DeliveryId> &changed)
{
    DeliveryStore store(m_db);
    const TargetId target = running.target.id;
    if (running.target.adaptsWindow())
        running.pace.count(m_due.now());
    auto open = store.absorbing(target, event.asset);
    if (!open)
        return tl::unexpected(open.error());
    if (*open) {
        changed.insert((*open)->id);
        return join(running, **open, event);
    }
    const auto window = windowFor(running, event.asset);
    if (!window)
        return tl::unexpected(window.error());
    const auto delivery = newDeliveryFor(running, event, *window);
    if (!delivery)
        return tl::unexpected(delivery.error());
    changed.insert(delivery->id);
    if (delivery->state != DeliveryState::Waiting)
        m_book.expectWork(running);
    return store.insert(*delivery)
        .and_then([&] { return store.supersede(target, event.asset, delivery->id, m_clock.now()); })
        .map([&](const QList<DeliveryId> &old) { changed += QSet<DeliveryId>(old.begin(), old.end()); });
}

// A newer state takes the place of the one that waits; an urgent one does not wait for the window's end.
Result<void> Acceptance::join(RunningTarget &running, const Delivery &open, const MediaEvent &event)
{
    DeliveryStore store(m_db);
    return store.absorb(open.id, event).and_then([&]() -> Result<void> {
        if (!running.target.urgent.has(event.trigger))
            return {};
        m_book.expectWork(running);
        return store.closeWindow(open.id, closedEarlyBecause(event.trigger), m_due.now());
    });
}

Result<Window> Acceptance::windowFor(const RunningTarget &running, const QString &asset)
{
    const double pace = running.pace.perMinute(m_due.now());
    if (!running.target.adaptsWindow())
        return nextWindow(running.target, std::nullopt, pace);
    return DeliveryStore(m_db).lastWindow(running.target.id, asset).map([&](const std::optional<Delivery> &last) {
        if (!last)
            return nextWindow(running.target, std::nullopt, pace);
        const Milliseconds closedFor = m_clock.now() - (last->createdAt + last->window);
        return nextWindow(running.target, WindowBefore{last->window, last->merged + 1, closedFor}, pace);
    });
}

} // namespace callboard
