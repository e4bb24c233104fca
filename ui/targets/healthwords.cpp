#include "ui/targets/healthwords.h"

#include "ui/look/recorded.h"
#include "ui/targets/targetwords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace callboard::words {

using namespace std::chrono;

namespace {

constexpr qsizetype kNamed = 3; // targets in the banner; of the rest it says how many

struct Words {
    Q_DECLARE_TR_FUNCTIONS(callboard::HealthWords)
};

QString lasting(Milliseconds time)
{
    if (time < 2min)
        return duration(floor<seconds>(std::max<Milliseconds>(time, 1s)));
    return time < 100min ? Words::tr("%1 min").arg(floor<minutes>(time).count())
                         : Words::tr("%1 h").arg(floor<hours>(time).count());
}

QString dayAndTime(Timestamp time)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count());
    return QLocale().toString(local, Words::tr("d MMM, HH:mm"));
}

Timestamp pauseOf(const TargetHealth &health)
{
    return health.failingSince + kGiveUpAfter;
}

// Rounded up, and never none.
qint64 hoursUntilPause(const TargetHealth &health, Timestamp now)
{
    return std::max<qint64>(ceil<hours>(pauseOf(health) - now).count(), 1);
}

QStringList openCircuit(const TargetSummary &summary)
{
    QStringList lines{
        isOpenCircuitReason(summary.heldBecause) ? inOurLanguage(summary.heldBecause)
                                                 : Words::tr("Its circuit is open."),
        Words::tr("What it is owed is held, not lost. Single attempts go on and find out whether it is back.")};
    if (summary.health->probes > 1)
        lines.append(Words::tr("The last %1 of them failed.").arg(summary.health->probes));
    return lines;
}

} // namespace

QString health(const TargetHealth &health, Timestamp now)
{
    if (warns(health.failingSince, now))
        return pauseOf(health) > now ? Words::tr("Pauses in %1 h").arg(hoursUntilPause(health, now))
                                     : Words::tr("Pauses soon");
    return health.circuitOpen ? Words::tr("Circuit open")
                              : Words::tr("Failing for %1").arg(lasting(now - health.failingSince));
}

// Only an attempt that fails makes it pause: past its time it is the next one.
QString forecast(const TargetHealth &health, Timestamp now)
{
    return pauseOf(health) > now
        ? Words::tr("Paused by Callboard on %1 unless something arrives").arg(dayAndTime(pauseOf(health)))
        : Words::tr("Paused by Callboard with the next attempt unless it arrives");
}

QString stateInFull(const TargetSummary &summary, Timestamp now)
{
    if (!summary.health) {
        const bool explained = summary.target.state == TargetState::Paused && !summary.target.stateReason.isEmpty();
        const QString resume = Words::tr(
            "Resume it (P) once its receiver is back: what it is owed is kept and goes out then.");
        return explained ? QString(summary.target.stateReason + u'\n' + resume) : summary.target.stateReason;
    }
    const TargetHealth &health = *summary.health;
    QStringList lines{Words::tr("Nothing but failures since %1, for %2.")
                          .arg(moment(health.failingSince), lasting(now - health.failingSince))};
    if (health.circuitOpen)
        lines += openCircuit(summary);
    else
        lines += Words::tr("What it is owed is tried again as its schedule says.");
    lines += QString(forecast(health, now) + u'.');
    lines += Words::tr("Send test in its form (E) shows what its receiver says.");
    if (health.circuitOpen)
        lines += Words::tr("Try now (T) closes the circuit and sends what is held.");
    return lines.join(u'\n');
}

QString formRemark(const TargetSummary &summary)
{
    if (!summary.health)
        return {};
    const QString since = moment(summary.health->failingSince);
    return summary.health->circuitOpen
        ? Words::tr("Failing since %1, and its circuit is open. Saving closes it and sends what is held.").arg(since)
        : Words::tr("Failing since %1. Send test shows what its receiver says.").arg(since);
}

QList<TargetSummary> aboutToBePaused(const QList<TargetSummary> &all, Timestamp now)
{
    QList<TargetSummary> about;
    std::copy_if(all.begin(), all.end(), std::back_inserter(about), [now](const TargetSummary &summary) {
        return summary.health && warns(summary.health->failingSince, now);
    });
    std::stable_sort(about.begin(), about.end(), [](const TargetSummary &a, const TargetSummary &b) {
        return a.health->failingSince < b.health->failingSince;
    });
    return about;
}

QString pauseWarning(const QList<TargetSummary> &about, Timestamp now)
{
    if (about.isEmpty())
        return {};
    const QString within = QString::number(hoursUntilPause(*about.last().health, now));
    if (about.size() == 1)
        return Words::tr("“%1” will be paused by Callboard within %2 h unless something arrives.")
            .arg(about.first().target.name, within);
    QStringList names;
    for (const TargetSummary &summary : about.first(std::min(about.size(), kNamed)))
        names.append(summary.target.name);
    const QString list = names.join(QLatin1String(", "));
    const QString which = about.size() > kNamed
        ? Words::tr("%1 and %2 more").arg(list, QString::number(about.size() - kNamed))
        : list;
    return Words::tr("%n targets will be paused by Callboard within %1 h unless something arrives: %2", nullptr,
                     int(about.size()))
        .arg(within, which);
}

} // namespace callboard::words
