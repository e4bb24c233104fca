#include "core/engine/judgement.h"

#include <algorithm>

namespace callboard {

namespace {

constexpr int kMostTriesAfterClientError = 3; // a 4xx seldom mends itself
constexpr double kNoJitter = 0.5;             // the middle of [0, 1)
constexpr Milliseconds kLongestRetryAfter = std::chrono::hours(24);

bool isClientError(int status)
{
    return status >= 400 && status < 500 && status != 408 && status != 425 && status != 429;
}

bool mayTryAgain(const Exchange &exchange, const Delivery &delivery, int attempts)
{
    if (exchange.errorClass == ErrorClass::Configuration || exchange.errorClass == ErrorClass::Policy)
        return false; // the same request would fail the same way until somebody changes the target
    if (exchange.protocol == Protocol::Smtp && exchange.status >= 500)
        return false; // permanent (RFC 5321 §4.2.1)
    if (delivery.replayOf.isValid())
        return false; // asked for by hand: one try, and the answer to whoever asked
    return !(exchange.protocol == Protocol::Http && isClientError(exchange.status)
             && attempts >= kMostTriesAfterClientError);
}

// Nobody has looked at it: it goes again at once, and the receiver is not to blame.
bool isUntouched(const Exchange &exchange)
{
    return exchange.tail == Tail::Unprocessed || exchange.errorClass == ErrorClass::Cancelled
        || exchange.errorClass == ErrorClass::Interrupted;
}

} // namespace

Judgement judge(const Exchange &exchange, const Delivery &delivery, const RetryPolicy &retry, int attempts,
                Timestamp due, Timestamp wall, double random)
{
    Judgement judgement;
    DeliveryChange &change = judgement.change;
    change.status = exchange.status;
    if (exchange.outcome == Outcome::Delivered) { // what was odd about the answer stays with the attempt
        change.state = DeliveryState::Delivered;
        change.finishedAt = wall;
        return judgement;
    }
    change.error = exchange.errorText;
    change.cause = failureCause(exchange);
    if (isUntouched(exchange)) {
        change.state = DeliveryState::Retrying;
        change.dueAt = due;
        return judgement;
    }
    if (exchange.protocol == Protocol::Http && exchange.status == 410 && !delivery.replayOf.isValid()) {
        change.state = DeliveryState::Held;
        judgement.targetGone = true;
        return judgement;
    }
    // What was lost with one connection comes back in the order it left: no jitter between them.
    const double spread = exchange.tail == Tail::Lost ? kNoJitter : random;
    const auto delay = mayTryAgain(exchange, delivery, attempts) ? retry.delayAfter(attempts, spread) : std::nullopt;
    if (!delay) {
        change.state = DeliveryState::Failed;
        change.finishedAt = wall;
        return judgement;
    }
    const Milliseconds asked = std::clamp<Milliseconds>(exchange.retryAfter.value_or(std::chrono::seconds(0)),
                                                        Milliseconds(0), kLongestRetryAfter);
    change.state = DeliveryState::Retrying;
    change.dueAt = due + std::max(*delay, asked);
    return judgement;
}

Judgement judgeRefusedToken(const Exchange &exchange, Timestamp due)
{
    Judgement judgement;
    judgement.change.state = DeliveryState::Retrying;
    judgement.change.status = exchange.status;
    judgement.change.error = exchange.errorText;
    judgement.change.cause = failureCause(exchange);
    judgement.change.dueAt = due;
    return judgement;
}

} // namespace callboard
