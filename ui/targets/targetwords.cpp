#include "ui/targets/targetwords.h"

#include "ui/look/recorded.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace callboard::words {

using namespace std::chrono;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(callboard::TargetWords)
};

// "OK" of "HTTP/1.1 200 OK".
QString reasonPhrase(const QByteArray &head)
{
    const QByteArray line = head.left(head.indexOf("\r\n"));
    const qsizetype space = line.indexOf(' ', line.indexOf(' ') + 1);
    return space < 0 ? QString() : QString::fromLatin1(line.mid(space + 1)).trimmed();
}

std::optional<QString> timeOf(const Exchange &exchange)
{
    if (!exchange.timings.done)
        return std::nullopt;
    return duration(duration_cast<Milliseconds>(*exchange.timings.done));
}

// A window is set, not measured: whole minutes are said as such.
QString windowEnd(Milliseconds time)
{
    return time >= 2min && time < 1h && time % 1min == 0ms ? Words::tr("%1 min").arg(floor<minutes>(time).count())
                                                           : duration(time);
}

} // namespace

QString format(PayloadFormat format)
{
    switch (format) {
    case PayloadFormat::LightFlow: return Words::tr("LightFlow JSON");
    case PayloadFormat::Spark: return Words::tr("Spark XML");
    case PayloadFormat::CloudEvents: return Words::tr("CloudEvents JSON");
    }
    return {};
}

QString how(const CallbackTarget &target)
{
    if (!target.isOursToSend())
        return Words::tr("by the encoder");
    QString text = format(target.format);
    if (target.isMail())
        text = Words::tr("%1 by mail").arg(text);
    if (target.relay)
        text = Words::tr("%1, relayed").arg(text);
    if (target.coalesceWindow > 0ms)
        text = Words::tr("%1, %2").arg(text, window(target.coalesceWindow, target.coalesceLongest));
    return text;
}

QString window(Milliseconds shortest, Milliseconds longest)
{
    if (shortest <= 0ms)
        return Words::tr("off");
    return longest > shortest ? Words::tr("%1 to %2").arg(windowEnd(shortest), windowEnd(longest))
                              : windowEnd(shortest);
}

QString coalescing(const CallbackTarget &target)
{
    if (target.coalesceWindow <= 0ms)
        return Words::tr("Every event is a request of its own.");
    const QString shortest = windowEnd(target.coalesceWindow);
    return target.adaptsWindow()
        ? Words::tr(
              "At most one request per asset in %1, and in up to %2 while it changes often, with the latest state.")
              .arg(shortest, windowEnd(target.coalesceLongest))
        : Words::tr("At most one request per asset in %1, with the latest state.").arg(shortest);
}

QString state(TargetState state)
{
    switch (state) {
    case TargetState::Enabled: return Words::tr("Enabled");
    case TargetState::Paused: return Words::tr("Paused");
    case TargetState::Disabled: return Words::tr("Disabled");
    case TargetState::Gone: return Words::tr("Gone");
    }
    return {};
}

QString firesFor(TriggerSet triggers)
{
    if (triggers.isEmpty())
        return Words::tr("nothing");
    if (triggers.count() == int(allTriggers().size()))
        return Words::tr("all events");
    QStringList list;
    for (const TriggerInfo &entry : allTriggers()) {
        if (triggers.has(entry.trigger))
            list.append(entry.word);
    }
    return list.join(QStringLiteral(", "));
}

QString duration(Milliseconds time)
{
    if (time < 1s)
        return Words::tr("%1 ms").arg(time.count());
    if (time < 10min) {
        const bool whole = time % 1s == 0ms;
        return Words::tr("%1 s").arg(QLocale().toString(double(time.count()) / 1000.0, 'f', whole ? 0 : 1));
    }
    if (time < 3h)
        return Words::tr("%1 min").arg(floor<minutes>(time).count());
    if (time < 96h)
        return Words::tr("%1 h").arg(floor<hours>(time).count());
    return Words::tr("%1 d").arg(floor<days>(time).count());
}

QString retries(const RetryPolicy &policy)
{
    if (policy.delays.isEmpty())
        return Words::tr("one try only");
    const QString tries = Words::tr("%n retries", nullptr, int(policy.delays.size()));
    return Words::tr("%1 in %2").arg(tries, duration(policy.span()));
}

QString moment(Timestamp time)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count());
    return QString(QLocale().toString(local, QLocale::ShortFormat) + u' ' + local.timeZoneAbbreviation());
}

QString answer(const Exchange &exchange)
{
    const std::optional<QString> time = timeOf(exchange);
    if (exchange.status != 0 && exchange.outcome != Outcome::InDoubt) {
        const QString line = QString::number(exchange.status) + u' ' + reasonPhrase(exchange.responseHead);
        return time ? Words::tr("%1 in %2").arg(line.trimmed(), *time) : line.trimmed();
    }
    const QString why = exchange.errorText.isEmpty() ? toString(exchange.errorClass)
                                                     : inOurLanguage(exchange.errorText);
    if (exchange.outcome == Outcome::InDoubt) { // the reason, a sentence of its own, comes last
        return time ? Words::tr("In doubt after %1: the request left, no complete answer came. %2").arg(*time, why)
                    : Words::tr("In doubt: the request left, no complete answer came. %1").arg(why);
    }
    return time ? Words::tr("Not sent after %1: %2").arg(*time, why) : Words::tr("Not sent: %1").arg(why);
}

QString problem(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NameTaken: return Words::tr("Another target has this name. Choose a different one.");
    case ErrorCode::StoreUnavailable:
        return Words::tr("The workspace could not be written (%1). Check its disk and try again.").arg(error.detail);
    case ErrorCode::StoreBusy: return Words::tr("Another program is writing to the workspace. Try again in a moment.");
    case ErrorCode::WorkspaceInUse:
        return Words::tr("Another Callboard has this workspace open and is the one that writes to it (%1).")
            .arg(error.detail);
    case ErrorCode::VaultUnavailable:
        return Words::tr(
                   "The vault is locked, so secret values can't be stored or sent. Unlock the keychain and try again. "
                   "(%1)")
            .arg(error.detail);
    case ErrorCode::VaultCorrupt:
        return Words::tr("A stored secret can't be opened. Type its value again. (%1)").arg(error.detail);
    case ErrorCode::Conflict:
        return Words::tr("It was changed or sent before with other content: %1").arg(error.detail);
    default: return inOurLanguage(error.detail);
    }
}

} // namespace callboard::words
