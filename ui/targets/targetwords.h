// The words in which targets, their settings and their answers are shown. Pure, translated.
#pragma once

#include "core/domain/attempt.h"
#include "core/domain/error.h"
#include "core/domain/target.h"

namespace callboard::words {

[[nodiscard]] QString format(PayloadFormat format);                        // LightFlow JSON
[[nodiscard]] QString how(const CallbackTarget &target);                   // Spark XML, 60 s to 5 min; by the encoder
[[nodiscard]] QString window(Milliseconds shortest, Milliseconds longest); // off, 60 s, 60 s to 5 min
[[nodiscard]] QString coalescing(const CallbackTarget &target);            // as a sentence
[[nodiscard]] QString state(TargetState state);                            // Enabled
[[nodiscard]] QString firesFor(TriggerSet triggers);                       // published, failed
[[nodiscard]] QString duration(Milliseconds duration);                     // 60 s, 75 h: rounded down for reading
[[nodiscard]] QString retries(const RetryPolicy &policy);                  // 10 retries in 75 h
[[nodiscard]] QString moment(Timestamp time);                              // exact, local, with the zone
[[nodiscard]] QString answer(const Exchange &exchange);                    // 200 OK in 38 ms
[[nodiscard]] QString problem(const Error &error);                         // a sentence with what to do

} // namespace callboard::words
