// Where the doors hand over what is more than an event: assets that are published, encoders' notifications, questions
// about an asset. Callable from any thread, never blocks; `done` comes from the engine's thread after the commit.
#pragma once

#include "core/domain/asset.h"
#include "core/domain/encoder.h"
#include "core/domain/error.h"
#include "core/domain/target.h"
#include "core/payload/assetrequest.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace callboard {

struct AssetDescription {
    MediaAsset asset;
    QList<CallbackTarget> callbacks; // those that belong to it alone
};

struct NotificationOutcome {
    NotificationId id;
    QString asset; // empty: unmatched, kept
    bool repeated = false;
    int events = 0; // how many it fired
};

class PlatformSink {
public:
    template <class T>
    using Done = std::function<void(Result<T>)>;

    virtual ~PlatformSink() = default;

    // Makes the asset, its id, and its callbacks: all or nothing. VaultUnavailable when a header needs sealing.
    virtual void publishAsset(AssetRequest request, Done<AssetDescription> done) = 0;
    virtual void describeAsset(QString asset, Done<AssetDescription> done) = 0; // NotFound
    virtual void takeNotification(EncoderNotification notification, Done<NotificationOutcome> done) = 0;
    // The secret that this encoder's notifications carry; empty: none is set; no value: one is, and the vault does not
    // open it, or not yet. Any thread.
    [[nodiscard]] virtual std::optional<QByteArray> notificationSecret(Encoder encoder) const = 0;
};

} // namespace callboard
