#include "ui/settings/vaultgroup.h"

#include "ui/look/recorded.h"
#include "ui/settings/vaultkeydialogs.h"
#include "ui/settings/vaultunlockdialog.h"
#include "ui/settings/vaultwords.h"
#include "ui/targets/form/fieldgrid.h"
#include "ui/targets/form/named.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace callboard {

using Mood = FieldLine::Mood;
using vaultwords::Remedy;

VaultGroup::VaultGroup(VaultClient &vault, QWidget *parent)
    : SettingsGroup(
        "vault", tr("Vault"),
        tr("Secrets of this workspace are sealed under one key, which is never in its file. Without it they "
           "can't be read: make a recovery key before you need one."),
        parent)
    , m_vault(vault)
    , m_stateLine(new FieldLine("vaultStateLine"))
    , m_recoveryLine(new FieldLine("vaultRecoveryLine"))
    , m_passphraseLine(new FieldLine("vaultPassphraseLine"))
    , m_doneLine(new FieldLine("vaultDoneLine"))
{
    m_remedyButton = button("vaultRemedyButton", tr("Try again"));
    m_rotateButton = button("rotateVaultButton", tr("Rotate key…"));
    m_recoveryButton = button("recoveryKeyButton", tr("Recovery key…"));
    m_setButton = button("setPassphraseButton", tr("Set…"));
    m_removeButton = button("removePassphraseButton", tr("Remove"));
    grid().addRow(tr("Key"), inRow({m_rotateButton, m_remedyButton}), m_stateLine, m_rotateButton);
    grid().addRow(tr("Recovery"), inRow({m_recoveryButton}), m_recoveryLine, m_recoveryButton);
    grid().addRow(tr("Passphrase"), inRow({m_setButton, m_removeButton}), m_passphraseLine, m_setButton);
    column().addWidget(m_doneLine);
    connect(m_remedyButton, &QPushButton::clicked, this, &VaultGroup::remedy);
    connect(m_rotateButton, &QPushButton::clicked, this, &VaultGroup::openDialog<VaultRotationDialog>);
    connect(m_recoveryButton, &QPushButton::clicked, this, &VaultGroup::openDialog<VaultRecoveryDialog>);
    connect(m_setButton, &QPushButton::clicked, this, &VaultGroup::openDialog<VaultPassphraseDialog>);
    connect(m_removeButton, &QPushButton::clicked, this, &VaultGroup::removePassphrase);
    refresh();
}

QPushButton *VaultGroup::button(const char *objectName, const QString &text)
{
    auto *made = named(new QPushButton(text, this), objectName, text);
    made->setAutoDefault(false);
    return made;
}

void VaultGroup::refresh()
{
    const VaultStatus status = m_vault.vaultStatus();
    const bool closed = status.state == VaultStatus::State::Closed && status.trouble != KeyTrouble::NotMade;
    const Remedy remedy = vaultwords::remedy(status);
    m_stateLine->say(closed ? Mood::Warning : status.isOpen() ? Mood::Good : Mood::Hint, vaultwords::sentence(status));
    m_remedyButton->setText(vaultwords::nameOf(remedy));
    m_remedyButton->setAccessibleName(m_remedyButton->text());
    m_remedyButton->setVisible(remedy != Remedy::None && remedy != Remedy::SetPassphrase);
    m_rotateButton->setVisible(!closed);
    const bool fixed = status.source.kind == VaultKeySource::Kind::Credential;
    m_rotateButton->setEnabled(status.isOpen() && !fixed);
    m_rotateButton->setToolTip(fixed ? tr("A systemd credential is changed by “callboard vault rotate”.")
                                   : status.isOpen() ? QString()
                                                     : tr("There is no key yet."));
    m_recoveryButton->setEnabled(!closed);
    m_setButton->setEnabled(!closed || remedy == Remedy::SetPassphrase);
    m_removeButton->setVisible(status.facts.passphrase);
    m_removeButton->setEnabled(!closed);
    if (status.facts.recovery)
        m_recoveryLine->say(Mood::Good, tr("There is one. It is shown nowhere; a new one ends it."));
    else if (status.facts.recoveryLapsed)
        m_recoveryLine->say(Mood::Warning, tr("The key was rotated since: the recovery key of before opens nothing."));
    else
        m_recoveryLine->say(Mood::Hint, tr("None was made. Without one, a lost key loses every secret."));
    m_passphraseLine->say(status.facts.passphrase ? Mood::Good : Mood::Hint,
                          status.facts.passphrase
                              ? tr("Set. It opens the vault where its key is missing.")
                              : tr("None. It is for machines without a keychain, and for moving to another one."));
    m_setButton->setText(status.facts.passphrase ? tr("Change…") : tr("Set…"));
    m_setButton->setAccessibleName(status.facts.passphrase ? tr("Change the passphrase") : tr("Set a passphrase"));
}

template <class Dialog>
void VaultGroup::openDialog()
{
    m_doneLine->hush();
    auto *dialog = new Dialog(m_vault, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, &VaultGroup::refresh);
    dialog->open();
}

void VaultGroup::remedy()
{
    if (vaultwords::remedy(m_vault.vaultStatus()) == Remedy::Unlock)
        return openDialog<VaultUnlockDialog>();
    m_doneLine->say(Mood::Hint, tr("Asking…"));
    m_vault.retryVault(this, [this](const Result<VaultStatus> &status) { take(status); });
}

void VaultGroup::removePassphrase()
{
    m_vault.setVaultPassphrase({}, this, [this](const Result<VaultStatus> &status) { take(status); });
}

void VaultGroup::take(const Result<VaultStatus> &status)
{
    refresh();
    if (status)
        m_doneLine->hush();
    else
        m_doneLine->say(Mood::Problem, inOurLanguage(status.error().detail));
}

// Nothing of it waits for Save.
void VaultGroup::save(PlatformClient &)
{
    emit saveFinished(true);
}

void VaultGroup::focusFirst()
{
    for (QPushButton *first : {m_remedyButton, m_rotateButton, m_recoveryButton}) {
        if (first->isVisibleTo(this) && first->isEnabled())
            return first->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace callboard
