#include "core/store/tables/rulestore.h"

namespace callboard {

namespace {

const QString kColumns = QStringLiteral("r.target_id, r.since_event, r.name, r.state, r.triggers, r.scope_kind, "
                                        "r.scope_id, r.source, r.relay, r.removed");

Rule ruleFrom(const Query &row)
{
    Rule rule;
    rule.target.id = {row.integer(0)};
    rule.since = {row.integer(1)};
    rule.target.name = row.text(2);
    rule.target.state = TargetState(row.integer(3));
    rule.target.triggers = TriggerSet::fromBits(quint32(row.integer(4)));
    rule.target.scope = {ScopeKind(row.integer(5)), row.text(6)};
    rule.target.source = CallbackSource(row.integer(7));
    rule.target.relay = row.integer(8) != 0;
    rule.removed = row.integer(9) != 0;
    return rule;
}

bool saysTheSame(const Rule &rule, const CallbackTarget &target, bool removed)
{
    return rule.removed == removed && rule.target.name == target.name && rule.target.state == target.state
        && rule.target.triggers == target.triggers && rule.target.scope == target.scope
        && rule.target.source == target.source && rule.target.relay == target.relay;
}

} // namespace

Result<void> RuleStore::record(const CallbackTarget &target, bool removed)
{
    const auto last = m_db.lastReserved(QStringLiteral("event"));
    if (!last)
        return tl::unexpected(last.error());
    bool known = false;
    auto looked = m_db.each(
        QStringLiteral("SELECT %1 FROM target_rule r WHERE r.target_id = ? ORDER BY r.since_event DESC LIMIT 1")
            .arg(kColumns),
        {target.id.value}, [&](const Query &row) { known = saysTheSame(ruleFrom(row), target, removed); });
    if (!looked || known)
        return looked;
    return m_db
        .run(QStringLiteral(
                 "INSERT INTO target_rule (target_id, since_event, name, state, triggers, scope_kind, scope_id, "
                 "source, relay, removed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                 "ON CONFLICT (target_id, since_event) DO UPDATE SET name = excluded.name, state = excluded.state, "
                 "triggers = excluded.triggers, scope_kind = excluded.scope_kind, scope_id = excluded.scope_id, "
                 "source = excluded.source, relay = excluded.relay, removed = excluded.removed"),
             {target.id.value, *last + 1, target.name, int(target.state), target.triggers.bits(),
              int(target.scope.kind), target.scope.id, int(target.source), int(target.relay), int(removed)})
        .map([](Query *) {});
}

Result<QList<CallbackTarget>> RuleStore::inForceAt(EventId event)
{
    QList<CallbackTarget> targets;
    return m_db
        .each(QStringLiteral("SELECT %1 FROM target_rule r LEFT JOIN target t ON t.id = r.target_id "
                             "WHERE r.removed = 0 AND r.since_event = (SELECT MAX(n.since_event) FROM target_rule n "
                             "WHERE n.target_id = r.target_id AND n.since_event <= ?) ORDER BY t.position, r.target_id")
                  .arg(kColumns),
              {event.value}, [&](const Query &row) { targets.append(ruleFrom(row).target); })
        .map([&] { return targets; });
}

Result<QList<CallbackTarget>> RuleStore::unrecordedAt(const MediaEvent &event)
{
    QList<CallbackTarget> targets;
    const auto first = reachBackTo();
    if (!first)
        return tl::unexpected(first.error());
    if (event.id >= *first)
        return targets;
    return m_db
        .each(QStringLiteral("SELECT id, name FROM target WHERE created_at < ? "
                             "AND (removed_at IS NULL OR removed_at > ?) ORDER BY position, id"),
              {stored(event.receivedAt), stored(event.receivedAt)},
              [&](const Query &row) {
                  CallbackTarget target;
                  target.id = {row.integer(0)};
                  target.name = row.text(1);
                  targets.append(target);
              })
        .map([&] { return targets; });
}

// The schema that brought the table wrote a row for every target there was, with one and the same event: the first of
// all rows is where the record begins. A workspace that never had a target has nothing that is not recorded.
Result<EventId> RuleStore::reachBackTo()
{
    return m_db.number(QStringLiteral("SELECT MIN(since_event) FROM target_rule"))
        .map([](const std::optional<qint64> &first) { return EventId{first.value_or(1)}; });
}

Result<QList<Rule>> RuleStore::all()
{
    QList<Rule> rules;
    return m_db
        .each(QStringLiteral("SELECT %1 FROM target_rule r ORDER BY r.since_event, r.target_id").arg(kColumns), {},
              [&](const Query &row) { rules.append(ruleFrom(row)); })
        .map([&] { return rules; });
}

} // namespace callboard
