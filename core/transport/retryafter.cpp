#include "core/transport/retryafter.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace callboard {

namespace {

constexpr std::chrono::seconds kLongest = std::chrono::hours(24);

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::optional<Timestamp> parseHttpDate(const QString &text)
{
    static const std::array formats{QStringLiteral("dd MMM yyyy hh:mm:ss 'GMT'"),
                                    QStringLiteral("dd-MMM-yy hh:mm:ss 'GMT'"),
                                    QStringLiteral("ddd MMM d hh:mm:ss yyyy")};
    // The name of the day says nothing new, and with a year of two digits Qt would find it wrong.
    const QString dayAndTime = text.simplified().section(QStringLiteral(", "), -1);
    for (const QString &format : formats) {
        QDateTime date = QLocale::c().toDateTime(dayAndTime, format);
        if (!date.isValid())
            continue;
        date.setTimeZone(QTimeZone::utc());
        if (format == formats[1] && date.date().year() < 1970) // two digits of a year
            date = date.addYears(100);
        return Timestamp(Milliseconds(date.toMSecsSinceEpoch()));
    }
    return std::nullopt;
}

} // namespace

std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray &value, Timestamp now)
{
    const QByteArray text = value.trimmed();
    if (text.isEmpty())
        return std::nullopt;
    if (std::all_of(text.begin(), text.end(), isDigit)) {
        bool fits = false;
        const qlonglong seconds = text.toLongLong(&fits);
        return fits ? std::min(std::chrono::seconds(seconds), kLongest) : kLongest;
    }
    const auto date = parseHttpDate(QString::fromLatin1(text));
    if (!date)
        return std::nullopt;
    return std::clamp(std::chrono::ceil<std::chrono::seconds>(*date - now), std::chrono::seconds(0), kLongest);
}

} // namespace callboard
