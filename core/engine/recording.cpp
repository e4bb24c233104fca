#include "core/engine/recording.h"

#include "core/store/tables/revisionstore.h"
#include "core/store/tables/trailstore.h"

#include <QJsonArray>

namespace callboard {

namespace {

constexpr Milliseconds kSameBulk = std::chrono::minutes(1);
constexpr qsizetype kPartOfABulk = 100; // what is ordered so many at a time may go on

QString quoted(const CallbackTarget &target)
{
    return QStringLiteral("“%1”").arg(target.name);
}

bool isOfState(const FieldDifference &difference)
{
    return difference.field == QLatin1String("state") || difference.field == QLatin1String("stateReason");
}

QString actionFor(const std::optional<CallbackTarget> &before, const CallbackTarget &after,
                  const QList<FieldDifference> &found)
{
    if (!before)
        return QStringLiteral("target.created");
    const bool onlyState = !found.isEmpty() && std::all_of(found.begin(), found.end(), isOfState);
    return onlyState ? switchedTo(after.state) : QStringLiteral("target.changed");
}

} // namespace

QString switchedTo(TargetState state)
{
    switch (state) {
    case TargetState::Enabled: return QStringLiteral("target.enabled");
    case TargetState::Paused: return QStringLiteral("target.paused");
    case TargetState::Disabled: return QStringLiteral("target.disabled");
    case TargetState::Gone: return QStringLiteral("target.gone");
    }
    return {};
}

Recording::Recording(Database &db, const Clock &clock, QString actor, QString occasion)
    : m_db(db)
    , m_clock(clock)
    , m_actor(std::move(actor))
    , m_occasion(std::move(occasion))
{
}

Result<void> Recording::add(TrailEntry entry)
{
    entry.actor = m_actor;
    if (!m_occasion.isEmpty())
        entry.detail.insert(QStringLiteral("occasion"), m_occasion);
    return TrailStore(m_db).add(entry, m_clock.now());
}

Result<void> Recording::saved(const std::optional<CallbackTarget> &before, const CallbackTarget &after, QString action)
{
    RevisionStore revisions(m_db);
    const QList<FieldDifference> found = before ? differences(*before, after) : QList<FieldDifference>{};
    TrailEntry entry;
    entry.action = action.isEmpty() ? actionFor(before, after, found) : std::move(action);
    entry.subject = subjectOf(after.id);
    entry.summary = quoted(after);
    const bool tellsFields = entry.action == QLatin1String("target.changed")
        || entry.action == QLatin1String("target.restored");
    if (before && tellsFields)
        entry.summary += QStringLiteral(": ") + summaryOf(found);
    else if (!after.stateReason.isEmpty())
        entry.summary += QStringLiteral(": ") + after.stateReason;
    entry.detail = {{QStringLiteral("name"), after.name},
                    {QStringLiteral("revision"), after.revision},
                    {QStringLiteral("definition"), definitionDigest(after)},
                    {QStringLiteral("changes"), toJson(before ? found : differences(CallbackTarget{}, after))}};
    return (before ? revisions.begin(*before) : Result<void>())
        .and_then([&] { return revisions.record(after, m_clock.now(), m_actor); })
        .and_then([&](bool) { return add(std::move(entry)); });
}

Result<void> Recording::removed(const CallbackTarget &target)
{
    return RevisionStore(m_db).begin(target).and_then([&] {
        return add({{},
                    QStringLiteral("target.removed"),
                    subjectOf(target.id),
                    quoted(target),
                    {{QStringLiteral("name"), target.name}, {QStringLiteral("revision"), target.revision}}});
    });
}

Result<void> Recording::deliveries(const QString &action, const QList<DeliveryId> &ids, const QJsonObject &detail)
{
    if (ids.isEmpty())
        return {};
    const QString ranges = idRanges(ids);
    TrailEntry entry{m_actor, action, ids.size() == 1 ? subjectOf(ids.first()) : QString(), ranges, detail};
    entry.detail.insert(QStringLiteral("count"), ids.size());
    entry.detail.insert(QStringLiteral("ids"), ranges);
    if (!m_occasion.isEmpty())
        entry.summary = QStringLiteral("%1 of %2").arg(ids.size()).arg(m_occasion);
    else if (ids.size() > 1)
        entry.summary = QStringLiteral("%1 of them: %2").arg(ids.size()).arg(ranges);
    TrailStore trail(m_db);
    auto last = trail.newest();
    if (!last && last.error().code != ErrorCode::NotFound)
        return tl::unexpected(last.error());
    const qint64 part = last ? last->entry.detail[QLatin1String("part")].toInteger() : 0;
    const Timestamp until = last ? last->at + Milliseconds(last->entry.detail[QLatin1String("tookMs")].toInteger())
                                 : Timestamp{};
    const bool goesOn = part >= kPartOfABulk && last->entry.action == action && last->entry.actor == m_actor
        && m_clock.now() >= until && m_clock.now() - until < kSameBulk;
    entry.detail.insert(QStringLiteral("part"), ids.size());
    if (!goesOn)
        return add(std::move(entry));
    const qint64 count = last->entry.detail[QLatin1String("count")].toInteger() + ids.size();
    QJsonObject &grown = last->entry.detail;
    grown.insert(QStringLiteral("count"), count);
    grown.insert(QStringLiteral("part"), ids.size());
    grown.insert(QStringLiteral("tookMs"), qint64((m_clock.now() - last->at).count()));
    last->entry.subject.clear();
    last->entry.summary = QStringLiteral("%1 of them, from %2").arg(count).arg(grown[QLatin1String("ids")].toString());
    return trail.replaceNewest(*last);
}

Result<void> Recording::settings(const QString &name, const QJsonObject &before, const QJsonObject &after)
{
    QList<FieldDifference> found;
    for (auto it = after.begin(); it != after.end(); ++it) {
        const QJsonValue was = before[it.key()];
        if (was == it.value())
            continue;
        const auto text = [](const QJsonValue &value) { return value.toVariant().toString(); };
        const bool secret = text(was).startsWith(QLatin1String("secret:"))
            || text(it.value()).startsWith(QLatin1String("secret:"));
        const auto shown = [&](const QJsonValue &value) {
            return secret && !text(value).isEmpty() ? kMask : text(value);
        };
        found.append({it.key(), shown(was), shown(it.value()), secret});
    }
    return add({{},
                QStringLiteral("settings.changed"),
                QStringLiteral("settings:") + name,
                summaryOf(found),
                {{QStringLiteral("changes"), toJson(found)}}});
}

} // namespace callboard
