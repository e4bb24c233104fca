// Who is told, and why or why not. Pure: one target, one event, one verdict.
#pragma once

#include "core/domain/event.h"
#include "core/domain/target.h"

namespace callboard {

struct MatchVerdict {
    bool wanted = false;
    QString reason; // "onSuccess is on", "onProgressEncoding is off", "project 16 is out of scope"
};

// source `encoder` is never ours to send (seeds/lightflow-callbacks.txt, line 84), except as a relay of what the
// encoder said. A paused target still wants its events: they are held.
[[nodiscard]] MatchVerdict matchTarget(const CallbackTarget &target, const MediaEvent &event);
// The same without words, for recounts of millions. Neither reads more of the event than source, type, trigger, asset
// and project, nor more of the target than state, source, relay, scope and triggers.
[[nodiscard]] bool wants(const CallbackTarget &target, const MediaEvent &event);

} // namespace callboard
