#include "app/cli/desk.h"
#include "app/cli/enginecall.h"
#include "app/cli/platformcommands.h"
#include "core/engine/encoderdesk.h"
#include "core/payload/assetrequest.h"
#include "core/payload/recordwords.h"
#include "core/store/tables/projectstore.h"
#include "core/store/workspacereader.h"

#include <QJsonArray>

namespace callboard::cli {

namespace {

QList<CallbackTarget> callbacksOf(const QString &asset, const QList<CallbackTarget> &targets)
{
    QList<CallbackTarget> own = targets;
    own.removeIf([&asset](const CallbackTarget &target) { return target.scope != Scope{ScopeKind::Asset, asset}; });
    return own;
}

void printRecord(const MediaAsset &asset, const QString &zone)
{
    const auto record = parseRecord(asset.presentRecord(), asset.presentType());
    if (!record)
        return say(record.error().detail);
    for (const QString &warning : record->warnings)
        say(QStringLiteral("Note: ") + warning);
    for (const ReadableField &field : readableFields(*record, zone))
        printLine(QStringLiteral("%1 %2%3%4")
                      .arg(QString::fromUtf8(field.name), -20)
                      .arg(field.value,
                           field.meaning.isEmpty() ? QString() : QStringLiteral("  (%1)").arg(field.meaning),
                           field.known ? QString() : QStringLiteral("  [unknown field, kept]")));
}

} // namespace

int listAssets(const Common &common, const QString &search)
{
    constexpr int kMost = 1000;
    const auto assets = WorkspaceReader::open(common.workspace).and_then([&](const auto &reader) {
        return reader->assets(search, kMost);
    });
    if (!assets)
        return report(assets.error());
    for (const MediaAsset &asset : *assets) {
        if (common.json)
            printJson(QJsonObject{{QStringLiteral("id"), asset.id},
                                  {QStringLiteral("name"), assetName(asset)},
                                  {QStringLiteral("status"), assetStatus(asset)},
                                  {QStringLiteral("project"), asset.project},
                                  {QStringLiteral("published"), asset.published}});
        else
            printRow(
                QStringLiteral("%1  %2  %3").arg(asset.id, -36).arg(assetStatus(asset), -10).arg(assetName(asset)));
    }
    return Done;
}

int showAsset(const Common &common, const QString &id)
{
    auto reader = WorkspaceReader::open(common.workspace);
    if (!reader)
        return report(reader.error());
    const auto asset = (*reader)->asset(id);
    const auto projects = (*reader)->projects();
    if (!asset || !projects)
        return report(asset ? projects.error() : asset.error());
    if (common.json) {
        printJson(assetJson(*asset, callbacksOf(id, (*reader)->targets())));
        return Done;
    }
    const auto project = std::find_if(projects->begin(), projects->end(),
                                      [&](const Project &each) { return each.id == asset->project; });
    printRecord(*asset, project == projects->end() ? QString() : project->zone);
    for (const CallbackTarget &target : callbacksOf(id, (*reader)->targets()))
        printLine(QStringLiteral("Callback %1  %2 %3").arg(target.id.value).arg(toString(target.method), target.url));
    return Done;
}

int refreshAsset(const Common &common, const QString &asset)
{
    const auto refreshed = askEngine<RefreshedAsset>(
        common.workspace,
        [&](EngineService &engine, QObject *context, auto then) { engine.refreshAsset(asset, context, then); });
    if (!refreshed)
        return report(refreshed.error());
    if (refreshed->changes.isEmpty() && !common.json)
        printLine(QStringLiteral("Nothing differs from what was known."));
    for (const FieldChange &change : refreshed->changes) {
        if (common.json)
            printJson(QJsonObject{{QStringLiteral("field"), QString::fromUtf8(change.name)},
                                  {QStringLiteral("before"), change.before ? QJsonValue(*change.before) : QJsonValue()},
                                  {QStringLiteral("after"), change.after ? QJsonValue(*change.after) : QJsonValue()}});
        else
            printLine(QStringLiteral("%1: %2 → %3")
                          .arg(QString::fromUtf8(change.name), change.before.value_or(QStringLiteral("–")),
                               change.after.value_or(QStringLiteral("–"))));
    }
    return Done;
}

int listUnmatched(const Common &common)
{
    constexpr int kMost = 1000;
    const auto list = WorkspaceReader::open(common.workspace).and_then([](const auto &reader) {
        return reader->unmatchedNotifications(kMost);
    });
    if (!list)
        return report(list.error());
    for (const EncoderNotification &each : *list) {
        if (common.json)
            printJson(QJsonObject{{QStringLiteral("id"), each.id.value},
                                  {QStringLiteral("encoder"), toString(each.encoder)},
                                  {QStringLiteral("job"), each.jobId},
                                  {QStringLiteral("part"), each.part},
                                  {QStringLiteral("state"), each.state},
                                  {QStringLiteral("receivedAt"), toIso(each.receivedAt)},
                                  {QStringLiteral("repeats"), each.repeats}});
        else
            printRow(QStringLiteral("%1  %2  job %3  %4  %5")
                         .arg(each.id.value)
                         .arg(toString(each.encoder), each.jobId, each.part, each.state));
    }
    return Done;
}

int assignNotification(const Common &common, qint64 notification, const QString &asset)
{
    auto desk = Desk::open(common.workspace, false);
    if (!desk)
        return report(desk.error());
    const auto assigned = (*desk)->order<NotificationOutcome>(
        [&](Workplace &place) { return EncoderDesk(place).assign({notification}, asset); });
    if (!assigned)
        return report(assigned.error());
    if (common.json)
        printJson(
            QJsonObject{{QStringLiteral("asset"), assigned->asset}, {QStringLiteral("events"), assigned->events}});
    else
        printLine(QStringLiteral("Notification %1 belongs to %2 now; %3 events fired.")
                      .arg(notification)
                      .arg(assigned->asset)
                      .arg(assigned->events));
    return Done;
}

} // namespace callboard::cli
