#include "app/cli/vaultcommands.h"

#include "app/cli/secrets.h"

namespace callboard::cli {

namespace {

QString nameOf(KeyTrouble trouble)
{
    switch (trouble) {
    case KeyTrouble::None: return QStringLiteral("none");
    case KeyTrouble::Locked: return QStringLiteral("locked");
    case KeyTrouble::Refused: return QStringLiteral("refused");
    case KeyTrouble::NoKeychain: return QStringLiteral("no-keychain");
    case KeyTrouble::Silent: return QStringLiteral("silent");
    case KeyTrouble::Missing: return QStringLiteral("missing");
    case KeyTrouble::Foreign: return QStringLiteral("foreign");
    case KeyTrouble::Damaged: return QStringLiteral("damaged");
    case KeyTrouble::NotMade: return QStringLiteral("not-made");
    case KeyTrouble::Unusable: break;
    }
    return QStringLiteral("unusable");
}

// The workspace has to be there: a vault is not what one is made for.
Result<VaultKeeper> keeperOf(const Common &common)
{
    return Database::open(common.workspace, Database::Access::Read).map([](const std::unique_ptr<Database> &db) {
        return vaultKeeper(*db);
    });
}

Result<QString> secretText(const std::string &reference)
{
    if (reference.empty())
        return QString();
    return readSecret(QString::fromStdString(reference)).map([](const QByteArray &text) {
        return QString::fromUtf8(text);
    });
}

// Where the key is kept, or else by the passphrase.
Result<OpenedVault> opened(const VaultKeeper &keeper, bool create, const QString &passphrase = {})
{
    auto vault = keeper.open(create);
    if (!vault && !passphrase.isEmpty())
        return keeper.unlockWithPassphrase(passphrase);
    return vault.map_error([](const KeyFailure &failure) { return failure.error; });
}

void printStatus(const VaultKeeper &keeper, const VaultFacts &facts, const KeyResult<OpenedVault> &vault)
{
    const auto yes = [](bool is) { return is ? QStringLiteral("yes") : QStringLiteral("no"); };
    printLine(QStringLiteral("source:       %1").arg(keeper.source().describe()));
    printLine(QStringLiteral("key:          %1").arg(facts.keyId.isEmpty() ? QStringLiteral("none yet") : facts.keyId));
    printRow(QStringLiteral("opens:        %1")
                 .arg(vault ? QStringLiteral("yes") : QStringLiteral("no: ") + vault.error().error.detail));
    printLine(QStringLiteral("secrets:      %1").arg(facts.secrets));
    printLine(QStringLiteral("recovery key: %1")
                  .arg(facts.recoveryLapsed ? QStringLiteral("no: the key was rotated since; make a new one with "
                                                             "“callboard vault recovery”")
                                            : yes(facts.recovery)));
    printLine(QStringLiteral("passphrase:   %1").arg(yes(facts.passphrase)));
}

QJsonObject toJson(const VaultKeeper &keeper, const VaultFacts &facts, const KeyResult<OpenedVault> &vault)
{
    return {{QStringLiteral("source"), keeper.source().describe()},
            {QStringLiteral("keyId"), facts.keyId.isEmpty() ? QJsonValue() : QJsonValue(facts.keyId)},
            {QStringLiteral("open"), vault.has_value()},
            {QStringLiteral("trouble"), vault ? QJsonValue() : QJsonValue(nameOf(vault.error().trouble))},
            {QStringLiteral("detail"), vault ? QJsonValue() : QJsonValue(vault.error().error.detail)},
            {QStringLiteral("secrets"), facts.secrets},
            {QStringLiteral("recovery"), facts.recovery},
            {QStringLiteral("recoveryLapsed"), facts.recoveryLapsed},
            {QStringLiteral("passphrase"), facts.passphrase}};
}

// What a change left behind: as status prints it, with --json; else a sentence on standard error.
int settled(const Common &common, const VaultKeeper &keeper, const OpenedVault &vault, const QString &sentence)
{
    const auto facts = keeper.facts();
    if (!facts)
        return report(facts.error());
    if (common.json)
        printJson(toJson(keeper, *facts, vault));
    say(sentence);
    return Done;
}

} // namespace

int vaultStatus(const Common &common)
{
    const auto keeper = keeperOf(common);
    if (!keeper)
        return report(keeper.error());
    const auto vault = keeper->open(false);
    const auto facts = keeper->facts();
    if (!facts)
        return report(facts.error());
    if (common.json)
        printJson(toJson(*keeper, *facts, vault));
    else
        printStatus(*keeper, *facts, vault);
    return Done;
}

int rotateVaultKey(const Common &common, const VaultOptions &options)
{
    const auto keeper = keeperOf(common);
    const auto passphrase = secretText(options.passphrase);
    if (!keeper)
        return report(keeper.error());
    if (!passphrase)
        return report(passphrase.error());
    const auto before = keeper->facts();
    const RotationWish wish{*passphrase, QString::fromStdString(options.newKeyFile)};
    const auto rotated = before.and_then([&](const VaultFacts &) { return opened(*keeper, false, *passphrase); })
                             .and_then([&](const OpenedVault &vault) { return keeper->rotate(vault, wish); });
    if (!rotated)
        return report(rotated.error());
    QString sentence =
        QStringLiteral("The vault has a new key, and %1 secrets were sealed anew under it.").arg(before->secrets);
    if (!wish.newKeyFile.isEmpty())
        sentence +=
            QStringLiteral(" It is in %1: put it where the key is looked for from now on.").arg(wish.newKeyFile);
    if (before->recovery)
        sentence += QStringLiteral(" The recovery key is worth nothing any more: make a new one with “callboard vault "
                                   "recovery”.");
    return settled(common, *keeper, *rotated, sentence);
}

int makeRecoveryKey(const Common &common)
{
    const auto keeper = keeperOf(common);
    if (!keeper)
        return report(keeper.error());
    const auto text = opened(*keeper, true).and_then([&](const OpenedVault &vault) {
        return keeper->makeRecovery(*vault.vault);
    });
    if (!text)
        return report(text.error());
    if (common.json)
        printJson({{QStringLiteral("recoveryKey"), *text}});
    else
        printLine(*text);
    say(QStringLiteral("This is shown once. Whoever has it and the workspace's file can read its secrets: keep it away "
                       "from both."));
    return Done;
}

int setVaultPassphrase(const Common &common, const VaultOptions &options)
{
    const auto keeper = keeperOf(common);
    const auto passphrase = secretText(options.passphrase);
    if (!keeper)
        return report(keeper.error());
    if (!passphrase)
        return report(passphrase.error());
    if (passphrase->isEmpty() != options.remove)
        return report({ErrorCode::InvalidArgument,
                       QStringLiteral("Give the passphrase as @FILE, or - for standard input; or --remove.")});
    const auto present = keeper->open(!options.remove);
    // Where there is a key already, only what opens it may change what else does.
    const auto set = keeper->setPassphrase(present ? std::optional(*present) : std::nullopt, *passphrase);
    if (!set)
        return report(present                                                 ? set.error()
                          : present.error().trouble == KeyTrouble::NoKeychain ? set.error()
                                                                              : present.error().error);
    return settled(common, *keeper, *set,
                   options.remove ? QStringLiteral("The passphrase opens nothing any more.")
                                  : QStringLiteral("The passphrase opens the vault from now on."));
}

int unlockVault(const Common &common, const VaultOptions &options)
{
    const auto keeper = keeperOf(common);
    if (!keeper)
        return report(keeper.error());
    if (options.recovery.empty() == options.passphrase.empty())
        return report({ErrorCode::InvalidArgument, QStringLiteral("Give --recovery or --passphrase, one of them.")});
    const bool byRecovery = !options.recovery.empty();
    const auto text = secretText(byRecovery ? options.recovery : options.passphrase);
    const auto vault = text.and_then([&](const QString &given) {
        return byRecovery ? keeper->unlockWithRecovery(given) : keeper->unlockWithPassphrase(given);
    });
    if (!vault)
        return report(vault.error());
    if (vault->place.isEmpty())
        return report({ErrorCode::VaultUnavailable,
                       QStringLiteral("That opens the vault, but the %1 does not keep its key. Set "
                                      "CALLBOARD_VAULT_KEY_FILE to a file that is not there yet, and run this again: "
                                      "the key is put there.")
                           .arg(keeper->source().describe())});
    return settled(common, *keeper, *vault,
                   QStringLiteral("The vault's key is in the %1 now.").arg(keeper->source().describe()));
}

} // namespace callboard::cli
