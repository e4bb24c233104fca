#include "ui/assets/assetdetail.h"

#include "core/payload/assetrequest.h"
#include "ui/assets/assetwords.h"
#include "ui/look/payloadtext.h"

#include <QCoreApplication>

#include <algorithm>

namespace callboard {

namespace {

constexpr int kMostNotificationsShown = 200;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(callboard::AssetDetail)
};

bool concerns(const Scope &scope, const MediaAsset &asset)
{
    switch (scope.kind) {
    case ScopeKind::All: return true;
    case ScopeKind::Project: return scope.id == asset.project;
    case ScopeKind::Asset: return scope.id == asset.id;
    }
    return false;
}

HandOff maskedHandOff(const CallbackTarget &target)
{
    HandOff handOff{target, {}};
    for (Header header : target.headers) {
        if (!header.enabled)
            continue;
        if (header.secret)
            header.value = kMask;
        handOff.headers.append(header);
    }
    return handOff;
}

QList<HandOff> handOffsFor(const MediaAsset &asset, const QList<CallbackTarget> &targets)
{
    QList<HandOff> handOffs;
    for (const CallbackTarget &target : targets) {
        const bool told = target.source == CallbackSource::Encoder && target.state != TargetState::Disabled;
        if (told && concerns(target.scope, asset))
            handOffs.append(maskedHandOff(target));
    }
    return handOffs;
}

// Where the two arrays stand in the request for a job.
QByteArray inTheJob(const EncoderNotifications &told)
{
    return QByteArrayLiteral("{\"notifications\":") + told.job + QByteArrayLiteral(",\"outputs\":[{\"notifications\":")
        + told.outputs + QByteArrayLiteral("}]}");
}

QString obstacleFor(const QList<HandOff> &handOffs, const EncoderNotifications &told, const MediaAsset &asset,
                    const EncoderSettings &settings)
{
    if (told.isBlocked())
        return Text::tr("A callback can't be handed to Zencoder as it is: see what is said above.");
    if (!settings.apiKey.isSet())
        return Text::tr("Zencoder's API key is not set. It belongs on the page of settings.");
    const Result<QByteArray> job = zencoderJob(handOffs, asset, settings);
    return job ? QString() : job.error().detail;
}

QString zoneOf(const QString &project, const QList<Project> &projects)
{
    const auto found = std::find_if(projects.begin(), projects.end(), [&](const auto &p) { return p.id == project; });
    return found == projects.end() ? QString() : found->zone;
}

} // namespace

AssetRow assetRow(const MediaAsset &asset)
{
    AssetRow row;
    row.id = asset.id;
    row.name = assetwords::shown(assetName(asset));
    row.status = assetStatus(asset);
    row.project = asset.project;
    row.lastEvent = assetwords::lastEvent(asset);
    row.at = asset.latest ? asset.latest->receivedAt : asset.createdAt;
    return row;
}

EncoderHandOff encoderHandOff(const MediaAsset &asset, const QList<CallbackTarget> &targets,
                              const EncoderSettings &settings)
{
    EncoderHandOff handOff;
    const QList<HandOff> handOffs = handOffsFor(asset, targets);
    if (handOffs.isEmpty()) {
        handOff.obstacle = Text::tr("No callback of this asset has the encoder as its source.");
        return handOff;
    }
    const EncoderNotifications told = zencoderNotifications(handOffs, asset.id, settings);
    handOff.settings = payloadtext::reflowJson(inTheJob(told));
    handOff.problems = told.problems;
    handOff.obstacle = obstacleFor(handOffs, told, asset, settings);
    return handOff;
}

AssetDetail assetDetail(const MediaAsset &asset, const AssetSurroundings &around)
{
    AssetDetail detail;
    detail.asset = asset;
    detail.row = assetRow(asset);
    detail.zone = zoneOf(asset.project, around.projects);
    if (!asset.presentRecord().isEmpty()) {
        const Result<MediaRecord> record = parseRecord(asset.presentRecord(), asset.presentType());
        detail.fields = record ? readableFields(*record, detail.zone) : QList<ReadableField>();
        detail.warnings = record ? record->warnings : QStringList();
        detail.recordProblem = record ? QString() : record.error().detail;
    }
    for (const CallbackTarget &target : around.targets) {
        if (target.scope.kind == ScopeKind::Asset && target.scope.id == asset.id)
            detail.callbacks.append(target);
    }
    detail.handOff = encoderHandOff(asset, around.targets, around.zencoder);
    detail.notifications = around.notifications;
    return detail;
}

Result<QList<AssetRow>> readAssetRows(const WorkspaceReader &reader, const QString &search, int limit)
{
    return reader.assets(search, limit).map([](const QList<MediaAsset> &assets) {
        QList<AssetRow> rows;
        rows.reserve(assets.size());
        for (const MediaAsset &asset : assets)
            rows.append(assetRow(asset));
        return rows;
    });
}

Result<AssetDetail> readAssetDetail(const WorkspaceReader &reader, const QString &id)
{
    const auto asset = reader.asset(id);
    if (!asset)
        return tl::unexpected(asset.error());
    const auto projects = reader.projects();
    if (!projects)
        return tl::unexpected(projects.error());
    const auto settings = reader.settings();
    if (!settings)
        return tl::unexpected(settings.error());
    const auto notifications = reader.notifications(id, kMostNotificationsShown);
    if (!notifications)
        return tl::unexpected(notifications.error());
    return assetDetail(*asset, {reader.targets(), *projects, settings->zencoder, *notifications});
}

} // namespace callboard
