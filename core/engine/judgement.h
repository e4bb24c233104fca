// What an attempt's exchange means for its delivery: delivered, tried again and when, failed, or held. Pure.
#pragma once

#include "core/domain/attempt.h"
#include "core/domain/delivery.h"
#include "core/domain/target.h"
#include "core/store/tables/deliverystore.h"

namespace callboard {

struct Judgement {
    DeliveryChange change;
    bool targetGone = false; // 410: the receiver wants no more of it
};

// `attempts` counts this one. `due` is the due clock's now, `wall` the wall clock's; `random` is in [0, 1).
[[nodiscard]] Judgement judge(const Exchange &exchange, const Delivery &delivery, const RetryPolicy &retry,
                              int attempts, Timestamp due, Timestamp wall, double random);

// The receiver took the token no more: it is tried again at once with a new one. That is no retry of its schedule, and
// replays have it, too.
[[nodiscard]] Judgement judgeRefusedToken(const Exchange &exchange, Timestamp due);

} // namespace callboard
