#include "ui/deliveries/replay/replayplan.h"

#include "core/store/filter/filterlanguage.h"

namespace callboard {

namespace {

using Field = DeliveryCondition::Field;

constexpr NumberRange kAll{};

QString momentOf(qint64 moment)
{
    return toIso(Timestamp(Milliseconds(moment)));
}

QString between(const NumberRange &range)
{
    if (range.to == kAll.to)
        return momentOf(range.from);
    return (range.from == kAll.from ? QString() : momentOf(range.from)) + QStringLiteral("..") + momentOf(range.to + 1);
}

QString valueOf(Field field, const NumberRange &range)
{
    if (field == Field::Target)
        return QStringLiteral("#%1").arg(range.from);
    if (field == Field::Ended)
        return between(range);
    return momentOf(range.from != kAll.from ? range.from : range.to + 1);
}

QString keyOf(const DeliveryCondition &condition)
{
    if (condition.field == Field::Target)
        return QStringLiteral("target:");
    if (condition.field == Field::Ended)
        return QStringLiteral("ended:");
    const bool since = condition.ranges.constFirst().from != kAll.from; // one term's are all of a kind
    return since ? QStringLiteral("since:") : QStringLiteral("until:");
}

// As it was written it would be read by the names and the time of then.
QString lasting(const DeliveryCondition &condition)
{
    const bool passing = condition.field == Field::Target || condition.field == Field::Created
        || condition.field == Field::Ended;
    if (!passing || condition.ranges.isEmpty())
        return condition.source;
    QStringList values;
    for (const NumberRange &range : condition.ranges)
        values.append(valueOf(condition.field, range));
    return QString((condition.negated ? QStringLiteral("-") : QString()) + keyOf(condition) + values.join(u','));
}

// Taken out of the filter.
QStringList momentsOf(DeliveryFilter &filter)
{
    QStringList terms;
    if (filter.since)
        terms.append(QStringLiteral("since:") + toIso(*filter.since));
    if (filter.until)
        terms.append(QStringLiteral("until:") + toIso(*filter.until));
    if (filter.endedUntil)
        terms.append(QStringLiteral("ended:")
                     + (filter.endedSince ? toIso(*filter.endedSince) : QString()) // open at the front
                     + QStringLiteral("..") + toIso(*filter.endedUntil));
    else if (filter.endedSince)
        terms.append(QStringLiteral("ended:") + toIso(*filter.endedSince));
    for (auto *moment : {&filter.since, &filter.until, &filter.endedSince, &filter.endedUntil})
        moment->reset();
    return terms;
}

} // namespace

QString replayPlan(DeliveryFilter filter, DeliveryId newest)
{
    QStringList terms = momentsOf(filter);
    for (DeliveryCondition &condition : filter.conditions)
        condition.source = lasting(condition);
    terms.append(filterText(filter, {}, {}));
    terms.append(QStringLiteral("id<=%1 not replayed>%1").arg(newest.value));
    return terms.join(u' ');
}

Result<DeliveryFilter> filterOfPlan(const QString &plan)
{
    const ParsedFilter parsed = parseFilter(plan, {}, {});
    if (!parsed.problems.isEmpty())
        return fail(ErrorCode::Malformed, parsed.problems.constFirst().sentence());
    return parsed.filter;
}

} // namespace callboard
