#include "ui/overview/overviewwords.h"

#include "ui/deliveries/deliverytext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>

#include <cmath>

namespace callboard::overviewwords {

using namespace std::chrono_literals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(callboard::OverviewWords)
};

QDateTime local(Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count());
}

struct CauseWord {
    const char *cause;
    const char *word;
};

constexpr CauseWord kCauses[] = {
    {"dns", QT_TRANSLATE_NOOP("callboard::OverviewWords", "Name not found")},
    {"refused", QT_TRANSLATE_NOOP("callboard::OverviewWords", "Connection refused")},
    {"unreachable", QT_TRANSLATE_NOOP("callboard::OverviewWords", "Unreachable")},
    {"connect-timeout", QT_TRANSLATE_NOOP("callboard::OverviewWords", "No connection in time")},
    {"tls", QT_TRANSLATE_NOOP("callboard::OverviewWords", "No trusted connection")},
    {"policy", QT_TRANSLATE_NOOP("callboard::OverviewWords", "Address not allowed")},
    {"timeout", QT_TRANSLATE_NOOP("callboard::OverviewWords", "No answer in time")},
    {"closed", QT_TRANSLATE_NOOP("callboard::OverviewWords", "Connection closed")},
    {"protocol", QT_TRANSLATE_NOOP("callboard::OverviewWords", "Answer is not HTTP")},
    {"configuration", QT_TRANSLATE_NOOP("callboard::OverviewWords", "Can't be sent as configured")},
    {"interrupted", QT_TRANSLATE_NOOP("callboard::OverviewWords", "Interrupted")},
    {"cancelled", QT_TRANSLATE_NOOP("callboard::OverviewWords", "Stopped")},
};

} // namespace

QString number(qint64 count)
{
    return QLocale().toString(count);
}

QString percent(std::optional<double> share)
{
    if (!share)
        return kUnknown;
    const double thousandths = std::floor(*share * 1000 + 1e-9);
    const int decimals = std::fmod(thousandths, 10) == 0 ? 0 : 1;
    return Words::tr("%1 %").arg(QLocale().toString(thousandths / 10, 'f', decimals));
}

QString duration(std::optional<Milliseconds> duration)
{
    return deliverytext::duration(duration);
}

QString pair(std::optional<Milliseconds> first, std::optional<Milliseconds> second)
{
    if (!first || !second)
        return kUnknown;
    if (*first >= 1ms && *second < 1s) // one unit says it for both
        return QStringLiteral("%1 · %2").arg(first->count()).arg(duration(second));
    return QStringLiteral("%1 · %2").arg(duration(first), duration(second));
}

QString age(Milliseconds age)
{
    const qint64 seconds = std::max<qint64>(0, std::chrono::floor<std::chrono::seconds>(age).count());
    if (seconds < 60)
        return Words::tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return Words::tr("%1 min").arg(seconds / 60);
    return seconds < 48 * 3600 ? Words::tr("%1 h").arg(seconds / 3600) : Words::tr("%1 d").arg(seconds / 86'400);
}

QString rangeWord(OverviewRange range)
{
    switch (range) {
    case OverviewRange::Hour: return Words::tr("1 h");
    case OverviewRange::Day: return Words::tr("24 h");
    case OverviewRange::Week: return Words::tr("7 days");
    case OverviewRange::Month: return Words::tr("30 days");
    }
    return kUnknown;
}

QString stepWord(Milliseconds step)
{
    const auto minutes = std::chrono::floor<std::chrono::minutes>(step).count();
    if (minutes == 1)
        return Words::tr("minute");
    if (minutes == 60)
        return Words::tr("hour");
    return minutes < 60 ? Words::tr("%1 min").arg(minutes) : Words::tr("%1 h").arg(minutes / 60);
}

QString spanWord(const TimeSpan &span)
{
    const QLocale locale;
    const QDateTime from = local(span.from);
    const QDateTime until = local(span.until);
    const QString day = QStringLiteral("d MMM");
    const QString hour = QStringLiteral("HH:mm");
    const QString end = from.date() == until.date() ? locale.toString(until, hour)
                                                    : locale.toString(until, QString(day + u' ' + hour));
    return Words::tr("%1, %2 – %3").arg(locale.toString(from, day), locale.toString(from, hour), end);
}

QString momentWord(Timestamp time)
{
    return QLocale().toString(local(time), QStringLiteral("d MMM, HH:mm"));
}

QString causeWord(const QString &cause)
{
    const QString status = cause.section(u'-', 1);
    if (cause.startsWith(QLatin1String("http-")))
        return QString(status + u' ' + deliverytext::reason(status.toInt())).trimmed();
    if (cause.startsWith(QLatin1String("smtp-")))
        return Words::tr("%1 from the mail server").arg(status);
    for (const CauseWord &known : kCauses) {
        if (cause == QLatin1String(known.cause))
            return Words::tr(known.word);
    }
    return cause.isEmpty() ? Words::tr("Cause not recorded") : cause;
}

QString outcomes(const ActivityCounts &counts)
{
    QStringList lines{Words::tr("%1 delivered").arg(number(counts.delivered))};
    const auto add = [&lines](qint64 count, const QString &text) {
        if (count > 0)
            lines.append(text);
    };
    add(counts.failed, Words::tr("%1 failed").arg(number(counts.failed)));
    add(counts.cancelled, Words::tr("%1 cancelled").arg(number(counts.cancelled)));
    add(counts.accepted, Words::tr("%1 came in").arg(number(counts.accepted)));
    add(counts.attemptsFailed, Words::tr("%Ln attempts failed", nullptr, int(counts.attemptsFailed)));
    add(counts.attemptsInDoubt, Words::tr("%Ln attempts in doubt", nullptr, int(counts.attemptsInDoubt)));
    return lines.join(u'\n');
}

QString answerTimes(const ActivityCounts &counts)
{
    if (!percentile(counts.latency, 0.5))
        return Words::tr("nothing was answered");
    return Words::tr("half within %1\n95 % within %2\n99 % within %3")
        .arg(duration(percentile(counts.latency, 0.5)), duration(percentile(counts.latency, 0.95)),
             duration(percentile(counts.latency, 0.99)));
}

} // namespace callboard::overviewwords
