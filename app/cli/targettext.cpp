#include "app/cli/targettext.h"

#include "app/cli/targetaccess.h"
#include "core/payload/record/jsontokens.h"
#include "core/payload/targetimport.h"

namespace callboard::cli {

namespace {

QByteArray toJson(const CallbackTarget &target, const Health &health, const KeyNews &news)
{
    const auto timeOrNull = [](const std::optional<Timestamp> &time) {
        return time ? jsonString(toIso(*time)) : QByteArrayLiteral("null");
    };
    const auto since = health ? std::optional(health->failingSince) : std::nullopt;
    const bool open = health && health->circuitOpen;
    QByteArray object = targetToJson(target);
    object.chop(1); // its brace: the fields go on
    QList<RecordField> fields{{"failingSince", timeOrNull(since)},
                              {"circuitOpen", open ? "true" : "false"},
                              {"pausesAt", timeOrNull(switchOffAt(since))}};
    fields += accessFields(target);
    if (!news.made.isEmpty())
        fields.append({"signingSecret", jsonString(news.made)});
    if (!news.publicKey.isEmpty())
        fields.append({"publicKey", jsonString(news.publicKey)});
    return object + ',' + writeJsonObject(fields).mid(1);
}

QString stateOf(const CallbackTarget &target, const Health &health)
{
    if (!health)
        return toString(target.state);
    const QString failing =
        QStringLiteral("%1, failing since %2").arg(toString(target.state), toIso(health->failingSince));
    return health->circuitOpen ? failing + QStringLiteral(", circuit open") : failing;
}

QString triggerWords(TriggerSet set)
{
    QStringList words;
    for (const TriggerInfo &entry : allTriggers()) {
        if (set.has(entry.trigger))
            words.append(entry.flag);
    }
    return words.isEmpty() ? QStringLiteral("nothing") : words.join(QLatin1String(", "));
}

QString coalescingWords(const CallbackTarget &t)
{
    if (t.coalesceWindow.count() == 0)
        return QStringLiteral("off");
    QString words = formatDuration(t.coalesceWindow);
    if (t.adaptsWindow())
        words += QStringLiteral(" to %1, adapting").arg(formatDuration(t.coalesceLongest));
    return t.urgent.isEmpty() ? words : words + QStringLiteral("; at once for ") + triggerWords(t.urgent);
}

void line(const char *label, const QString &value)
{
    printLine(QStringLiteral("%1 %2").arg(QLatin1String(label), -14).arg(value));
}

void printHealth(const TargetHealth &health)
{
    line("Failing", QStringLiteral("since %1").arg(toIso(health.failingSince)));
    if (health.circuitOpen)
        line("Circuit",
             QStringLiteral("open: what it is owed is held, single attempts go on; to try now: callboard target "
                            "enable %1")
                 .arg(health.target.value));
    line("Pauses", QStringLiteral("%1 unless something arrives").arg(toIso(health.failingSince + kGiveUpAfter)));
}

void printKeys(const KeyNews &news)
{
    if (!news.made.isEmpty())
        line("Signing key", news.made + QStringLiteral("  (keep it: it is not shown again)"));
    if (!news.publicKey.isEmpty())
        line("Public key", news.publicKey);
}

} // namespace

void print(const Common &common, const CallbackTarget &target, const Health &health, const KeyNews &news)
{
    if (common.json) {
        printJson(toJson(target, health, news));
        return;
    }
    printLine(QStringLiteral("%1  %2  %3 %4  %5")
                  .arg(target.id.value, 4)
                  .arg(target.name, -24)
                  .arg(toString(target.method), -4)
                  .arg(target.url, stateOf(target, health)));
    printKeys(news);
}

void printDetails(const CallbackTarget &t, const Health &health, const KeyNews &news)
{
    line("Target", QStringLiteral("%1  %2").arg(t.id.value).arg(t.name));
    line("URL", t.url);
    line("Method", toString(t.method));
    line("Format", toString(t.format));
    line("Source", t.relay ? toString(t.source) + QStringLiteral(", relayed by Callboard") : toString(t.source));
    for (const Header &header : t.headers)
        line("Header", QStringLiteral("%1: %2").arg(header.name, header.secret ? kMask : header.value));
    for (const auto &[label, words] : accessLines(t))
        line(label, words);
    line("Signing", signingWords(t.signing, SystemClock().now()));
    printKeys(news);
    line("Called for", triggerWords(t.triggers));
    line("State",
         t.stateReason.isEmpty() ? toString(t.state) : QStringLiteral("%1 (%2)").arg(toString(t.state), t.stateReason));
    if (health)
        printHealth(*health);
    if (t.scope.kind != ScopeKind::All)
        line("Only for",
             QStringLiteral("%1 %2").arg(
                 t.scope.kind == ScopeKind::Project ? QStringLiteral("project") : QStringLiteral("asset"), t.scope.id));
    line("Coalescing", coalescingWords(t));
    if (t.pipelining)
        line("Pipelining", QStringLiteral("%1 connections, %2 deep").arg(t.connections).arg(t.pipelineDepth));
    line("Retry", t.retry.toString());
    line("Time-out", formatDuration(t.totalTimeout));
    line("In flight", QString::number(t.maxInFlight));
    line("Rate", t.rate.isSet() ? rateText(t.rate) : QStringLiteral("no limit"));
    line("Internal",
         t.allowPrivate ? QStringLiteral("internal addresses allowed") : QStringLiteral("public addresses only"));
}

} // namespace callboard::cli
