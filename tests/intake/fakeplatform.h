// A platform sink that remembers what it was given and answers at once as the test says.
#pragma once

#include "core/intake/platformsink.h"

#include <mutex>
#include <optional>

class FakePlatform final : public callboard::PlatformSink {
public:
    void publishAsset(callboard::AssetRequest request, Done<callboard::AssetDescription> done) override;
    void describeAsset(QString asset, Done<callboard::AssetDescription> done) override;
    void takeNotification(callboard::EncoderNotification notification,
                          Done<callboard::NotificationOutcome> done) override;
    [[nodiscard]] std::optional<QByteArray> notificationSecret(callboard::Encoder encoder) const override;

    void setSecret(callboard::Encoder encoder, const QByteArray &secret);
    void refuseWith(callboard::ErrorCode code, const QString &detail);
    void acceptAgain();
    // What notifications are answered with.
    void setOutcome(const callboard::NotificationOutcome &outcome);
    // Known to describeAsset() besides what was published.
    void setAsset(const callboard::AssetDescription &description);

    [[nodiscard]] QList<callboard::AssetRequest> published() const;
    [[nodiscard]] QStringList asked() const;
    [[nodiscard]] QList<callboard::EncoderNotification> notifications() const;

private:
    mutable std::mutex m_mutex;
    std::optional<callboard::Error> m_error;
    QByteArray m_secrets[2];
    callboard::NotificationOutcome m_outcome;
    std::optional<callboard::AssetDescription> m_asset;
    QList<callboard::AssetRequest> m_published;
    QStringList m_asked;
    QList<callboard::EncoderNotification> m_notifications;
};
