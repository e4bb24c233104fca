#include "core/store/deliveryfilter.h"

#include <limits>

// The conditions of a DeliveryFilter as SQL, one kind of field after the other.

namespace callboard {

namespace {

using Field = DeliveryCondition::Field;

// With %1 for the condition on `v`, where the numbers are not a column of the delivery's own row.
QString numberSql(Field field)
{
    switch (field) {
    case Field::State: return QStringLiteral("d.state %1");
    case Field::Target: return QStringLiteral("d.target_id %1");
    case Field::Trigger: return QStringLiteral("d.trigger_kind %1");
    case Field::Event:
        return QStringLiteral("d.id IN (SELECT id FROM delivery WHERE first_event %1 AND replay_of IS NULL "
                              "UNION ALL SELECT delivery_id FROM delivery_event WHERE event_id %1)");
    case Field::Id: return QStringLiteral("d.id %1");
    case Field::Code: return QStringLiteral("d.status %1");
    case Field::Tries: return QStringLiteral("d.attempts %1");
    case Field::Duration:
        return QStringLiteral("(SELECT COALESCE(l.done_us, (l.finished_at - l.started_at) * 1000) FROM attempt l "
                              "WHERE l.delivery_id = d.id AND l.number = d.attempts) %1");
    case Field::Created: return QStringLiteral("d.created_at %1");
    case Field::Ended: return QStringLiteral("d.finished_at %1");
    case Field::Replayed:
        return QStringLiteral("d.id IN (SELECT replay_of FROM delivery WHERE replay_of IS NOT NULL AND id %1)");
    default: return {};
    }
}

QString rangeSql(Field field, const NumberRange &range, QVariantList &values)
{
    const bool open = range.to == std::numeric_limits<qint64>::max();
    const bool one = range.from == range.to;
    const QString text = numberSql(field);
    for (qsizetype uses = text.count(QLatin1String("%1")); uses > 0; --uses) {
        values.append(range.from);
        if (!open && !one)
            values.append(range.to);
    }
    return text.arg(one ? QStringLiteral("= ?") : open ? QStringLiteral(">= ?") : QStringLiteral("BETWEEN ? AND ?"));
}

// With ? for the word, as often as it is needed.
QString wordSql(Field field)
{
    switch (field) {
    case Field::Asset: return QStringLiteral("+d.asset GLOB ?"); // +: newest first, whatever index there is
    case Field::Cause: return QStringLiteral("+d.cause GLOB ?");
    case Field::Error: return QStringLiteral("d.error LIKE ? ESCAPE '\\'");
    case Field::TargetName:
        return QStringLiteral("d.target_id IN (SELECT id FROM target WHERE name LIKE ? ESCAPE '\\')");
    case Field::Note:
        return QStringLiteral("d.id IN (SELECT delivery_id FROM delivery_mark WHERE note LIKE ? ESCAPE '\\')");
    case Field::Body: // what has not left yet is made from its newest event
        return QStringLiteral(
            "EXISTS (SELECT 1 FROM attempt b WHERE b.delivery_id = d.id AND (holds(b.request_body, ?) "
            "OR holds(b.response_body, ?) OR holds(b.request_head, ?) OR holds(b.response_head, ?))) "
            "OR (d.attempts = 0 AND EXISTS (SELECT 1 FROM event e WHERE e.id = d.latest_event "
            "AND holds(e.data, ?)))");
    default: return {};
    }
}

QString flagSql(Field field)
{
    switch (field) {
    case Field::Marked: return QStringLiteral("d.id IN (SELECT delivery_id FROM delivery_mark WHERE marked = 1)");
    case Field::Noted: return QStringLiteral("d.id IN (SELECT delivery_id FROM delivery_mark WHERE note <> '')");
    case Field::Replay: return QStringLiteral("d.replay_of IS NOT NULL");
    case Field::Doubt:
        return QStringLiteral("d.state < 10 AND EXISTS (SELECT 1 FROM attempt l WHERE l.delivery_id = d.id "
                              "AND l.number = d.attempts AND l.outcome = 3)");
    default: return {};
    }
}

} // namespace

void addCondition(const DeliveryCondition &condition, SqlCondition &sql)
{
    QStringList parts;
    for (const NumberRange &range : condition.ranges)
        parts.append(rangeSql(condition.field, range, sql.values));
    for (const QString &word : condition.words) {
        if (condition.field == Field::Text) {
            const SqlCondition text = anywhere(word);
            parts.append(text.text);
            sql.values += text.values;
            continue;
        }
        const QString part = wordSql(condition.field);
        for (qsizetype uses = part.count(u'?'); uses > 0; --uses)
            sql.values.append(word);
        parts.append(part);
    }
    if (const QString flag = flagSql(condition.field); !flag.isEmpty())
        parts.append(flag);
    const QString any = parts.join(QLatin1String(") OR ("));
    // What is not known is neither: it has no place among those that are, and belongs to the others.
    sql.text +=
        (condition.negated ? QStringLiteral(" AND NOT COALESCE((%1), 0)") : QStringLiteral(" AND ((%1))")).arg(any);
}

} // namespace callboard
