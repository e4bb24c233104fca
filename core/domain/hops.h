// Through how many Callboards an event has come. Each that sends it on says one more in a header, and a door takes it
// no further than so many: two that call each other end, whatever they call each other about. Pure; any thread.
#pragma once

#include "core/domain/event.h"
#include "core/domain/target.h"

#include <QByteArray>

#include <optional>

namespace callboard {

inline constexpr int kMostHops = 3;
inline const QByteArray kHopsHeader = QByteArrayLiteral("callboard-hops");

// A whole number in digits, a huge one as some number above kMostHops; nothing where it is anything else.
[[nodiscard]] std::optional<int> hopsFrom(const QByteArray &text);

// Whether a callback says how far it has come: where it has come through a door before, and where it is an event for
// one. What is neither ends at its receiver.
[[nodiscard]] bool countsHops(const CallbackTarget &target, const MediaEvent &event);

} // namespace callboard
