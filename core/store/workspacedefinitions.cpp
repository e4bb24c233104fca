// WorkspaceReader's other half: what is defined beside targets, and what is known of assets.
#include "core/store/tables/assetstore.h"
#include "core/store/tables/notificationstore.h"
#include "core/store/tables/projectstore.h"
#include "core/store/tables/workspacesettingsstore.h"
#include "core/store/workspacereader.h"

namespace callboard {

Result<QList<Project>> WorkspaceReader::projects() const
{
    return ProjectStore(db()).all();
}

Result<WorkspaceSettings> WorkspaceReader::settings() const
{
    return WorkspaceSettingsStore(db()).load();
}

Result<QList<MediaAsset>> WorkspaceReader::assets(const QString &search, int limit) const
{
    return AssetStore(db()).list(search, limit);
}

Result<MediaAsset> WorkspaceReader::asset(const QString &id) const
{
    return AssetStore(db()).find(id).and_then([&id](const MediaAsset &asset) -> Result<MediaAsset> {
        if (!asset.isKnown())
            return fail(ErrorCode::NotFound, QStringLiteral("There is no asset “%1”.").arg(id));
        return asset;
    });
}

Result<QList<EncoderNotification>> WorkspaceReader::unmatchedNotifications(int limit) const
{
    return NotificationStore(db()).unmatched(limit);
}

Result<QList<EncoderNotification>> WorkspaceReader::notifications(const QString &asset, int limit) const
{
    return NotificationStore(db()).of(asset, limit);
}

} // namespace callboard
