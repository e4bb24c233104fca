#include "core/store/ledger.h"

namespace callboard {

namespace {

constexpr int kMostFindings = 20;

struct Check {
    const char *sql; // one row per thing that is wrong: a number that names it
    const char *text;
};

constexpr Check kChecks[] = {
    {"SELECT e.id FROM event e LEFT JOIN (SELECT event_id, COUNT(*) AS n FROM delivery_event GROUP BY event_id) c "
     "ON c.event_id = e.id WHERE COALESCE(c.n, 0) <> e.owed",
     "Event %1 does not have as many outcomes as targets it was owed to."},
    {"SELECT MIN(de.event_id) FROM delivery_event de JOIN delivery d ON d.id = de.delivery_id "
     "GROUP BY de.event_id, d.target_id HAVING COUNT(*) > 1",
     "Event %1 has two outcomes for one target."},
    {"SELECT d.id FROM delivery d WHERE d.replay_of IS NULL AND NOT EXISTS "
     "(SELECT 1 FROM delivery_event de WHERE de.delivery_id = d.id AND de.event_id = d.latest_event)",
     "Delivery %1 does not carry the event it says it carries."},
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
};

} // namespace

Result<LedgerCount> recount(Database &db)
{
    LedgerCount count;
    const auto accepted = db.number(QStringLiteral("SELECT SUM(owed) FROM event"));
    const auto outcomes = db.number(
        QStringLiteral("SELECT COUNT(*) FROM delivery_event de JOIN delivery d ON d.id = de.delivery_id"));
    if (!accepted)
        return tl::unexpected(accepted.error());
    if (!outcomes)
        return tl::unexpected(outcomes.error());
    count.accepted = accepted->value_or(0);
    count.outcomes = outcomes->value_or(0);
    for (const Check &check : kChecks) {
        auto rows = db.run(QLatin1String(check.sql));
        if (!rows)
            return tl::unexpected(rows.error());
        while ((*rows)->next()) {
            ++count.unexplained;
            if (count.findings.size() < kMostFindings)
                count.findings.append(QString::fromLatin1(check.text).arg((*rows)->value(0).toLongLong()));
        }
    }
    return count;
}

} // namespace callboard
