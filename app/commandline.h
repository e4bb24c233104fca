// The command line (CLI11): every command of the manual, parsed once into a function that runs it.
#pragma once

#include "app/cli/democommand.h"
#include "app/cli/output.h"

#include <functional>
#include <optional>

namespace callboard {

struct ParsedCommand {
    std::optional<int> exitCode; // parsing itself ended the program (--help, wrong usage)
    bool window = false;         // the desktop program, or the demo in a window
    QString link;                // what the desktop program shows first: app/instance/link.h
    cli::Common common;
    std::optional<cli::DemoOptions> demo;
    std::function<int()> run; // a command without a window; needs a QCoreApplication
};

[[nodiscard]] ParsedCommand parseCommandLine(int argc, char **argv);

} // namespace callboard
