#include "app/cli/targetcommands.h"

#include "app/cli/desk.h"
#include "app/cli/secrets.h"
#include "app/cli/targettext.h"
#include "core/payload/targetimport.h"
#include "core/store/tables/targetstore.h"
#include "core/store/workspacereader.h"

#include <QFile>
#include <QFileInfo>
#include <QHostAddress>
#include <QSaveFile>
#include <QUrl>

#include <cstdio>

namespace callboard::cli {

namespace {

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

void warnOfCertificates(const CallbackTarget &target)
{
    for (const QString &note : certificateNotes(target, SystemClock().now()))
        say(note);
}

Health healthIn(const QHash<TargetId, TargetHealth> &failing, const CallbackTarget &target)
{
    const auto found = failing.constFind(target.id);
    return found == failing.constEnd() ? std::nullopt : Health(*found);
}

int save(const Common &common, Desk &desk, const CallbackTarget &target, KeyNews news)
{
    auto saved = desk.write<CallbackTarget>([&] { return desk.orders().saveTarget(target); });
    if (!saved)
        return saved.error().code == ErrorCode::NameTaken
            ? (say(QStringLiteral("callboard: ") + saved.error().detail), WrongUsage)
            : report(saved.error());
    news.publicKey = publicKeyOf(*saved, desk.book().vault());
    print(common, *saved, {}, news);
    warn(*saved);
    for (const QString &note : news.notes)
        say(note);
    warnOfCertificates(*saved);
    return Done;
}

// With what is asked of its access and its signing.
Result<SignedTarget> changed(const CallbackTarget &target, const TargetOptions &options)
{
    return withOptions(target, options)
        .and_then([&](const CallbackTarget &made) { return withAccess(made, options.access); })
        .and_then([&](const CallbackTarget &made) { return withSigning(made, options.signing, SystemClock().now()); });
}

// Absent: there is none, which is said elsewhere.
std::optional<CallbackTarget> presentTarget(const Common &common, const QString &name)
{
    const auto reader = WorkspaceReader::open(common.workspace);
    const auto found = reader ? (*reader)->target(name) : tl::unexpected(reader.error());
    return found ? std::optional(*found) : std::nullopt;
}

// To hand it to a receiver again. Only where there is one is the vault asked for; where it is closed, nothing is said.
KeyNews publicNews(const CallbackTarget &target, const QString &workspace)
{
    if (target.signing.scheme != SigningScheme::Ed25519)
        return {};
    const auto vault = openVaultOf(workspace);
    return {{}, vault ? publicKeyOf(target, vault->get()) : QString(), {}};
}

Result<QByteArray> readAll(const QString &name)
{
    QFile file(name);
    if (name == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly))
        return file.readAll();
    return fail(ErrorCode::NotFound, QStringLiteral("Can't read %1: %2").arg(name, file.errorString()));
}

} // namespace

int addTarget(const Common &common, const TargetOptions &options)
{
    auto made = changed(CallbackTarget{}, options);
    if (!made)
        return report(made.error());
    auto desk = Desk::open(common.workspace, hasUnsealed(made->target));
    return desk ? save(common, **desk, made->target, made->news) : report(desk.error());
}

int setTarget(const Common &common, const QString &name, const TargetOptions &options)
{
    const bool needVault = !options.secretHeaders.empty() || options.signing.needVault()
        || options.access.needVault(presentTarget(common, name));
    auto desk = Desk::open(common.workspace, needVault);
    if (!desk)
        return report(desk.error());
    auto target = TargetStore((*desk)->db()).find(name).and_then([&](const CallbackTarget &found) {
        return changed(found, options);
    });
    return target ? save(common, **desk, target->target, target->news) : report(target.error());
}

int listTargets(const Common &common)
{
    auto reader = WorkspaceReader::open(common.workspace);
    if (!reader)
        return report(reader.error());
    const QList<CallbackTarget> targets = (*reader)->targets();
    const QHash<TargetId, TargetHealth> failing = (*reader)->targetHealth();
    for (const CallbackTarget &target : targets)
        print(common, target, healthIn(failing, target));
    for (const CallbackTarget &target : targets)
        warnOfCertificates(target);
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
    const Health health = healthIn((*reader)->targetHealth(), *target);
    const KeyNews news = publicNews(*target, common.workspace);
    if (common.json)
        print(common, *target, health, news);
    else
        printDetails(*target, health, news);
    warnOfCertificates(*target);
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
    const bool secrets = std::any_of(imported->targets.begin(), imported->targets.end(), hasUnsealed);
    auto desk = Desk::open(common.workspace, secrets);
    if (!desk)
        return report(desk.error());
    (*desk)->setOccasion(QStringLiteral("importing %1").arg(QFileInfo(file).fileName()));
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
        printJson(common.json ? QByteArray(text).replace('\n', "") : text.trimmed());
        return Done;
    }
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return report({ErrorCode::Conflict, QStringLiteral("Can't write %1: %2").arg(name, file.errorString())});
    say(QStringLiteral("Wrote %1. Secret values are left out.").arg(name));
    return Done;
}

} // namespace callboard::cli
