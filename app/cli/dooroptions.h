// The door as `serve` is told to open it: where, with which certificate, under which names, how often.
#pragma once

#include "app/cli/output.h"
#include "core/intake/httpdoor.h"

#include <string>
#include <vector>

namespace callboard::cli {

struct DoorOptions {
    std::string listen = "127.0.0.1:8787";
    std::string tokenFile;
    std::string tlsCertificate, tlsKey;
    std::vector<std::string> hostNames;
    std::string limit; // 500/s; none; empty: as it is where nothing is said
};

struct Endpoint {
    QHostAddress address;
    quint16 port = 0;
};

// ADDRESS:PORT; InvalidArgument names the option --listen.
[[nodiscard]] Result<Endpoint> endpointFrom(const std::string &text);

// With its own token, which is made and kept where there is none. InvalidArgument names the option that is wrong.
[[nodiscard]] Result<DoorSettings> doorSettings(const Common &common, const DoorOptions &options);

} // namespace callboard::cli
