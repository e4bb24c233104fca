// What happens in one story, step by step. Each step carries the seed of its own choices, so that steps can be left
// out and the others stay what they were: that is how a story that fails is made short.
#pragma once

#include <QList>
#include <QString>

namespace callboard::sim {

enum class StepKind {
    AddTarget,
    ChangeTarget,
    SwitchTarget, // paused, disabled, enabled
    RemoveTarget,
    HandIn,  // new events, in any order, singly or in batches
    Burst,   // many at once
    Repeat,  // what was handed in before, the same or with other content
    Answer,  // some requests, in any order
    EndTail, // a pipelined connection ends
    Mood,    // a receiver changes
    Pass,    // time, with the engine's timers
    Sleep,   // time without them
    StepWall,
    Replay,
    Cancel,
    RetryNow,
    Fault, // of the store
    Mend,
    Kill,
    Drain,
    Vault, // comes and goes, hesitates
};
inline constexpr int kStepKinds = 21;
[[nodiscard]] QString toString(StepKind kind);

struct Step {
    StepKind kind = StepKind::Pass;
    quint64 seed = 0;
};

struct Schedule {
    quint64 seed = 0;
    QList<Step> steps;
};

// Every seed has its own mixture: some stories are all faults, some have none.
[[nodiscard]] Schedule scheduleFor(quint64 seed);

} // namespace callboard::sim
