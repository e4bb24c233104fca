#include "core/engine/encoderdesk.h"

#include "core/payload/encoder/notification.h"
#include "core/store/tables/assetstore.h"
#include "core/store/tables/notificationstore.h"

namespace callboard {

namespace {

AssetLink jobLink(Encoder encoder)
{
    return encoder == Encoder::Zencoder ? AssetLink::ZencoderJob : AssetLink::BrightcoveJob;
}

} // namespace

Result<NotificationOutcome> EncoderDesk::take(EncoderNotification notification)
{
    NotificationStore store(m_place.db);
    m_place.assetsChanged = true;
    const auto known = store.known(notification.encoder, notification.key());
    if (!known)
        return tl::unexpected(known.error());
    if (*known)
        return repeat(**known, notification);
    const auto id = m_place.db.reserve(QStringLiteral("notification"), 1);
    if (!id)
        return tl::unexpected(id.error());
    auto asset = assetOf(notification);
    if (!asset)
        return tl::unexpected(asset.error());
    notification.id = {*id};
    notification.asset = *asset;
    notification.receivedAt = m_place.clock.now();
    NotificationOutcome outcome{notification.id, notification.asset, false, 0};
    if (auto written = store.insert(notification); !written)
        return tl::unexpected(written.error());
    if (notification.asset.isEmpty())
        return outcome;
    return fire(notification).map([&](int events) {
        outcome.events = events;
        return outcome;
    });
}

// It changes nothing, unless it tells now what the first one belongs to.
Result<NotificationOutcome> EncoderDesk::repeat(EncoderNotification known, const EncoderNotification &again)
{
    NotificationStore store(m_place.db);
    const auto asset = known.asset.isEmpty() ? assetOf(again) : Result<QString>(known.asset);
    if (!asset)
        return tl::unexpected(asset.error());
    NotificationOutcome outcome{known.id, *asset, true, 0};
    auto counted = store.countRepeat(known.id);
    if (!counted || known.asset == *asset)
        return counted.map([&] { return outcome; });
    known.asset = *asset;
    return store.assign(known.id, *asset).and_then([&] { return fire(known); }).map([&](int events) {
        outcome.events = events;
        return outcome;
    });
}

Result<QString> EncoderDesk::assetOf(const EncoderNotification &notification)
{
    if (!notification.asset.isEmpty())
        return notification.asset;
    AssetStore store(m_place.db);
    if (!notification.passThrough.isEmpty()) {
        auto named = store.find(notification.passThrough);
        if (!named || named->isKnown())
            return named.map([](const MediaAsset &asset) { return asset.id; });
    }
    auto byJob = store.linked(jobLink(notification.encoder), notification.jobId);
    if (!byJob || *byJob)
        return byJob.map([](const std::optional<QString> &asset) { return *asset; });
    if (notification.videoId.isEmpty())
        return QString();
    return store.linked(AssetLink::BrightcoveVideo, notification.videoId).map([](const std::optional<QString> &asset) {
        return asset.value_or(QString());
    });
}

Result<int> EncoderDesk::fire(const EncoderNotification &notification)
{
    AssetStore store(m_place.db);
    if (auto remembered = rememberJob(notification.encoder, notification.jobId, notification.asset); !remembered)
        return tl::unexpected(remembered.error());
    if (!notification.videoId.isEmpty()) {
        if (auto linked = store.link(AssetLink::BrightcoveVideo, notification.videoId, notification.asset); !linked)
            return tl::unexpected(linked.error());
    }
    if (notification.triggers.isEmpty())
        return 0;
    auto asset = store.find(notification.asset);
    if (!asset)
        return tl::unexpected(asset.error());
    auto record = updatedRecord(*asset, notification);
    if (!record)
        return tl::unexpected(record.error());
    QList<MediaEvent> events = eventsOf(notification, *asset, *record);
    return m_place.acceptance.accept(events, m_place.changed).map([](const Accepted &accepted) {
        return accepted.accepted;
    });
}

Result<NotificationOutcome> EncoderDesk::assign(NotificationId id, const QString &asset)
{
    NotificationStore store(m_place.db);
    m_place.assetsChanged = true;
    const auto chosen = store.byId(id);
    if (!chosen)
        return tl::unexpected(chosen.error());
    if (!chosen->asset.isEmpty())
        return fail(ErrorCode::Conflict,
                    QStringLiteral("Notification %1 belongs to asset %2 already.").arg(id.value).arg(chosen->asset));
    const auto named = AssetStore(m_place.db).find(asset);
    if (!named)
        return tl::unexpected(named.error());
    if (!named->isKnown())
        return fail(ErrorCode::NotFound, QStringLiteral("There is no asset “%1”.").arg(asset));
    // Some notifications name no job; then each stands for itself.
    auto together = chosen->jobId.isEmpty() ? Result<QList<EncoderNotification>>(QList<EncoderNotification>{*chosen})
                                            : store.unmatchedOf(chosen->encoder, chosen->jobId);
    if (!together)
        return tl::unexpected(together.error());
    NotificationOutcome outcome{id, asset, false, 0};
    for (EncoderNotification &each : *together) {
        each.asset = asset;
        auto fired = store.assign(each.id, asset).and_then([&] { return fire(each); });
        if (!fired)
            return tl::unexpected(fired.error());
        outcome.events += *fired;
    }
    return m_place.orders.recording()
        .add({{},
              QStringLiteral("notification.assigned"),
              QStringLiteral("notification:%1").arg(id.value),
              asset,
              {{QStringLiteral("asset"), asset}, {QStringLiteral("events"), outcome.events}}})
        .map([&outcome] { return outcome; });
}

Result<void> EncoderDesk::rememberJob(Encoder encoder, const QString &jobId, const QString &asset)
{
    if (jobId.isEmpty())
        return {};
    return AssetStore(m_place.db).link(jobLink(encoder), jobId, asset);
}

} // namespace callboard
