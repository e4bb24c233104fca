// What Zencoder is told about an asset's callbacks: `notifications` of a job and of its outputs, and the whole job
// request (facts: Zencoder API v2). Translates targets with source `encoder`; whatever the encoder can't do is a
// problem, each with the relay through Callboard as the way out where that can do it. Pure.
#pragma once

#include "core/domain/asset.h"
#include "core/domain/encoder.h"
#include "core/domain/error.h"
#include "core/domain/target.h"

#include <QByteArray>
#include <QList>

namespace callboard {

inline constexpr int kMostNotifications = 5;     // per job, and per output
inline constexpr qsizetype kLongestHeader = 100; // characters of one notification header
inline constexpr qsizetype kLongestPassThrough = 255;

struct HandOffProblem {
    TargetId target;
    QString targetName;
    QString text;            // "The header Authorization is 171 characters long; Zencoder takes 100."
    bool relayHelps = false; // `relay` on the target would send it all the same
    bool blocking = true;    // false: a loss to know about, such as a mail subject that is dropped
};

// A callback as it is handed over, with its secrets in the clear or as ••• (the caller's choice).
struct HandOff {
    CallbackTarget target;
    HeaderList headers;
};

struct EncoderNotifications {
    QByteArray job;     // JSON array for the top of the request
    QByteArray outputs; // JSON array for each of `outputs`
    QList<HandOffProblem> problems;

    [[nodiscard]] bool isBlocked() const;
};

// Targets with `relay` become one entry that calls `settings.relayUrl`/v1/encoders/zencoder/ASSET; that needs a
// notification secret too, else our door would refuse the call.
[[nodiscard]] EncoderNotifications zencoderNotifications(const QList<HandOff> &callbacks, const QString &asset,
                                                         const EncoderSettings &settings);
// The body of POST /api/v2/jobs: input, pass_through, notifications, outputs. Malformed: the asset has no input URL,
// its id is too long for pass_through, or a callback can't be handed over.
[[nodiscard]] Result<QByteArray> zencoderJob(const QList<HandOff> &callbacks, const MediaAsset &asset,
                                             const EncoderSettings &settings);
// The job's id in the answer to it; Malformed when there is none.
[[nodiscard]] Result<QString> zencoderJobId(const QByteArray &answer);

} // namespace callboard
