// callboard demo: the main job on a throw-away workspace, in a window or on the terminal.
#pragma once

#include "app/cli/output.h"

namespace callboard::cli {

struct DemoOptions {
    bool headless = false;
    int seconds = 20;
    std::string screenshot;
};

// On the terminal; needs a QApplication (offscreen) for the picture of the main window at the end.
[[nodiscard]] int runHeadlessDemo(const Common &common, const DemoOptions &options);

} // namespace callboard::cli
