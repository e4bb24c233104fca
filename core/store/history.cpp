#include "core/store/history.h"

#include "core/store/historyremoval.h"
#include "core/store/tables/activitystore.h"
#include "core/store/tables/revisionstore.h"
#include "core/store/tables/trailstore.h"

#include <algorithm>

namespace callboard {

using namespace std::chrono_literals;

namespace {

constexpr Milliseconds kRestByAge = 1h;
constexpr Milliseconds kRestBySize = 5min;
constexpr Milliseconds kRestByMinutes = 1h;
constexpr int kLooks = 4; // so many rows are looked at for each that may go

// A clock that was set back must not keep the history waiting.
bool isDue(Timestamp next, Milliseconds rest, Timestamp now)
{
    return now >= next || next - now > rest;
}

} // namespace

Pruned &Pruned::operator+=(const Pruned &other)
{
    deliveries += other.deliveries;
    attempts += other.attempts;
    events += other.events;
    notifications += other.notifications;
    links += other.links;
    figures += other.figures;
    trail += other.trail;
    pairs += other.pairs;
    more = other.more;
    return *this;
}

Result<Pruned> History::step(const Retention &retention, Timestamp now)
{
    const auto before = cutoff(retention, now);
    if (!before)
        return tl::unexpected(before.error());
    const auto minutes = removeMinutes(now).and_then([&](const Pruned &gone) {
        return removeTrail(retention, now).map([&gone](const Pruned &trail) {
            Pruned both = gone;
            both += trail;
            both.more = gone.more || trail.more;
            return both;
        });
    });
    if (!minutes || !*before)
        return minutes;
    return pruneBatch(**before).map([&](Pruned pruned) {
        if (!pruned.more)
            (**before == now ? m_nextBySize : m_nextByAge) = now + (**before == now ? kRestBySize : kRestByAge);
        pruned.figures += minutes->figures;
        pruned.trail += minutes->trail;
        pruned.more |= minutes->more;
        return pruned;
    });
}

// Counts by the minute are for the day that was; the hours say the same for as long as there is history.
Result<Pruned> History::removeMinutes(Timestamp now)
{
    if (!isDue(m_nextMinutes, kRestByMinutes, now))
        return Pruned{};
    return ActivityStore(m_db).removeBefore(ActivityWidth::Minute, now - kMinutesKept, kBatch).map([&](int removed) {
        Pruned pruned;
        pruned.figures = removed;
        pruned.more = removed == kBatch;
        if (!pruned.more)
            m_nextMinutes = now + kRestByMinutes;
        return pruned;
    });
}

// Kept for a year, or for as long as there is history where that is longer; for ever where that is.
Result<Pruned> History::removeTrail(const Retention &retention, Timestamp now)
{
    const bool forEver = retention.age.count() <= 0 && retention.bytes <= 0;
    if (forEver || !isDue(m_nextTrail, kRestByMinutes, now))
        return Pruned{};
    const Timestamp before = now - std::max(kTrailKept, retention.age);
    return TrailStore(m_db)
        .removeBefore(before, kBatch)
        .and_then([&](int rows) {
            return RevisionStore(m_db).removeBefore(before, kBatch).map([rows](int revisions) {
                Pruned pruned;
                pruned.trail = rows + revisions;
                pruned.more = rows == kBatch || revisions == kBatch;
                return pruned;
            });
        })
        .map([&](const Pruned &pruned) {
            if (!pruned.more)
                m_nextTrail = now + kRestByMinutes;
            return pruned;
        });
}

Result<std::optional<Timestamp>> History::cutoff(const Retention &retention, Timestamp now)
{
    if (retention.bytes > 0 && isDue(m_nextBySize, kRestBySize, now)) {
        const auto used = usedBytes(m_db);
        if (!used)
            return tl::unexpected(used.error());
        if (*used > retention.bytes)
            return now;
    }
    if (retention.age.count() > 0 && isDue(m_nextByAge, kRestByAge, now))
        return now - retention.age;
    return std::nullopt;
}

Result<Pruned> History::pruneBatch(Timestamp before, int most)
{
    aim(before);
    Pruned pruned;
    auto done = readReplayed()
                    .and_then([&] { return choose(most); })
                    .and_then([&](const QList<EndedDelivery> &chosen) { return removeDeliveries(chosen, pruned); })
                    .and_then([&] { return removeUnowedEvents(most, pruned); })
                    .and_then([&] { return removeNotifications(most, pruned); })
                    .and_then([&] { return removeHours(most, pruned); });
    if (!done)
        return tl::unexpected(done.error());
    pruned.more = !m_round.deliveriesDone || !m_round.eventsDone || pruned.notifications == most
        || pruned.figures == most;
    if (pruned.more)
        return pruned;
    return forgetLinks(most, pruned).map([&](bool more) {
        pruned.more = more;
        if (!more)
            m_round = {};
        return pruned;
    });
}

// A round has one cutoff, or it would never end where callbacks come in all the time.
void History::aim(Timestamp before)
{
    if (before >= m_round.before && before <= m_round.before + kRestByAge)
        return;
    m_round.before = before;
    m_round.deliveriesDone = false;
    m_round.eventsDone = false;
}

// The next rows by id: those that ended before the cutoff may go, and of the others it is noted what they point at.
// Past the last row that is older than the cutoff there is nothing to find.
Result<QList<EndedDelivery>> History::choose(int most)
{
    QList<EndedDelivery> chosen;
    if (m_round.deliveriesDone)
        return chosen;
    bool anyOld = false;
    bool full = false;
    auto read = eachDeliveryAfter(m_db, m_round.delivery, most * kLooks, [&](const EndedDelivery &delivery) {
        full = full || chosen.size() == most;
        if (full || delivery.createdAt >= m_round.before)
            return;
        anyOld = true;
        m_round.delivery = delivery.id;
        m_round.reached = delivery.createdAt;
        if (delivery.endedBefore(m_round.before) && !delivery.marked && !m_round.pointedAt.contains(delivery.id))
            chosen.append(delivery);
        else if (delivery.supersededBy.isValid())
            m_round.pointedAt.insert(delivery.supersededBy);
    });
    if (!read)
        return tl::unexpected(read.error());
    if (!anyOld) {
        m_round.deliveriesDone = true;
        m_round.reached = m_round.before;
    }
    return keepWhatIsPointedAt(chosen).map([&] { return chosen; });
}

// A replay's id is higher than that of what it repeats, and that of a successor higher than that of whom it replaced:
// one way down and one way up find everything that is held by something that stays.
Result<void> History::keepWhatIsPointedAt(QList<EndedDelivery> &chosen)
{
    if (chosen.isEmpty())
        return {};
    QSet<DeliveryId> going;
    for (const EndedDelivery &delivery : std::as_const(chosen))
        going.insert(delivery.id);
    return replaysOf(m_db, chosen.first().id, chosen.last().id)
        .map([&](const QMultiHash<DeliveryId, DeliveryId> &replays) {
            for (auto delivery = chosen.crbegin(); delivery != chosen.crend(); ++delivery) {
                const auto [first, last] = replays.equal_range(delivery->id);
                if (std::any_of(first, last, [&going](DeliveryId replay) { return !going.contains(replay); }))
                    going.remove(delivery->id);
            }
            chosen.removeIf([&](const EndedDelivery &delivery) {
                const bool stays = !going.contains(delivery.id) || m_round.pointedAt.contains(delivery.id);
                if (stays && delivery.supersededBy.isValid())
                    m_round.pointedAt.insert(delivery.supersededBy);
                return stays;
            });
        });
}

Result<void> History::readReplayed()
{
    const auto newest = m_db.lastReserved(QStringLiteral("delivery"));
    if (!newest)
        return tl::unexpected(newest.error());
    const DeliveryId from = std::exchange(m_round.replaysReadTo, {*newest});
    return eachRefreshedReplay(m_db, from, [this](EventId event) { m_round.replayed.insert(event); });
}

Result<void> History::removeDeliveries(const QList<EndedDelivery> &chosen, Pruned &pruned)
{
    if (chosen.isEmpty())
        return {};
    return removeEnded(m_db, chosen, pruned).and_then([&](const QList<EventId> &unowed) {
        return removeEvents(unowed, pruned);
    });
}

// Events that nobody was ever called for, as far as the deliveries have come; and those that something kept until now.
Result<void> History::removeUnowedEvents(int most, Pruned &pruned)
{
    if (m_round.eventsDone)
        return {};
    QList<EventId> unowed;
    bool anyOld = false;
    auto read = eachEventAfter(m_db, m_round.event, most, [&](const OldEvent &event) {
        if (event.receivedAt >= m_round.reached)
            return;
        anyOld = true;
        m_round.event = event.id;
        if (event.mayGo)
            unowed.append(event.id);
    });
    if (!read)
        return read;
    m_round.eventsDone = !anyOld && m_round.deliveriesDone;
    return removeEvents(unowed, pruned);
}

Result<void> History::removeEvents(const QList<EventId> &events, Pruned &pruned)
{
    static const QString clear = QStringLiteral("UPDATE event SET owed = 0 WHERE id = ?");
    static const QString remove = QStringLiteral("DELETE FROM event WHERE id = ?");
    Result<void> removed;
    for (const EventId event : events) {
        const bool stays = m_round.replayed.contains(event);
        pruned.events += stays ? 0 : 1;
        removed = removed.and_then([&] { return m_db.run(stays ? clear : remove, {event.value}); }).map([](Query *) {});
    }
    return removed;
}

Result<void> History::removeNotifications(int most, Pruned &pruned)
{
    return m_db
        .run(QStringLiteral("DELETE FROM notification WHERE id IN (SELECT id FROM notification ORDER BY id LIMIT ?) "
                            "AND received_at < ?"),
             {most, stored(m_round.reached)})
        .map([&](Query *) { pruned.notifications += m_db.changes(); });
}

// As far as the deliveries have come.
Result<void> History::removeHours(int most, Pruned &pruned)
{
    const Timestamp before = bucketStart(m_round.reached, lengthOf(ActivityWidth::Hour));
    return ActivityStore(m_db).removeBefore(ActivityWidth::Hour, before, most).map([&](int removed) {
        pruned.figures += removed;
    });
}

// At the end of a round, since only then it is known who is forgotten. True: there are more links to look at.
Result<bool> History::forgetLinks(int most, Pruned &pruned)
{
    QList<std::pair<qint64, QString>> forgotten;
    int looked = 0;
    auto done = eachLinkAfter(m_db, m_round.linkKind, m_round.linkValue, most * 2, [&](const AssetLinkRow &link) {
        ++looked;
        m_round.linkKind = link.kind;
        m_round.linkValue = link.value;
        if (link.forgotten)
            forgotten.append({link.kind, link.value});
    });
    for (const auto &link : std::as_const(forgotten)) {
        done = done.and_then([&] {
            return m_db
                .run(QStringLiteral("DELETE FROM asset_link WHERE kind = ? AND value = ?"), {link.first, link.second})
                .map([](Query *) {});
        });
    }
    pruned.links += forgotten.size();
    return done.map([&] { return looked == most * 2; });
}

Result<Pruned> endedBefore(Database &db, Timestamp before)
{
    return db
        .run(QStringLiteral("SELECT COUNT(*), COALESCE(SUM(attempts), 0) FROM delivery "
                            "WHERE state >= 10 AND finished_at < ?"),
             {stored(before)})
        .map([](Query *row) {
            Pruned pruned;
            if (row->next()) {
                pruned.deliveries = row->integer(0);
                pruned.attempts = row->integer(1);
            }
            row->finish();
            return pruned;
        });
}

Result<qint64> usedBytes(Database &db)
{
    qint64 values[3] = {};
    const QString pragmas[3] = {QStringLiteral("PRAGMA page_count"), QStringLiteral("PRAGMA freelist_count"),
                                QStringLiteral("PRAGMA page_size")};
    for (int i = 0; i < 3; ++i) {
        const auto value = db.number(pragmas[i]);
        if (!value)
            return tl::unexpected(value.error());
        values[i] = value->value_or(0);
    }
    return (values[0] - values[1]) * values[2];
}

} // namespace callboard
