// How deliveries are put into words: states, durations, times, and for what went wrong one sentence that says what
// happened, on whose side, and what comes next. Pure; unknown is "–", never 0.
#pragma once

#include "core/domain/target.h"
#include "core/store/deliveryquery.h"

#include <QString>

namespace callboard::deliverytext {

inline const QString kUnknown = QStringLiteral("–");

[[nodiscard]] QString stateWord(DeliveryState state, bool inDoubt);                // "Delivered"
[[nodiscard]] QString eventWord(const Delivery &delivery);                         // "rated ×14"
[[nodiscard]] QString duration(std::optional<std::chrono::milliseconds> duration); // "38 ms", "1.2 s", "3 min 5 s"
[[nodiscard]] QString ago(Timestamp then, Timestamp now);                          // "just now", "12 s ago", "3 d ago"
[[nodiscard]] QString in(Timestamp then, Timestamp now);                           // "in 42 s", "now"
[[nodiscard]] QString exact(Timestamp time);                                       // 2019-02-14 21:43:11.825 +01:00
[[nodiscard]] QString reason(int status);                                          // "Service Unavailable", or empty
[[nodiscard]] QString answer(const Attempt &attempt);                              // "250 from the mail server"
[[nodiscard]] QString outcomeWord(const Attempt &attempt);
[[nodiscard]] QString phases(const Timings &timings); // "DNS 2 ms · connect 8 ms · wait 900 ms"

// It waits for its target's circuit to close.
[[nodiscard]] bool isHeldByCircuit(const Delivery &delivery);
[[nodiscard]] bool isMail(const QString &url);
// Which delivery it repeats and with what: "Replay of 4711, latest state"; empty where it repeats none.
[[nodiscard]] QString replayWord(const Delivery &delivery);

// "POST https://callback.example/ingest → 503 Service Unavailable", "MAIL mailto:ops@example.org → 250 from the mail
// server": where the last attempt went, and only before the first one where the target would send it.
[[nodiscard]] QString headline(const DeliveryDetail &detail, const CallbackTarget &target);
// What happened, whose side, next step. Empty where there is nothing to explain.
[[nodiscard]] QString explanation(const DeliveryDetail &detail, Timestamp now);

} // namespace callboard::deliverytext
