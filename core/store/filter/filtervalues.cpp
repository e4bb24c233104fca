#include "core/store/filter/filtervalues.h"

#include "core/store/deliveryfilter.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <functional>

namespace callboard {

namespace {

using Reader = std::function<std::optional<qint64>(const QString &)>;

constexpr qint64 kMost = std::numeric_limits<qint64>::max();
constexpr qint64 kLeast = std::numeric_limits<qint64>::min();

std::optional<qint64> wholeNumber(const QString &text)
{
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    return ok && number >= 0 ? std::optional(number) : std::nullopt;
}

std::optional<qint64> code(const QString &text)
{
    const auto number = wholeNumber(text);
    return number && *number >= 100 && *number <= 999 ? number : std::nullopt;
}

// 1.5s besides what parseDuration() reads.
std::optional<qint64> microseconds(const QString &text)
{
    static const QRegularExpression kDecimal(QStringLiteral("^(\\d{1,6}\\.\\d{1,6})(ms|s|m|h)$"));
    if (const auto match = kDecimal.match(text); match.hasMatch()) {
        const auto unit = parseDuration(u'1' + match.captured(2));
        return unit ? std::optional(std::llround(match.captured(1).toDouble() * double(unit->count()) * 1000.0))
                    : std::nullopt;
    }
    const auto duration = parseDuration(text);
    return duration ? std::optional(qint64(duration->count()) * 1000) : std::nullopt;
}

std::optional<NumberRange> compared(const QString &relation, const QString &text, const Reader &read)
{
    const auto number = read(text);
    if (!number)
        return std::nullopt;
    if (relation == QLatin1String(">"))
        return NumberRange{*number < kMost ? *number + 1 : kMost, kMost};
    if (relation == QLatin1String(">="))
        return NumberRange{*number, kMost};
    if (relation == QLatin1String("<"))
        return NumberRange{kLeast, *number - 1};
    return NumberRange{kLeast, *number};
}

// Both ends of A..B, either of which may be missing; nothing: it is no range.
std::optional<NumberRange> between(const QString &text, const Reader &read, bool withEnd)
{
    const qsizetype dots = text.indexOf(QLatin1String(".."));
    if (dots < 0)
        return std::nullopt;
    const QString first = text.left(dots);
    const QString last = text.mid(dots + 2);
    const auto from = first.isEmpty() ? std::optional(kLeast) : read(first);
    const auto to = last.isEmpty() ? std::optional(kMost) : read(last);
    if (!from || !to || (first.isEmpty() && last.isEmpty()) || *from > *to)
        return std::nullopt;
    return NumberRange{*from, *to == kMost || withEnd ? *to : *to - 1};
}

} // namespace

std::optional<Timestamp> momentFrom(const QString &text, Timestamp now)
{
    if (const auto age = parseDuration(text); age && !text.back().isDigit())
        return now - *age;
    const auto at = [](const QDateTime &time) {
        return time.isValid() ? std::optional(Timestamp(Milliseconds(time.toMSecsSinceEpoch()))) : std::nullopt;
    };
    const QDate today = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count()).date();
    if (text == QLatin1String("today"))
        return at(today.startOfDay());
    if (text == QLatin1String("yesterday"))
        return at(today.addDays(-1).startOfDay());
    if (text.size() == 10)
        return at(QDate::fromString(text, Qt::ISODate).startOfDay());
    return text.contains(u'T') ? at(QDateTime::fromString(text, Qt::ISODateWithMs)) : std::nullopt;
}

QString momentText(Timestamp moment)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count());
    const QString format = time.time().msec() != 0 ? QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz")
        : time.time().second() != 0                ? QStringLiteral("yyyy-MM-ddTHH:mm:ss")
                                                   : QStringLiteral("yyyy-MM-ddTHH:mm");
    const QString text = time.toString(format);
    return momentFrom(text, {}) == moment ? text : toIso(moment); // an hour of the year has two of each
}

std::optional<NumberRange> numberRange(const QString &relation, const QString &text)
{
    if (relation != QLatin1String(":"))
        return compared(relation, text, wholeNumber);
    if (const auto number = wholeNumber(text))
        return NumberRange{*number, *number};
    return between(text, wholeNumber, true);
}

std::optional<NumberRange> codeRange(const QString &relation, const QString &text)
{
    const auto answered = [](std::optional<NumberRange> range) { // 0 stands for no answer, which is less than none
        if (range)
            range->from = std::max(range->from, qint64(1));
        return range;
    };
    if (relation != QLatin1String(":"))
        return answered(compared(relation, text, code));
    if (text == QLatin1String("none"))
        return NumberRange{0, 0};
    if (text.size() == 3 && text[0] >= u'1' && text[0] <= u'9' && text.mid(1).toLower() == QLatin1String("xx")) {
        const qint64 hundred = qint64(text[0].digitValue()) * 100;
        return NumberRange{hundred, hundred + 99};
    }
    if (const auto number = code(text))
        return NumberRange{*number, *number};
    return answered(between(text, code, true));
}

std::optional<NumberRange> durationRange(const QString &relation, const QString &text)
{
    return relation == QLatin1String(":") ? between(text, microseconds, true) : compared(relation, text, microseconds);
}

std::optional<NumberRange> momentRange(const QString &relation, const QString &text, Timestamp now)
{
    const Reader read = [now](const QString &word) {
        const auto moment = momentFrom(word, now);
        return moment ? std::optional(qint64(moment->time_since_epoch().count())) : std::nullopt;
    };
    if (relation != QLatin1String(":"))
        return compared(relation, text, read);
    if (const auto moment = read(text))
        return NumberRange{*moment, kMost};
    return between(text, read, false);
}

QString globPattern(const QString &text, bool quoted, bool inside)
{
    QString pattern;
    for (const QChar sign : text) {
        const bool letter = sign.unicode() < 128 && sign.isLetter();
        if (sign == u'*' && !quoted)
            pattern += sign;
        else if (sign == u'*' || sign == u'?' || sign == u'[')
            pattern += u'[' + QString(sign) + u']';
        else if (inside && letter) // in either case, as LIKE has it
            pattern += u'[' + QString(sign.toLower()) + sign.toUpper() + u']';
        else
            pattern += sign;
    }
    return inside ? u'*' + pattern + u'*' : pattern;
}

QString likePattern(const QString &text, bool quoted, bool inside)
{
    QString pattern = escapedForLike(text);
    if (!quoted)
        pattern.replace(u'*', u'%');
    return inside ? u'%' + pattern + u'%' : pattern;
}

} // namespace callboard
