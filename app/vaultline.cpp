// The command line of the vault: status, rotate, recovery, passphrase, unlock.
#include "app/arguments.h"

namespace callboard {

void addVaultCommands(CLI::App &app, const Shared &a)
{
    CLI::App &group = commandGroup(app, "vault", "The key under which secrets are sealed", "callboard vault status");
    command(group, a, "status", "Where the key is, whether it opens, and what else does",
            "callboard vault status --json", [](const Common &c) { return cli::vaultStatus(c); });
    CLI::App *rotate = command(group, a, "rotate", "A new key, and every secret sealed anew under it",
                               "callboard vault rotate",
                               [p = a.get()](const Common &c) { return cli::rotateVaultKey(c, p->vault); });
    rotate->add_option("--new-key-file", a->vault.newKeyFile, "Takes the new key: for a systemd credential");
    rotate->add_option("--passphrase", a->vault.passphrase, "@FILE or -; needed where there is one");
    command(group, a, "recovery", "Makes a recovery key and prints it, once; the one before opens nothing any more",
            "callboard vault recovery", [](const Common &c) { return cli::makeRecoveryKey(c); });
    CLI::App *passphrase = command(group, a, "passphrase", "Sets what else opens the vault, or changes or removes it",
                                   "callboard vault passphrase -, or callboard vault passphrase --remove",
                                   [p = a.get()](const Common &c) { return cli::setVaultPassphrase(c, p->vault); });
    passphrase->add_option("PASSPHRASE", a->vault.passphrase, "@FILE, or - for standard input");
    passphrase->add_flag("--remove", a->vault.remove, "From now on there is none");
    CLI::App *unlock = command(group, a, "unlock",
                               "Puts the key of a workspace from elsewhere where this machine keeps it",
                               "callboard vault unlock --recovery -",
                               [p = a.get()](const Common &c) { return cli::unlockVault(c, p->vault); });
    unlock->add_option("--recovery", a->vault.recovery, "@FILE, or - for standard input");
    unlock->add_option("--passphrase", a->vault.passphrase, "@FILE, or - for standard input");
}

} // namespace callboard
