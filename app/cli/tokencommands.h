// callboard token add | list | rotate | revoke: who may speak to the door. A token is printed once, when it is made.
#pragma once

#include "app/cli/output.h"

#include <optional>
#include <string>

namespace callboard::cli {

struct TokenOptions {
    std::string scopes = "events";
    std::string expires; // 90d; empty: never
    std::optional<std::string> overlap;
};

[[nodiscard]] int addToken(const Common &common, const QString &name, const TokenOptions &options);
[[nodiscard]] int listTokens(const Common &common);
[[nodiscard]] int rotateToken(const Common &common, const QString &name, const TokenOptions &options);
[[nodiscard]] int revokeToken(const Common &common, const QString &name);

} // namespace callboard::cli
