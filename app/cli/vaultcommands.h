// callboard vault status | rotate | recovery | passphrase | unlock: the key under which the workspace's secrets are
// sealed. Works beside a running engine, which notices. A recovery key is printed once, when it is made.
#pragma once

#include "app/cli/output.h"

#include <string>

namespace callboard::cli {

struct VaultOptions {
    std::string recovery;   // @FILE or -
    std::string passphrase; // @FILE or -
    std::string newKeyFile;
    bool remove = false;
};

[[nodiscard]] int vaultStatus(const Common &common);
[[nodiscard]] int rotateVaultKey(const Common &common, const VaultOptions &options);
[[nodiscard]] int makeRecoveryKey(const Common &common);
[[nodiscard]] int setVaultPassphrase(const Common &common, const VaultOptions &options);
[[nodiscard]] int unlockVault(const Common &common, const VaultOptions &options);

} // namespace callboard::cli
