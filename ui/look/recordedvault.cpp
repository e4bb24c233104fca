#include "ui/look/recordedvault.h"

#include <QtGlobal>

namespace callboard {

namespace {

constexpr const char *kSentences[] = {
    QT_TRANSLATE_NOOP("callboard::VaultProblem",
                      "The system keychain is locked. Unlock it, or set CALLBOARD_VAULT_KEY_FILE."),
    QT_TRANSLATE_NOOP("callboard::VaultProblem",
                      "The system keychain did not answer within %1 s. Unlock it, or set CALLBOARD_VAULT_KEY_FILE."),
    QT_TRANSLATE_NOOP("callboard::VaultProblem",
                      "The system keychain refused access. Unlock it, or set CALLBOARD_VAULT_KEY_FILE."),
    QT_TRANSLATE_NOOP(
        "callboard::VaultProblem",
        "The system keychain stayed locked: its question was dismissed. Unlock it, or set CALLBOARD_VAULT_KEY_FILE."),
    QT_TRANSLATE_NOOP("callboard::VaultProblem",
                      "The system keychain can't be used: %1. Unlock it, or set CALLBOARD_VAULT_KEY_FILE."),
    QT_TRANSLATE_NOOP("callboard::VaultProblem", "There is no system keychain here. Set CALLBOARD_VAULT_KEY_FILE."),
    QT_TRANSLATE_NOOP("callboard::VaultProblem",
                      "The vault's key is not on this machine. Enter the recovery key or the passphrase, or bring the "
                      "key from where the workspace was made."),
    QT_TRANSLATE_NOOP("callboard::VaultProblem", "The key in the %1 is not the one of this workspace."),
    QT_TRANSLATE_NOOP("callboard::VaultProblem", "system keychain"),
    QT_TRANSLATE_NOOP("callboard::VaultProblem", "key file %1"),
    QT_TRANSLATE_NOOP("callboard::VaultProblem", "systemd credential %1"),
    QT_TRANSLATE_NOOP("callboard::VaultProblem", "passphrase file %1"),
    QT_TRANSLATE_NOOP("callboard::VaultProblem", "The vault's key was changed meanwhile. Try again."),
    QT_TRANSLATE_NOOP("callboard::VaultProblem", "The vault has to be open before its key can be rotated."),
    QT_TRANSLATE_NOOP("callboard::VaultProblem", "The vault has to be open before a recovery key can be made."),
    QT_TRANSLATE_NOOP("callboard::VaultProblem",
                      "The vault has to be open before its passphrase can be set or removed."),
    QT_TRANSLATE_NOOP("callboard::VaultProblem",
                      "The passphrase can't be removed: nothing else on this machine keeps the key."),
    QT_TRANSLATE_NOOP("callboard::VaultProblem", "The passphrase is needed as well: it has to open the new key too."),
    QT_TRANSLATE_NOOP("callboard::VaultProblem", "This is not the passphrase of this workspace."),
    QT_TRANSLATE_NOOP("callboard::VaultProblem", "This workspace has no passphrase."),
    QT_TRANSLATE_NOOP("callboard::VaultProblem", "What is stored of the passphrase is damaged."),
    QT_TRANSLATE_NOOP("callboard::VaultProblem",
                      "A passphrase has at least %1 characters. Four or five words in a row are good."),
    QT_TRANSLATE_NOOP("callboard::VaultProblem", "There is not enough memory to check a passphrase: it takes %1 MiB."),
    QT_TRANSLATE_NOOP(
        "callboard::VaultProblem",
        "This recovery key is not the one of this workspace's key. After a rotation only the one made since opens it."),
    QT_TRANSLATE_NOOP("callboard::VaultProblem",
                      "The recovery key went with the key it was made for: the key was rotated."),
    QT_TRANSLATE_NOOP("callboard::VaultProblem", "No recovery key was ever made for this workspace."),
    QT_TRANSLATE_NOOP("callboard::VaultProblem", "Letter %1 can't be in a recovery key."),
    QT_TRANSLATE_NOOP("callboard::VaultProblem", "A recovery key has %1 letters and digits; here are %2."),
    QT_TRANSLATE_NOOP("callboard::VaultProblem", "Group %1 of the recovery key is not as it was shown."),
    QT_TRANSLATE_NOOP("callboard::VaultProblem",
                      "Nothing on this machine would keep the new key. Set a passphrase first."),
    QT_TRANSLATE_NOOP("callboard::VaultProblem",
                      "%1 is in the way of a new key. Where no rotation is under way, remove it."),
    QT_TRANSLATE_NOOP("callboard::VaultProblem",
                      "The %1 does not open with the present key, so the key stays as it is. Enter that secret again, "
                      "or remove it, and rotate then."),
};

} // namespace

std::span<const char *const> vaultSentences()
{
    return kSentences;
}

} // namespace callboard
