#include "core/engine/acceptance.h"

#include "core/engine/coalescing.h"
#include "core/engine/matching.h"
#include "core/store/tables/deliverystore.h"
#include "core/store/tables/eventstore.h"

#include <utility>

namespace callboard {

Acceptance::Acceptance(Database &db, TargetBook &book, const Clock &clock, const DueClock &due)
    : m_db(db)
    , m_book(book)
    , m_clock(clock)
    , m_due(due)
{
}

Result<Accepted> Acceptance::accept(QList<MediaEvent> &events, QSet<DeliveryId> &changed)
{
    Accepted accepted;
    auto fresh = withoutDuplicates(events, accepted);
    if (!fresh)
        return tl::unexpected(fresh.error());
    if (fresh->isEmpty())
        return accepted;
    const auto firstId = m_db.reserve(QStringLiteral("event"), int(fresh->size()));
    if (!firstId)
        return tl::unexpected(firstId.error());
    qint64 id = *firstId;
    const Timestamp now = m_clock.now();
    for (MediaEvent *event : std::as_const(*fresh)) {
        event->id = {id++};
        event->receivedAt = now;
        if (auto owed = owe(*event, changed); !owed)
            return tl::unexpected(owed.error());
        ++accepted.accepted;
    }
    return accepted;
}

Result<QList<MediaEvent *>> Acceptance::withoutDuplicates(QList<MediaEvent> &events, Accepted &accepted)
{
    EventStore store(m_db);
    QHash<std::pair<QString, QString>, QByteArray> seen;
    QList<MediaEvent *> fresh;
    for (int i = 0; i < events.size(); ++i) {
        MediaEvent &event = events[i];
        accepted.ids.append(event.sourceId);
        const QByteArray fingerprint = event.fingerprint();
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
            fresh.append(&event);
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

Result<void> Acceptance::owe(const MediaEvent &event, QSet<DeliveryId> &changed)
{
    QList<RunningTarget *> wanting = m_book.inTurn();
    wanting.removeIf([&event](const RunningTarget *running) { return !matchTarget(running->target, event).wanted; });
    auto written = EventStore(m_db).insert(event, event.fingerprint(), int(wanting.size()));
    for (RunningTarget *running : std::as_const(wanting))
        written = written.and_then([&] { return deliver(*running, event, changed); });
    m_owed += quint64(wanting.size());
    return written;
}

Result<void> Acceptance::deliver(RunningTarget &running, const MediaEvent &event, QSet<DeliveryId> &changed)
{
    DeliveryStore store(m_db);
    const TargetId target = running.target.id;
    const bool coalesces = running.target.coalesceWindow.count() > 0;
    if (coalesces) {
        auto open = store.absorbing(target, event.asset);
        if (!open)
            return tl::unexpected(open.error());
        if (*open) {
            changed.insert((*open)->id);
            return store.absorb((*open)->id, event);
        }
    }
    const auto id = m_db.reserve(QStringLiteral("delivery"), 1);
    if (!id)
        return tl::unexpected(id.error());
    const Delivery delivery = newDelivery({*id}, running, event, m_due.now());
    changed.insert(delivery.id);
    running.mayBeReady = true;
    return store.insert(delivery)
        .and_then([&] { return store.addEvent(delivery.id, event.id); })
        .and_then([&]() -> Result<void> {
            if (!coalesces)
                return {};
            return store.supersede(target, event.asset, delivery.id, m_clock.now())
                .map([&](const QList<DeliveryId> &old) {
                    for (DeliveryId superseded : old)
                        changed.insert(superseded);
                });
        });
}

} // namespace callboard
