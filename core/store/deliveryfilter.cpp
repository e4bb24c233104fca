#include "core/store/deliveryfilter.h"

#include <algorithm>

namespace callboard {

namespace {

QString escapedForLike(QString text)
{
    return text.replace(u'\\', QLatin1String("\\\\"))
        .replace(u'%', QLatin1String("\\%"))
        .replace(u'_', QLatin1String("\\_"));
}

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

void addText(const QString &text, SqlCondition &condition)
{
    const QString pattern = u'%' + escapedForLike(text) + u'%';
    QStringList parts;
    for (const char *column : {"d.asset", "t.name", "d.error", "d.cause"}) {
        parts.append(QLatin1String(column) + QStringLiteral(" LIKE ? ESCAPE '\\'"));
        condition.values.append(pattern);
    }
    if (const QStringList triggers = triggersNamed(text); !triggers.isEmpty())
        parts.append(QStringLiteral("d.trigger_kind IN (%1)").arg(triggers.join(u',')));
    parts.append(QStringLiteral("d.id IN (SELECT delivery_id FROM delivery_mark WHERE note LIKE ? ESCAPE '\\')"));
    condition.values.append(pattern);
    bool isNumber = false;
    if (const qint64 number = text.toLongLong(&isNumber); isNumber) {
        parts.append(QStringLiteral("d.id = ?"));
        condition.values.append(number);
    }
    condition.text += QStringLiteral(" AND (%1)").arg(parts.join(QLatin1String(" OR ")));
}

} // namespace

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
        add(" AND d.created_at >= ?", qint64(filter.since->time_since_epoch().count()));
    if (filter.until)
        add(" AND d.created_at < ?", qint64(filter.until->time_since_epoch().count()));
    if (filter.marked)
        condition.text += QLatin1String(" AND d.id IN (SELECT delivery_id FROM delivery_mark WHERE marked = 1)");
    if (!filter.text.isEmpty())
        addText(filter.text, condition);
    return condition;
}

} // namespace callboard
