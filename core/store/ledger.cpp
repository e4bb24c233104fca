#include "core/store/ledger.h"

#include <cstdlib>
#include <tuple>

namespace callboard {

namespace {

constexpr int kMostFindings = 20;

struct Check {
    const char *sql; // one row per thing that is wrong: a number that names it
    const char *text;
};

constexpr Check kChecks[] = {
    {"SELECT e.id FROM event e WHERE e.owed <> (SELECT COUNT(*) FROM delivery d WHERE d.first_event = e.id "
     "AND d.replay_of IS NULL) + (SELECT COUNT(*) FROM delivery_event de WHERE de.event_id = e.id)",
     "Event %1 does not have as many outcomes as targets it was owed to."},
    // CROSS JOIN: the order of the loops, which the planner turns round until every delivery meets every other.
    {"SELECT d.first_event FROM delivery_event de CROSS JOIN delivery c ON c.id = de.delivery_id CROSS JOIN delivery d "
     "ON d.first_event = de.event_id AND d.target_id = c.target_id AND d.replay_of IS NULL UNION ALL "
     "SELECT de.event_id FROM delivery_event de CROSS JOIN delivery c ON c.id = de.delivery_id "
     "GROUP BY de.event_id, c.target_id HAVING COUNT(*) > 1 UNION ALL "
     "SELECT d.first_event FROM delivery d WHERE d.replay_of IS NULL "
     "GROUP BY d.first_event, d.target_id HAVING COUNT(*) > 1",
     "Event %1 has two outcomes for one target."},
    {"SELECT d.id FROM delivery d WHERE d.replay_of IS NULL AND d.latest_event <> d.first_event AND NOT EXISTS "
     "(SELECT 1 FROM delivery_event de WHERE de.delivery_id = d.id AND de.event_id = d.latest_event)",
     "Delivery %1 does not carry the event it says it carries."},
    {"SELECT d.id FROM delivery d WHERE d.merged <> (SELECT COUNT(*) FROM delivery_event de WHERE de.delivery_id = "
     "d.id)",
     "Delivery %1 has not absorbed as many events as it says."},
    {"SELECT d.id FROM delivery d WHERE d.state = 10 AND NOT EXISTS "
     "(SELECT 1 FROM attempt a WHERE a.delivery_id = d.id AND a.outcome = 1)",
     "Delivery %1 is called delivered without an attempt that was."},
    {"SELECT d.id FROM delivery d WHERE d.state = 2 AND NOT EXISTS "
     "(SELECT 1 FROM attempt a WHERE a.delivery_id = d.id AND a.outcome = 0)",
     "Delivery %1 is called under way without an attempt that is."},
    {"SELECT a.delivery_id FROM attempt a JOIN delivery d ON d.id = a.delivery_id WHERE a.outcome = 0 AND d.state <> 2",
     "Delivery %1 has an attempt under way and is not called so."},
    {"SELECT d.id FROM delivery d WHERE (d.state >= 10) <> (d.finished_at IS NOT NULL)",
     "Delivery %1 is final without an end, or ended without being final."},
    {"SELECT COALESCE(t.target_id, c.target_id) FROM tally t FULL JOIN (SELECT target_id, state, COUNT(*) AS n "
     "FROM delivery GROUP BY target_id, state) c ON c.target_id = t.target_id AND c.state = t.state "
     "WHERE COALESCE(t.n, 0) <> COALESCE(c.n, 0)",
     "The count of deliveries of target %1 is wrong."},
};

struct Totals {
    qint64 owed = 0;
    qint64 outcomes = 0;
    qint64 pruned = 0;
};

Result<void> readTotals(Database &db, Totals &totals)
{
    return db.each(QStringLiteral("SELECT name, value FROM total"), {}, [&totals](const Query &row) {
        const QString name = row.text(0);
        if (qint64 *total = name == kOwed ? &totals.owed
                : name == kOutcomes       ? &totals.outcomes
                : name == kPruned         ? &totals.pruned
                                          : nullptr)
            *total = row.integer(1);
    });
}

// What was counted as it happened must be what is there and what was pruned.
Result<void> compareTotals(Database &db, LedgerCount &count)
{
    Totals totals;
    return readTotals(db, totals).map([&] {
        for (const auto &[name, whole, now] :
             {std::tuple{kOwed, totals.owed, count.accepted}, std::tuple{kOutcomes, totals.outcomes, count.outcomes}}) {
            if (whole - totals.pruned == now)
                continue;
            ++count.unexplained;
            count.findings.append(QStringLiteral("The sum “%1” is %2; %3 are there and %4 were pruned.")
                                      .arg(name)
                                      .arg(whole)
                                      .arg(now)
                                      .arg(totals.pruned));
        }
    });
}

Result<void> runChecks(Database &db, LedgerCount &count)
{
    Result<void> done;
    for (const Check &check : kChecks) {
        done = done.and_then([&] {
            return db.each(QLatin1String(check.sql), {}, [&](const Query &row) {
                ++count.unexplained;
                if (count.findings.size() < kMostFindings)
                    count.findings.append(QString::fromLatin1(check.text).arg(row.integer(0)));
            });
        });
    }
    return done;
}

Result<LedgerCount> count(Database &db)
{
    LedgerCount count;
    const auto accepted = db.number(QStringLiteral("SELECT SUM(owed) FROM event"));
    const auto outcomes = db.number(QStringLiteral("SELECT (SELECT COUNT(*) FROM delivery WHERE replay_of IS NULL) "
                                                   "+ (SELECT COUNT(*) FROM delivery_event)"));
    if (!accepted)
        return tl::unexpected(accepted.error());
    if (!outcomes)
        return tl::unexpected(outcomes.error());
    count.accepted = accepted->value_or(0);
    count.outcomes = outcomes->value_or(0);
    return runChecks(db, count).and_then([&] { return compareTotals(db, count); }).map([&] { return count; });
}

} // namespace

Result<LedgerCount> recount(Database &db)
{
    const bool own = !db.inTransaction();
    auto counted = db.beginReading().and_then([&] { return count(db); });
    if (own)
        db.rollback();
    return counted;
}

Result<LedgerCount> balance(Database &db)
{
    Totals totals;
    return readTotals(db, totals).map([&] {
        LedgerCount count;
        count.accepted = totals.owed;
        count.outcomes = totals.outcomes;
        count.unexplained = std::abs(totals.owed - totals.outcomes);
        return count;
    });
}

} // namespace callboard
