// How long a delivery waits for what else happens to its asset (seeds/spark-media-callback.txt, line 22: every 60
// seconds, "either higher or lower depending on the usage patterns"). Pure: what happened before in, length and the
// reason out.
#pragma once

#include "core/domain/delivery.h"
#include "core/domain/target.h"

#include <optional>

namespace callboard {

struct Window {
    Milliseconds length{0};
    QString reason; // empty: as configured
};

// The window that this asset had before, at the same target.
struct WindowBefore {
    Milliseconds length{0};
    int changes = 1;           // that it took in
    Milliseconds closedFor{0}; // how long ago it ended
};

// `eventsPerMinute` is the target's pace over all its assets. A window grows to twice its length when its asset or its
// target changes often, shrinks to half when quiet, and stays between coalesceWindow and coalesceLongest.
[[nodiscard]] Window nextWindow(const CallbackTarget &target, const std::optional<WindowBefore> &before,
                                double eventsPerMinute);

// Why a window ends before its time: "closed early: “moderated” is urgent".
[[nodiscard]] QString closedEarlyBecause(Trigger urgent);

// Events a minute, as a value that forgets: each event counts one and fades with a time constant of one minute.
class Pace {
public:
    void count(Timestamp now);
    [[nodiscard]] double perMinute(Timestamp now) const;

private:
    double m_value = 0;
    Timestamp m_at{};
};

} // namespace callboard
