#include "core/store/ledgerrules.h"

#include "core/domain/matching.h"
#include "core/store/tables/rulestore.h"

#include <algorithm>

namespace callboard {

namespace {

// The rules in force at one event; goes forward only. Targets of a single asset, of which there may be as many as
// assets, are looked at for that asset's events alone.
class RulesInForce {
public:
    explicit RulesInForce(QList<Rule> rules)
        : m_rules(std::move(rules))
    {
    }

    void advanceTo(EventId event)
    {
        for (; m_next < m_rules.size() && m_rules[m_next].since <= event; ++m_next)
            take(m_rules[m_next]);
    }

    [[nodiscard]] int wanting(const MediaEvent &event) const
    {
        const auto wantsIt = [&event](const CallbackTarget &target) { return wants(target, event); };
        auto count = std::count_if(m_general.begin(), m_general.end(), wantsIt);
        if (const auto own = m_ofAsset.constFind(event.asset); own != m_ofAsset.constEnd())
            count += std::count_if(own->begin(), own->end(), wantsIt);
        return int(count);
    }

private:
    using Targets = QList<CallbackTarget>;

    void take(const Rule &rule)
    {
        const TargetId id = rule.target.id;
        if (const auto before = m_scopes.constFind(id); before != m_scopes.constEnd())
            listFor(*before).removeIf([id](const CallbackTarget &target) { return target.id == id; });
        if (rule.removed) {
            m_scopes.remove(id);
            return;
        }
        m_scopes.insert(id, rule.target.scope);
        listFor(rule.target.scope).append(rule.target);
    }

    Targets &listFor(const Scope &scope) { return scope.kind == ScopeKind::Asset ? m_ofAsset[scope.id] : m_general; }

    QList<Rule> m_rules;
    qsizetype m_next = 0;
    Targets m_general;
    QHash<QString, Targets> m_ofAsset;
    QHash<TargetId, Scope> m_scopes; // where each of them is
};

// What matching reads of an event, and nothing else.
MediaEvent matchedPart(const Query &row)
{
    MediaEvent event;
    event.id = {row.integer(0)};
    event.trigger = Trigger(row.integer(1));
    event.source = row.text(2);
    event.type = row.text(3);
    event.asset = row.text(4);
    event.project = row.text(5);
    return event;
}

// The first event that can be compared.
Result<qint64> firstCompared(Database &db)
{
    const auto recorded = RuleStore(db).reachBackTo();
    const auto shortened = db.number(QStringLiteral("SELECT value FROM total WHERE name = 'rules_checked_from'"));
    if (!recorded)
        return tl::unexpected(recorded.error());
    if (!shortened)
        return tl::unexpected(shortened.error());
    return std::max(recorded->value, shortened->value_or(0) + 1);
}

QString difference(EventId event, qint64 owed, int wanting)
{
    return QStringLiteral("Event %1 was owed to %2 targets; by the rules in force then it was wanted by %3.")
        .arg(event.value)
        .arg(owed)
        .arg(wanting);
}

} // namespace

Result<QStringList> unexplainedByRules(Database &db, int most)
{
    const auto first = firstCompared(db);
    auto rules = RuleStore(db).all();
    if (!first)
        return tl::unexpected(first.error());
    if (!rules)
        return tl::unexpected(rules.error());
    auto events = db.run(QStringLiteral("SELECT id, trigger_kind, source, type, asset, project, owed FROM event "
                                        "WHERE id >= ? ORDER BY id"),
                         {*first});
    if (!events)
        return tl::unexpected(events.error());
    RulesInForce inForce(std::move(*rules));
    QStringList findings;
    while (findings.size() < most && (*events)->next()) {
        const MediaEvent event = matchedPart(**events);
        inForce.advanceTo(event.id);
        const qint64 owed = (*events)->integer(6);
        if (const int wanting = inForce.wanting(event); owed != wanting)
            findings.append(difference(event.id, owed, wanting));
    }
    const auto ended = (*events)->ended();
    (*events)->finish();
    return ended.map([&] { return findings; });
}

} // namespace callboard
