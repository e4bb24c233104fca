#include "ui/settings/vaultwords.h"

#include "ui/look/recorded.h"

#include <QCoreApplication>

namespace callboard::vaultwords {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(callboard::VaultWords)
};

using State = VaultStatus::State;

QString openSentence(const VaultStatus &status)
{
    if (status.keptHere && status.openedBy == OpenedBy::Source)
        return Words::tr("Open: its key is in %1.").arg(place(status.source));
    if (status.keptHere)
        return Words::tr("Open: its key is in %1 from now on.").arg(place(status.source));
    return Words::tr("Open until Callboard ends: nothing on this machine keeps its key.");
}

QString closedSentence(const VaultStatus &status)
{
    switch (status.trouble) {
    case KeyTrouble::None: break;
    case KeyTrouble::Locked: return Words::tr("The system keychain is locked.");
    case KeyTrouble::Refused: return Words::tr("The system keychain's question was dismissed, or access was denied.");
    case KeyTrouble::NoKeychain: return Words::tr("Nothing on this machine keeps keys: there is no Secret Service.");
    case KeyTrouble::Silent: return Words::tr("The system keychain does not answer.");
    case KeyTrouble::Missing: return Words::tr("The vault's key is not on this machine.");
    case KeyTrouble::Foreign:
        return Words::tr("The key in %1 is not the one of this workspace.").arg(place(status.source));
    case KeyTrouble::Damaged:
        return Words::tr("What is kept as the vault's key in %1 is damaged.").arg(place(status.source));
    case KeyTrouble::NotMade: return Words::tr("There is no key yet: it is made with the first secret.");
    case KeyTrouble::Unusable: break;
    }
    return inOurLanguage(status.detail);
}

} // namespace

QString place(const VaultKeySource &source)
{
    switch (source.kind) {
    case VaultKeySource::Kind::KeyFile: return Words::tr("the key file %1").arg(source.location);
    case VaultKeySource::Kind::Credential: return Words::tr("the systemd credential %1").arg(source.location);
    case VaultKeySource::Kind::PassphraseFile: return Words::tr("the passphrase file %1").arg(source.location);
    case VaultKeySource::Kind::Keychain: break;
    }
    return Words::tr("the system keychain");
}

QString sentence(const VaultStatus &status)
{
    switch (status.state) {
    case State::Unasked: return Words::tr("Nothing needs it yet: its key is made with the first secret.");
    case State::Open: return openSentence(status);
    case State::Closed: break;
    }
    return closedSentence(status);
}

Remedy remedy(const VaultStatus &status)
{
    if (status.state != State::Closed || status.trouble == KeyTrouble::NotMade)
        return Remedy::None;
    switch (status.trouble) {
    case KeyTrouble::Locked:
    case KeyTrouble::Refused:
    case KeyTrouble::Silent:
    case KeyTrouble::Unusable: return Remedy::TryAgain;
    case KeyTrouble::NoKeychain:
        if (status.facts.keyId.isEmpty() && status.facts.secrets == 0)
            return Remedy::SetPassphrase;
        break;
    default: break;
    }
    return status.canBeUnlocked() ? Remedy::Unlock : Remedy::TryAgain;
}

QString nameOf(Remedy remedy)
{
    switch (remedy) {
    case Remedy::TryAgain: return Words::tr("Try again");
    case Remedy::Unlock: return Words::tr("Unlock…");
    case Remedy::SetPassphrase: return Words::tr("Set a passphrase…");
    case Remedy::None: break;
    }
    return {};
}

QString inStatusBar(const VaultStatus &status)
{
    switch (status.trouble) {
    case KeyTrouble::Locked: return Words::tr("vault closed: the keychain is locked");
    case KeyTrouble::Refused: return Words::tr("vault closed: the keychain refused");
    case KeyTrouble::NoKeychain: return Words::tr("vault closed: no keychain here");
    case KeyTrouble::Silent: return Words::tr("vault closed: the keychain is silent");
    case KeyTrouble::Missing: return Words::tr("vault closed: its key is not here");
    case KeyTrouble::Foreign: return Words::tr("vault closed: another workspace's key");
    case KeyTrouble::Damaged: return Words::tr("vault closed: its key is damaged");
    default: return Words::tr("vault locked: targets with secrets are held");
    }
}

} // namespace callboard::vaultwords
