#include "tests/intake/fakeplatform.h"

#include <utility>

using namespace callboard;

void FakePlatform::publishAsset(AssetRequest request, Done<AssetDescription> done)
{
    AssetDescription description;
    std::optional<Error> error;
    {
        const std::scoped_lock lock(m_mutex);
        m_published.append(request);
        error = m_error;
        description.asset.id = QStringLiteral("asset-%1").arg(m_published.size());
        description.asset.published = true;
        description.asset.record = request.record;
        description.asset.contentType = QStringLiteral("application/json");
        description.callbacks = std::move(request.callbacks);
    }
    done(error ? Result<AssetDescription>(tl::unexpected(*error)) : description);
}

void FakePlatform::describeAsset(QString asset, Done<AssetDescription> done)
{
    std::optional<AssetDescription> known;
    {
        const std::scoped_lock lock(m_mutex);
        m_asked.append(asset);
        if (m_asset && m_asset->asset.id == asset)
            known = m_asset;
    }
    if (!known)
        return done(fail(ErrorCode::NotFound, QStringLiteral("There is no asset “%1”.").arg(asset)));
    done(*known);
}

void FakePlatform::takeNotification(EncoderNotification notification, Done<NotificationOutcome> done)
{
    NotificationOutcome outcome;
    std::optional<Error> error;
    {
        const std::scoped_lock lock(m_mutex);
        m_notifications.append(std::move(notification));
        outcome = m_outcome;
        error = m_error;
    }
    done(error ? Result<NotificationOutcome>(tl::unexpected(*error)) : outcome);
}

std::optional<QByteArray> FakePlatform::notificationSecret(Encoder encoder) const
{
    const std::scoped_lock lock(m_mutex);
    return m_secrets[int(encoder)];
}

void FakePlatform::setSecret(Encoder encoder, const QByteArray &secret)
{
    const std::scoped_lock lock(m_mutex);
    m_secrets[int(encoder)] = secret;
}

void FakePlatform::refuseWith(ErrorCode code, const QString &detail)
{
    const std::scoped_lock lock(m_mutex);
    m_error = Error{code, detail};
}

void FakePlatform::acceptAgain()
{
    const std::scoped_lock lock(m_mutex);
    m_error.reset();
}

void FakePlatform::setOutcome(const NotificationOutcome &outcome)
{
    const std::scoped_lock lock(m_mutex);
    m_outcome = outcome;
}

void FakePlatform::setAsset(const AssetDescription &description)
{
    const std::scoped_lock lock(m_mutex);
    m_asset = description;
}

QList<AssetRequest> FakePlatform::published() const
{
    const std::scoped_lock lock(m_mutex);
    return m_published;
}

QStringList FakePlatform::asked() const
{
    const std::scoped_lock lock(m_mutex);
    return m_asked;
}

QList<EncoderNotification> FakePlatform::notifications() const
{
    const std::scoped_lock lock(m_mutex);
    return m_notifications;
}
