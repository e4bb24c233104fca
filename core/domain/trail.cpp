#include "core/domain/trail.h"

#include <QJsonArray>

#include <algorithm>

namespace callboard {

namespace {

constexpr qsizetype kLongestValue = 500;
constexpr int kMostHeadersNamed = 2;
constexpr int kMostRanges = 40;
const QLatin1String kHeader("header ");

QString shortened(const QString &text)
{
    return text.size() <= kLongestValue ? text : text.left(kLongestValue) + QStringLiteral("…");
}

QString named(const QString &field)
{
    return fieldLabel(field);
}

} // namespace

QString subjectOf(TargetId target)
{
    return QStringLiteral("target:%1").arg(target.value);
}

QString subjectOf(DeliveryId delivery)
{
    return QStringLiteral("delivery:%1").arg(delivery.value);
}

TargetId targetIn(const QString &subject)
{
    const QLatin1String prefix("target:");
    return {subject.startsWith(prefix) ? subject.mid(prefix.size()).toLongLong() : 0};
}

QString summaryOf(const QList<FieldDifference> &differences)
{
    if (differences.isEmpty())
        return QStringLiteral("nothing changed");
    const auto plainHeader = [](const FieldDifference &one) { return !one.secret && one.field.startsWith(kHeader); };
    const auto headers = std::ranges::count_if(differences, plainHeader);
    QStringList words;
    QStringList secrets;
    bool counted = false;
    for (const FieldDifference &one : differences) {
        if (one.secret)
            secrets.append(named(one.field));
        else if (!plainHeader(one) || headers <= kMostHeadersNamed)
            words.append(named(one.field));
        else if (!std::exchange(counted, true))
            words.append(QStringLiteral("%1 headers").arg(headers));
    }
    QString line = words.join(QStringLiteral(", "));
    if (!secrets.isEmpty())
        line += (line.isEmpty() ? QString() : QStringLiteral("; "))
            + QStringLiteral("secret %1 changed").arg(secrets.join(QStringLiteral(", ")));
    return line;
}

QJsonArray toJson(const QList<FieldDifference> &differences)
{
    QJsonArray array;
    for (const FieldDifference &one : differences) {
        QJsonObject object{{QStringLiteral("field"), one.field},
                           {QStringLiteral("before"), shortened(one.before)},
                           {QStringLiteral("after"), shortened(one.after)}};
        if (one.secret)
            object.insert(QStringLiteral("secret"), true);
        array.append(object);
    }
    return array;
}

QList<FieldDifference> differencesFrom(const QJsonArray &json)
{
    QList<FieldDifference> list;
    for (const QJsonValue &item : json) {
        const QJsonObject object = item.toObject();
        list.append({object[QLatin1String("field")].toString(), object[QLatin1String("before")].toString(),
                     object[QLatin1String("after")].toString(), object[QLatin1String("secret")].toBool()});
    }
    return list;
}

QString idRanges(const QList<DeliveryId> &ids)
{
    QList<qint64> sorted;
    for (const DeliveryId id : ids)
        sorted.append(id.value);
    std::ranges::sort(sorted);
    QStringList ranges;
    for (qsizetype i = 0; i < sorted.size();) {
        qsizetype end = i;
        while (end + 1 < sorted.size() && sorted[end + 1] <= sorted[end] + 1)
            ++end;
        if (ranges.size() == kMostRanges) {
            ranges.append(QStringLiteral("…"));
            break;
        }
        ranges.append(sorted[i] == sorted[end] ? QString::number(sorted[i])
                                               : QStringLiteral("%1-%2").arg(sorted[i]).arg(sorted[end]));
        i = end + 1;
    }
    return ranges.join(QStringLiteral(", "));
}

} // namespace callboard
