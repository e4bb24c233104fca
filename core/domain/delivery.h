// One callback owed to one target: the latest state of an asset and the events it absorbed. The states and the legal
// ways between them are here and nowhere else.
#pragma once

#include "core/domain/clock.h"
#include "core/domain/ids.h"
#include "core/domain/trigger.h"

#include <QString>

#include <optional>

namespace callboard {

// Numbers are stored. Below 10: still owed. From 10 on: final.
enum class DeliveryState : quint8 {
    Waiting = 0, // its window is open
    Queued = 1,
    Sending = 2,
    Retrying = 3,
    Held = 4, // kept, not sent: target paused, disabled, gone, or its secret is out of reach
    Delivered = 10,
    Failed = 11,
    Cancelled = 12,
};

inline constexpr DeliveryState kAllDeliveryStates[] = {
    DeliveryState::Waiting, DeliveryState::Queued,    DeliveryState::Sending, DeliveryState::Retrying,
    DeliveryState::Held,    DeliveryState::Delivered, DeliveryState::Failed,  DeliveryState::Cancelled};

[[nodiscard]] constexpr bool isFinal(DeliveryState state)
{
    return state >= DeliveryState::Delivered;
}
[[nodiscard]] bool canBecome(DeliveryState from, DeliveryState to);
[[nodiscard]] QString toString(DeliveryState state);
[[nodiscard]] std::optional<DeliveryState> deliveryStateFrom(const QString &text);

// The id a delivery has for receivers and scripts, the same on every attempt: dl_<workspace tag>_<number>. The tag
// keeps two workspaces that call one receiver apart.
[[nodiscard]] QString webhookId(const QString &workspaceTag, DeliveryId id);

// What a replay carries: the very body that the delivery it repeats sent, or the asset's record as it is known now.
enum class ReplayContent : quint8 { SameBytes = 0, LatestState = 1 };

struct Delivery {
    DeliveryId id;
    TargetId target;
    QString asset;
    Trigger trigger = Trigger::Success; // of the newest event it carries
    EventId firstEvent;
    EventId latestEvent;
    int merged = 0; // events absorbed beyond the first
    DeliveryState state = DeliveryState::Queued;
    int attempts = 0;
    int status = 0; // of the last attempt's answer; 0: none
    QString error;  // the last attempt's failure in words, or why it is held
    QString cause;  // failureCause() of the last attempt
    Timestamp createdAt{};
    Timestamp dueAt{};
    std::optional<Timestamp> finishedAt;
    Milliseconds window{0}; // that was open for it, from createdAt on; 0: none
    QString windowReason;   // why it was as long as it was, or closed early; empty: as configured
    DeliveryId replayOf;    // invalid: not a replay
    ReplayContent replayContent = ReplayContent::SameBytes;
    DeliveryId supersededBy; // invalid: not superseded
};

} // namespace callboard
