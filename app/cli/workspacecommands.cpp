#include "app/cli/workspacecommands.h"

#include "app/cli/desk.h"
#include "core/engine/definitions.h"
#include "core/store/enginelock.h"
#include "core/store/tables/trailstore.h"
#include "core/store/tables/workspacesettingsstore.h"
#include "core/store/workspacecheck.h"
#include "core/store/workspacefile.h"
#include "core/store/workspacesalvage.h"

#include <QFileInfo>
#include <QJsonArray>

namespace callboard::cli {

namespace {

// Which process runs it, in words; empty: none does.
QString holderOf(const QString &workspace)
{
    const auto lock = lockEngine(workspace);
    return !lock && lock.error().code == ErrorCode::WorkspaceInUse ? lock.error().detail : QString();
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QString isoOf(const std::optional<Timestamp> &time)
{
    return time ? toIso(*time) : QString();
}

QString toText(const Retention &retention)
{
    const QString limit = retention.bytes > 0
        ? QStringLiteral(", oldest first beyond %1").arg(formatSize(retention.bytes))
        : QString();
    return (retention.age.count() > 0 ? formatDuration(retention.age) : QStringLiteral("for ever")) + limit;
}

QJsonObject toJson(const Retention &retention)
{
    return {{QStringLiteral("age"), orNull(retention.age.count() > 0 ? formatDuration(retention.age) : QString())},
            {QStringLiteral("limitBytes"), retention.bytes > 0 ? QJsonValue(retention.bytes) : QJsonValue()}};
}

QJsonObject toJson(const WorkspaceInfo &info, const QString &heldBy)
{
    return {{QStringLiteral("path"), info.path},
            {QStringLiteral("tag"), info.tag},
            {QStringLiteral("schema"), info.schema},
            {QStringLiteral("fileBytes"), info.fileBytes},
            {QStringLiteral("usedBytes"), info.usedBytes},
            {QStringLiteral("targets"), info.targets},
            {QStringLiteral("events"), info.events},
            {QStringLiteral("deliveries"), info.deliveries},
            {QStringLiteral("open"), info.open},
            {QStringLiteral("attempts"), info.attempts},
            {QStringLiteral("pruned"), info.pruned},
            {QStringLiteral("oldestEvent"), orNull(isoOf(info.oldestEvent))},
            {QStringLiteral("newestEvent"), orNull(isoOf(info.newestEvent))},
            {QStringLiteral("retention"), toJson(info.retention)},
            {QStringLiteral("heldBy"), orNull(heldBy)}};
}

void printText(const WorkspaceInfo &info, const QString &heldBy)
{
    const auto line = [](const char *name, const QString &value) {
        printLine(QStringLiteral("%1  %2").arg(QLatin1String(name), -10).arg(value));
    };
    line("Workspace", info.path);
    line("Schema", QString::number(info.schema));
    line("Size", QStringLiteral("%1, %2 of it in use").arg(formatSize(info.fileBytes), formatSize(info.usedBytes)));
    line("Targets", QString::number(info.targets));
    line("Events",
         info.oldestEvent ? QStringLiteral("%1, from %2 to %3")
                                .arg(info.events)
                                .arg(toIso(*info.oldestEvent), isoOf(info.newestEvent))
                          : QStringLiteral("0"));
    line("Deliveries", QStringLiteral("%1, %2 of them open").arg(info.deliveries).arg(info.open));
    line("Attempts", QString::number(info.attempts));
    line("Kept", toText(info.retention));
    line("Run by", heldBy.isEmpty() ? QStringLiteral("nobody") : heldBy);
}

QString trailHead(const Common &common)
{
    const auto check = Database::open(common.workspace, Database::Access::Read).and_then([](const auto &db) {
        return TrailStore(*db).verify();
    });
    return check ? QString::fromLatin1(check->head.toHex()) : QString();
}

// One line for each tenth.
FileProgress tenths(const QString &what)
{
    return [what, told = 0](int percent) mutable {
        if (percent / 10 <= told)
            return;
        told = percent / 10;
        say(QStringLiteral("%1: %2 %").arg(what).arg(told * 10));
    };
}

Result<Retention> changed(Retention retention, const RetentionOptions &options)
{
    if (options.age) {
        const QString text = QString::fromStdString(*options.age);
        const auto age = text == QLatin1String("forever") ? Milliseconds(0) : parseDuration(text);
        if (!age)
            return fail(ErrorCode::InvalidArgument, QStringLiteral("--age “%1”: expected 90d or forever.").arg(text));
        retention.age = *age;
    }
    if (options.limit) {
        const QString text = QString::fromStdString(*options.limit);
        const auto bytes = parseSize(text);
        if (!bytes)
            return fail(ErrorCode::InvalidArgument, QStringLiteral("--limit “%1”: expected 2GB or none.").arg(text));
        retention.bytes = *bytes;
    }
    return retention;
}

} // namespace

int workspaceInfo(const Common &common)
{
    auto db = Database::open(common.workspace, Database::Access::Read);
    if (!db)
        return report(db.error());
    const auto info = callboard::workspaceInfo(**db);
    if (!info)
        return report(info.error());
    const QString heldBy = holderOf(common.workspace);
    if (common.json)
        printJson(toJson(*info, heldBy));
    else
        printText(*info, heldBy);
    return Done;
}

int backupWorkspace(const Common &common, const QString &file)
{
    auto db = Database::open(common.workspace, Database::Access::Read);
    if (!db)
        return report(db.error());
    const auto made = callboard::backupWorkspace(**db, file, tenths(QStringLiteral("Copying")));
    if (!made)
        return report(made.error());
    const QFileInfo copy(file);
    if (common.json)
        printJson(
            QJsonObject{{QStringLiteral("backup"), copy.absoluteFilePath()}, {QStringLiteral("bytes"), copy.size()}});
    else
        printLine(QStringLiteral("%1: %2, checked. Secrets in it need the same vault key.")
                      .arg(copy.absoluteFilePath(), formatSize(copy.size())));
    return Done;
}

int verifyWorkspace(const Common &common)
{
    const auto findings = callboard::verifyWorkspace(common.workspace, say);
    if (!findings)
        return report(findings.error());
    for (const QString &finding : *findings)
        say(finding);
    if (common.json)
        printJson(QJsonObject{{QStringLiteral("sound"), findings->isEmpty()},
                              {QStringLiteral("findings"), QJsonArray::fromStringList(*findings)},
                              {QStringLiteral("trailHead"), trailHead(common)}});
    else
        printLine(findings->isEmpty() ? QStringLiteral("The workspace is sound.")
                                      : QStringLiteral("The workspace is not sound: %1 found.").arg(findings->size()));
    if (const QString head = trailHead(common); findings->isEmpty() && !common.json && !head.isEmpty())
        say(QStringLiteral("Newest hash of the trail, which proves all before it: %1").arg(head));
    return findings->isEmpty() ? Done : Failed;
}

int salvageWorkspace(const Common &common, const QString &file)
{
    const auto salvaged = callboard::salvageWorkspace(common.workspace, file, say);
    if (!salvaged)
        return report(salvaged.error());
    if (common.json)
        printJson(QJsonObject{{QStringLiteral("workspace"), QFileInfo(file).absoluteFilePath()},
                              {QStringLiteral("rows"), salvaged->rows},
                              {QStringLiteral("complete"), salvaged->complete}});
    else
        printLine(
            salvaged->complete
                ? QStringLiteral("%1: all %2 rows.").arg(file).arg(salvaged->rows)
                : QStringLiteral("%1: %2 rows; what could not be read is missing.").arg(file).arg(salvaged->rows));
    return Done;
}

int setRetention(const Common &common, const RetentionOptions &options)
{
    auto db = Database::open(common.workspace, Database::Access::Read);
    if (!db)
        return report(db.error());
    const auto settings = WorkspaceSettingsStore(**db).load();
    if (!settings)
        return report(settings.error());
    auto retention = changed(settings->retention, options);
    if (retention && *retention != settings->retention) {
        auto desk = Desk::open(common.workspace, false);
        if (!desk)
            return report(desk.error());
        retention = (*desk)->order<Retention>([&](Workplace &place) { return Definitions(place).save(*retention); });
    }
    if (!retention)
        return report(retention.error());
    if (common.json)
        printJson(toJson(*retention));
    else
        printLine(QStringLiteral("History is kept: ") + toText(*retention));
    return Done;
}

} // namespace callboard::cli
