// The third-party encoders that a callback can be handed to (seeds/lightflow-callbacks.txt, lines 82-84) and that tell
// us what became of a job: their settings, and one notification as it came in. Plain values.
#pragma once

#include "core/domain/clock.h"
#include "core/domain/ids.h"
#include "core/domain/secret.h"
#include "core/domain/trigger.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace callboard {

enum class Encoder : quint8 { Zencoder = 0, Brightcove = 1 };

[[nodiscard]] QString toString(Encoder encoder); // zencoder, brightcove
[[nodiscard]] std::optional<Encoder> encoderFrom(const QString &text);

struct EncoderSettings {
    Encoder encoder = Encoder::Zencoder;
    QString baseUrl; // empty: the encoder's own (https://app.zencoder.com)
    Secret apiKey;
    Secret notificationSecret; // X-Zencoder-Notification-Secret, or the password of Basic
    QString relayUrl;          // our door as the encoder reaches it: https://callboard.example; empty: none

    bool operator==(const EncoderSettings &) const = default;
};

[[nodiscard]] QString defaultBaseUrl(Encoder encoder); // empty: it has none to call

// One notification, understood as far as its matching and meaning go; `body` is the whole, as it came.
struct EncoderNotification {
    NotificationId id;
    Encoder encoder = Encoder::Zencoder;
    QString asset;       // matched; or from the path it came by. Empty: not known yet
    QString passThrough; // job.pass_through: the asset's id, if Callboard or the operator put it there
    QString jobId;
    QString videoId; // Brightcove's
    QString part;    // "job", an output's id, or entityType/action/entity
    QString state;   // the encoder's own word; an open set
    QString error;
    QList<Trigger> triggers; // the events it stands for; empty: it is only noted
    QString contentType;
    QByteArray body;
    Timestamp receivedAt{};
    int repeats = 0; // the same once more

    // Encoders repeat themselves: the same job, part and state is the same notification.
    [[nodiscard]] QString key() const { return jobId + u'/' + part + u'/' + state; }
};

// CloudEvents source of the events that an encoder's notification makes: urn:callboard:encoder:zencoder
[[nodiscard]] QString eventSource(Encoder encoder);
[[nodiscard]] bool isFromEncoder(const QString &eventSource);

} // namespace callboard
