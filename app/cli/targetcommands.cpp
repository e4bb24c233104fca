#include "app/cli/targetcommands.h"

#include "app/cli/desk.h"
#include "core/payload/targetimport.h"
#include "core/store/tables/targetstore.h"
#include "core/store/workspacereader.h"

#include <QFile>
#include <QHostAddress>
#include <QSaveFile>
#include <QUrl>

#include <cstdio>

namespace callboard::cli {

namespace {

bool hasSecretInClear(const CallbackTarget &target)
{
    return std::any_of(target.headers.begin(), target.headers.end(),
                       [](const Header &h) { return h.secret && !h.value.isEmpty(); });
}

void warn(const CallbackTarget &target)
{
    for (const FieldProblem &problem : validate(target)) {
        if (!problem.blocking)
            say(QStringLiteral("Note: ") + problem.text);
    }
    const QString host = QUrl(target.url).host();
    const bool local = host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
    if (local && !target.allowPrivate)
        say(QStringLiteral("Note: %1 is an internal address. It is not called unless you allow it: callboard target "
                           "set %2 --allow-private")
                .arg(host)
                .arg(target.id.value));
}

void print(const Common &common, const CallbackTarget &target)
{
    if (common.json)
        printJson(targetToJson(target));
    else
        printLine(QStringLiteral("%1  %2  %3 %4  %5")
                      .arg(target.id.value, 4)
                      .arg(target.name, -24)
                      .arg(toString(target.method), -4)
                      .arg(target.url, toString(target.state)));
}

int save(const Common &common, Desk &desk, const CallbackTarget &target)
{
    auto saved = desk.write<CallbackTarget>([&] { return desk.orders().saveTarget(target); });
    if (!saved)
        return saved.error().code == ErrorCode::NameTaken
            ? (say(QStringLiteral("callboard: ") + saved.error().detail), WrongUsage)
            : report(saved.error());
    print(common, *saved);
    warn(*saved);
    return Done;
}

Result<QByteArray> readAll(const QString &name)
{
    QFile file(name);
    if (name == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly))
        return file.readAll();
    return fail(ErrorCode::NotFound, QStringLiteral("Can't read %1: %2").arg(name, file.errorString()));
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

void printDetails(const CallbackTarget &t)
{
    const auto line = [](const char *label, const QString &value) {
        printLine(QStringLiteral("%1 %2").arg(QLatin1String(label), -14).arg(value));
    };
    line("Target", QStringLiteral("%1  %2").arg(t.id.value).arg(t.name));
    line("URL", t.url);
    line("Method", toString(t.method));
    line("Format", toString(t.format));
    line("Source", t.relay ? toString(t.source) + QStringLiteral(", relayed by Callboard") : toString(t.source));
    for (const Header &header : t.headers)
        line("Header", QStringLiteral("%1: %2").arg(header.name, header.secret ? kMask : header.value));
    line("Called for", triggerWords(t.triggers));
    line("State",
         t.stateReason.isEmpty() ? toString(t.state) : QStringLiteral("%1 (%2)").arg(toString(t.state), t.stateReason));
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
    line("Internal",
         t.allowPrivate ? QStringLiteral("internal addresses allowed") : QStringLiteral("public addresses only"));
}

} // namespace

int addTarget(const Common &common, const TargetOptions &options)
{
    auto target = withOptions(CallbackTarget{}, options);
    if (!target)
        return report(target.error());
    auto desk = Desk::open(common.workspace, hasSecretInClear(*target));
    return desk ? save(common, **desk, *target) : report(desk.error());
}

int setTarget(const Common &common, const QString &name, const TargetOptions &options)
{
    auto desk = Desk::open(common.workspace, !options.secretHeaders.empty());
    if (!desk)
        return report(desk.error());
    auto target = TargetStore((*desk)->db()).find(name).and_then([&](const CallbackTarget &found) {
        return withOptions(found, options);
    });
    return target ? save(common, **desk, *target) : report(target.error());
}

int listTargets(const Common &common)
{
    auto reader = WorkspaceReader::open(common.workspace);
    if (!reader)
        return report(reader.error());
    const QList<CallbackTarget> targets = (*reader)->targets();
    for (const CallbackTarget &target : targets)
        print(common, target);
    if (targets.isEmpty() && !common.json)
        say(QStringLiteral(
            "No targets yet. Add one: callboard target add --name cms --url https://example.com/callback"));
    return Done;
}

int showTarget(const Common &common, const QString &name)
{
    auto reader = WorkspaceReader::open(common.workspace);
    if (!reader)
        return report(reader.error());
    auto target = (*reader)->target(name);
    if (!target)
        return report(target.error());
    if (common.json)
        print(common, *target);
    else
        printDetails(*target);
    return Done;
}

int switchTarget(const Common &common, const QString &name, TargetState state)
{
    auto desk = Desk::open(common.workspace, false);
    if (!desk)
        return report(desk.error());
    auto switched = TargetStore((*desk)->db()).find(name).and_then([&](const CallbackTarget &target) {
        return (*desk)->write<CallbackTarget>([&] { return (*desk)->orders().setTargetState(target.id, state, {}); });
    });
    if (!switched)
        return report(switched.error());
    print(common, *switched);
    return Done;
}

int removeTarget(const Common &common, const QString &name)
{
    auto desk = Desk::open(common.workspace, false);
    if (!desk)
        return report(desk.error());
    auto removed = TargetStore((*desk)->db()).find(name).and_then([&](const CallbackTarget &target) {
        return (*desk)->write<TargetId>([&] { return (*desk)->orders().removeTarget(target.id); });
    });
    if (!removed)
        return report(removed.error());
    if (common.json)
        printJson(QJsonObject{{QStringLiteral("removed"), removed->value}});
    else
        printLine(QStringLiteral("Removed target %1.").arg(removed->value));
    return Done;
}

int importFrom(const Common &common, const QString &file)
{
    auto imported = readAll(file).and_then(importTargets);
    if (!imported)
        return report(imported.error());
    for (const Repair &repair : imported->repairs)
        say(QStringLiteral("Repaired %1:%2: %3, %4").arg(repair.line).arg(repair.column).arg(repair.what, repair.how));
    for (const QString &warning : imported->warnings)
        say(QStringLiteral("Note: ") + warning);
    const bool secrets = std::any_of(imported->targets.begin(), imported->targets.end(), hasSecretInClear);
    auto desk = Desk::open(common.workspace, secrets);
    if (!desk)
        return report(desk.error());
    auto saved = (*desk)->write<QList<CallbackTarget>>([&]() -> Result<QList<CallbackTarget>> {
        QList<CallbackTarget> all;
        for (const CallbackTarget &target : imported->targets) {
            auto one = (*desk)->orders().saveTarget(target);
            if (!one)
                return tl::unexpected(one.error());
            all.append(*one);
        }
        return all;
    });
    if (!saved)
        return report(saved.error());
    for (const CallbackTarget &target : *saved)
        print(common, target);
    return Done;
}

int exportTo(const Common &common, const QString &name)
{
    auto reader = WorkspaceReader::open(common.workspace);
    if (!reader)
        return report(reader.error());
    const QByteArray text = exportTargets((*reader)->targets());
    if (name.isEmpty() || name == QLatin1String("-")) {
        printJson(text);
        return Done;
    }
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return report({ErrorCode::Conflict, QStringLiteral("Can't write %1: %2").arg(name, file.errorString())});
    say(QStringLiteral("Wrote %1. Secret values are left out.").arg(name));
    return Done;
}

} // namespace callboard::cli
