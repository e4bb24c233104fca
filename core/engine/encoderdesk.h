// Encoders' notifications: each kept once, matched to its asset by path, pass_through, job or video, put into the
// asset's record and turned into events. Inside the caller's transaction.
#pragma once

#include "core/engine/workplace.h"
#include "core/intake/platformsink.h"

namespace callboard {

class EncoderDesk {
public:
    explicit EncoderDesk(Workplace &place)
        : m_place(place)
    {
    }

    [[nodiscard]] Result<NotificationOutcome> take(EncoderNotification notification);
    // The job's other unmatched notifications go with it, oldest first. NotFound; Conflict: it is matched already.
    [[nodiscard]] Result<NotificationOutcome> assign(NotificationId id, const QString &asset);
    // Notifications of this job belong to this asset from now on.
    [[nodiscard]] Result<void> rememberJob(Encoder encoder, const QString &jobId, const QString &asset);

private:
    Result<NotificationOutcome> repeat(EncoderNotification known, const EncoderNotification &again);
    Result<QString> assetOf(const EncoderNotification &notification);
    Result<int> fire(const EncoderNotification &notification); // its asset is set

    Workplace &m_place;
};

} // namespace callboard
