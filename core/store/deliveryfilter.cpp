#include "core/store/deliveryfilter.h"

#include <algorithm>

namespace callboard {

namespace {

// The triggers whose word or event type holds the text: the database knows them by number only.
QStringList triggersNamed(const QString &text)
{
    QStringList numbers;
    for (const TriggerInfo &entry : allTriggers()) {
        if (QString(entry.word).contains(text, Qt::CaseInsensitive)
            || QString(entry.eventType).contains(text, Qt::CaseInsensitive))
            numbers.append(QString::number(int(entry.trigger)));
    }
    return numbers;
}

qint64 number(Timestamp time)
{
    return time.time_since_epoch().count();
}

} // namespace

QString escapedForLike(QString text)
{
    return text.replace(u'\\', QLatin1String("\\\\"))
        .replace(u'%', QLatin1String("\\%"))
        .replace(u'_', QLatin1String("\\_"));
}

SqlCondition anywhere(const QString &text)
{
    const QString pattern = u'%' + escapedForLike(text) + u'%';
    SqlCondition sql;
    QStringList parts;
    const auto add = [&](const char *part) {
        parts.append(QLatin1String(part));
        sql.values.append(pattern);
    };
    add("d.asset LIKE ? ESCAPE '\\'");
    add("d.error LIKE ? ESCAPE '\\'");
    add("d.cause LIKE ? ESCAPE '\\'");
    add("d.target_id IN (SELECT id FROM target WHERE name LIKE ? ESCAPE '\\')"); // worked out once, not for each row
    add("d.id IN (SELECT delivery_id FROM delivery_mark WHERE note LIKE ? ESCAPE '\\')");
    if (const QStringList triggers = triggersNamed(text); !triggers.isEmpty())
        parts.append(QStringLiteral("d.trigger_kind IN (%1)").arg(triggers.join(u',')));
    bool isNumber = false;
    if (const qint64 id = text.toLongLong(&isNumber); isNumber) {
        parts.append(QStringLiteral("d.id = ?"));
        sql.values.append(id);
    }
    sql.text = parts.join(QLatin1String(" OR "));
    return sql;
}

SqlCondition conditionFor(const DeliveryFilter &filter)
{
    SqlCondition condition{QStringLiteral("1 = 1"), {}};
    if (!filter.states.isEmpty()) {
        QStringList numbers;
        for (DeliveryState state : filter.states)
            numbers.append(QString::number(int(state)));
        condition.text += QStringLiteral(" AND d.state IN (%1)").arg(numbers.join(u','));
        const bool indexed = std::all_of(filter.states.begin(), filter.states.end(), [](DeliveryState state) {
            return state >= DeliveryState::Held && state != DeliveryState::Delivered;
        });
        if (indexed) // the index's own words: see resources/schema
            condition.text += QLatin1String(" AND d.state >= 4 AND d.state <> 10");
    }
    const auto add = [&condition](const char *text, const QVariant &value) {
        condition.text += QLatin1String(text);
        condition.values.append(value);
    };
    if (filter.target.isValid())
        add(" AND d.target_id = ?", filter.target.value);
    if (!filter.asset.isEmpty())
        add(" AND d.asset = ?", filter.asset);
    if (!filter.cause.isEmpty())
        add(" AND d.cause = ?", filter.cause);
    if (filter.since)
        add(" AND d.created_at >= ?", number(*filter.since));
    if (filter.until)
        add(" AND d.created_at < ?", number(*filter.until));
    if (filter.marked)
        condition.text += QLatin1String(" AND d.id IN (SELECT delivery_id FROM delivery_mark WHERE marked = 1)");
    if (filter.endedSince)
        add(" AND d.finished_at >= ?", number(*filter.endedSince));
    if (filter.endedUntil)
        add(" AND d.finished_at < ?", number(*filter.endedUntil));
    if (filter.event.isValid()) {
        const NumberRange one{filter.event.value, filter.event.value};
        addCondition({DeliveryCondition::Field::Event, false, {one}, {}, {}}, condition);
    }
    if (!filter.text.isEmpty()) {
        const SqlCondition text = anywhere(filter.text);
        condition.text += QStringLiteral(" AND (%1)").arg(text.text);
        condition.values += text.values;
    }
    for (const DeliveryCondition &more : filter.conditions)
        addCondition(more, condition);
    return condition;
}

} // namespace callboard
