// What is changed in several targets at once: only what is set here. Pure; core's validate() says whether the result
// may be saved.
#pragma once

#include "core/domain/target.h"

#include <QStringList>

#include <optional>

namespace callboard {

struct HeaderEdit {
    Header header;       // added, or put in place of those of its name
    bool remove = false; // those of its name are taken out instead
};

struct TargetEdit {
    std::optional<TargetState> state;
    TriggerSet on; // these from now on, too
    TriggerSet off;
    std::optional<Method> method;
    std::optional<Milliseconds> totalTimeout;
    std::optional<RetryPolicy> retry;
    std::optional<Rate> rate;
    std::optional<int> maxInFlight;
    std::optional<HeaderEdit> header;

    [[nodiscard]] bool isEmpty() const;
};

[[nodiscard]] CallbackTarget edited(CallbackTarget target, const TargetEdit &edit);
// Those that are others afterwards, as they are then.
[[nodiscard]] QList<CallbackTarget> changedBy(const QList<CallbackTarget> &targets, const TargetEdit &edit);
// Why one of them could not be saved, with its name; empty: all could.
[[nodiscard]] QString problemWith(const QList<CallbackTarget> &targets);
// What is changed: time-out, retry.
[[nodiscard]] QStringList wordsOf(const TargetEdit &edit);

} // namespace callboard
