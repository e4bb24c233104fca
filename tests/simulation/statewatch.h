// While it lives, every change of a delivery's state leaves a line in a file beside the workspace, whoever makes it: on
// each connection that may write, by triggers of that connection's own. A line is kept or taken back with the change.
#pragma once

#include "core/store/sql/database.h"

namespace callboard::sim {

class StateWatch {
public:
    // The file is there already; nothing of it has changed yet.
    explicit StateWatch(const QString &workspace);
    ~StateWatch();
    StateWatch(const StateWatch &) = delete;
    StateWatch &operator=(const StateWatch &) = delete;

    // So that `reader` finds the lines in table state_change: seq, delivery, was (-1: it was made), became.
    static Result<void> showTo(Database &reader);
};

} // namespace callboard::sim
