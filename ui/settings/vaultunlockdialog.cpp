#include "ui/settings/vaultunlockdialog.h"

#include "core/security/recoverykey.h"
#include "ui/look/recorded.h"
#include "ui/look/secretguard.h"
#include "ui/settings/vaultwords.h"
#include "ui/targets/form/named.h"

#include <QLineEdit>
#include <QRadioButton>

namespace callboard {

VaultUnlockDialog::VaultUnlockDialog(VaultClient &vault, QWidget *parent)
    : VaultDialog(vault, "vaultUnlockDialog", tr("Unlock the vault"),
                  tr("%1 What is owed to targets with secrets is held until the vault is open.")
                      .arg(vaultwords::sentence(vault.vaultStatus())),
                  tr("Unlock"), parent)
    , m_facts(vault.vaultStatus().facts)
{
    m_byPassphrase = named(new QRadioButton(tr("&Passphrase"), this), "byPassphraseButton", tr("With the passphrase"));
    m_byRecovery = named(new QRadioButton(tr("&Recovery key"), this), "byRecoveryButton", tr("With the recovery key"));
    m_byPassphrase->setChecked(m_facts.passphrase);
    m_byRecovery->setChecked(!m_facts.passphrase);
    m_byPassphrase->setEnabled(m_facts.passphrase);
    m_byRecovery->setEnabled(m_facts.recovery);
    grid().addRow(tr("With"), inRow({m_byPassphrase, m_byRecovery}));
    m_edit = addSecret("vaultSecretEdit", tr("&Secret"), tr("Passphrase or recovery key"),
                       tr("Once it opens, the key is put where this machine keeps keys."));
    for (QRadioButton *button : {m_byPassphrase, m_byRecovery})
        connect(button, &QRadioButton::toggled, this, &VaultUnlockDialog::present);
    present();
    m_edit->setFocus(Qt::OtherFocusReason);
}

bool VaultUnlockDialog::byRecovery() const
{
    return m_byRecovery->isChecked();
}

// A recovery key is read off paper: it has to be seen to be typed.
void VaultUnlockDialog::present()
{
    m_edit->setEchoMode(byRecovery() ? QLineEdit::Normal : QLineEdit::Password);
    SecretGuard::watch(m_edit);
    m_edit->setLayoutDirection(byRecovery() ? Qt::LeftToRight : layoutDirection());
    m_edit->clear();
    m_edit->setPlaceholderText(byRecovery() ? QStringLiteral("1A2B3C-…") : QString());
    follow();
}

QString VaultUnlockDialog::problem() const
{
    if (m_edit->text().isEmpty())
        return byRecovery() ? tr("Type the recovery key first.") : tr("Type the passphrase first.");
    const auto key = byRecovery() ? recoveryKeyFrom(m_edit->text()) : Result<QByteArray>();
    return key ? QString() : inOurLanguage(key.error().detail);
}

void VaultUnlockDialog::act()
{
    const auto then = [this](const Result<VaultStatus> &status) { settle(status); };
    if (byRecovery())
        vault().unlockWithRecovery(m_edit->text(), this, then);
    else
        vault().unlockWithPassphrase(m_edit->text(), this, then);
}

} // namespace callboard
