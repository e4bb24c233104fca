// callboard serve: the engine without a window. callboard receiver: the local receiver without an engine. Both run
// until SIGTERM, SIGINT or --for.
#pragma once

#include "app/cli/dooroptions.h"
#include "app/cli/output.h"

namespace callboard::cli {

struct ServeOptions {
    DoorOptions door;
    std::string runFor;
    std::string drop;          // a folder
    std::string mail;          // an SMTP URL
    std::string mailPassword;  // @FILE or -
    std::string callbackPorts; // empty: the standard ones
    bool privateCallbacks = false;
    bool intake = true;
    bool dispatch = true;
};
[[nodiscard]] int serve(const Common &common, const ServeOptions &options);

struct ReceiverOptions {
    std::string listen = "127.0.0.1:8788";
    std::string script;
    std::string runFor;
};
[[nodiscard]] int receive(const Common &common, const ReceiverOptions &options);

} // namespace callboard::cli
