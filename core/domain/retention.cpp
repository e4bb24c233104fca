#include "core/domain/retention.h"

#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace callboard {

namespace {

constexpr qint64 kUnit = 1024;
constexpr char kUnits[] = {'K', 'M', 'G', 'T'};
constexpr double kMostBytes = 1024.0 * 1024 * 1024 * 1024 * 1024; // a petabyte is a slip of the finger

} // namespace

std::optional<QString> retentionProblem(const Retention &retention)
{
    if (retention.age.count() < 0 || retention.bytes < 0)
        return QStringLiteral("What is kept can't be less than nothing.");
    if (retention.age.count() > 0 && retention.age < Retention::kShortestAge)
        return QStringLiteral("History is kept for an hour at least.");
    if (retention.bytes > 0 && retention.bytes < Retention::kSmallestLimit)
        return QStringLiteral("A limit is %1 at least: below it there would be no history at all.")
            .arg(formatSize(Retention::kSmallestLimit));
    return std::nullopt;
}

std::optional<qint64> parseSize(const QString &text)
{
    static const QRegularExpression kSize(QStringLiteral("^([0-9]+(?:\\.[0-9]+)?) ?([KMGT])i?B?$"),
                                          QRegularExpression::CaseInsensitiveOption);
    if (text.trimmed().compare(QLatin1String("none"), Qt::CaseInsensitive) == 0)
        return 0;
    const auto found = kSize.match(text.trimmed());
    if (!found.hasMatch())
        return std::nullopt;
    double bytes = found.captured(1).toDouble();
    const QChar unit = found.captured(2).at(0).toUpper();
    for (const char each : kUnits) {
        bytes *= kUnit;
        if (unit == QLatin1Char(each))
            break;
    }
    if (bytes > kMostBytes)
        return std::nullopt;
    return std::llround(bytes);
}

QString formatSize(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, bytes < kUnit * kUnit ? 0 : 1, QLocale::DataSizeTraditionalFormat);
}

} // namespace callboard
