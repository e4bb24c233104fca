#include "ui/settings/vaultkeydialogs.h"

#include "core/security/keywrap.h"
#include "ui/look/look.h"
#include "ui/look/recorded.h"
#include "ui/look/secretclipboard.h"
#include "ui/settings/vaultwords.h"
#include "ui/targets/form/named.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace callboard {

VaultRotationDialog::VaultRotationDialog(VaultClient &vault, QWidget *parent)
    : VaultDialog(
        vault, "vaultRotationDialog", tr("Rotate the vault's key"),
        tr("A new key is made, and every secret of this workspace is sealed anew under it. The one before goes: "
           "backups made until now need it to be read."),
        tr("Rotate"), parent)
    , m_hadRecovery(vault.vaultStatus().facts.recovery)
{
    const VaultStatus status = vault.vaultStatus();
    if (status.source.kind == VaultKeySource::Kind::KeyFile) {
        auto *line = new FieldLine("vaultKeyFileLine");
        line->say(FieldLine::Mood::Warning,
                  tr("Other workspaces that use %1 will not open any more.").arg(vaultwords::place(status.source)));
        addBelow(line);
    }
    if (status.facts.passphrase)
        m_passphrase = addSecret("vaultPassphraseEdit", tr("&Passphrase"), tr("The present passphrase"),
                                 tr("It opens the new key as well."));
    follow();
}

QString VaultRotationDialog::problem() const
{
    return m_passphrase && m_passphrase->text().isEmpty() ? tr("Type the passphrase first.") : QString();
}

void VaultRotationDialog::act()
{
    vault().rotateVaultKey(
        m_passphrase ? m_passphrase->text() : QString(), this, [this](const Result<VaultStatus> &status) {
            if (!status)
                return refuse(status.error());
            finish(m_hadRecovery ? tr("The vault has a new key. The recovery key of before opens nothing any "
                                      "more: make a new one.")
                                 : tr("The vault has a new key."));
        });
}

VaultRecoveryDialog::VaultRecoveryDialog(VaultClient &vault, QWidget *parent)
    : VaultDialog(vault, "vaultRecoveryDialog", tr("Recovery key"),
                  vault.vaultStatus().facts.recovery
                      ? tr("A new recovery key is made and shown once. The one of before opens nothing any more.")
                      : tr("A recovery key opens the vault where its own key is lost: on another machine, or after the "
                           "keychain was emptied. It is shown once."),
                  tr("Make it"), parent)
{
    follow();
}

void VaultRecoveryDialog::act()
{
    vault().makeRecoveryKey(this, [this](const Result<QString> &recoveryKey) {
        if (recoveryKey)
            present(*recoveryKey);
        else
            refuse(recoveryKey.error());
    });
}

void VaultRecoveryDialog::present(const QString &recoveryKey)
{
    finish(tr("Write it down or print it, and keep it away from the workspace's file: whoever has both can read its "
              "secrets. It is not shown again."));
    auto *key = named(look::plainLabel(QString(recoveryKey).replace(u'-', u' '), this), "recoveryKeyLabel",
                      tr("The recovery key"));
    key->setFont(look::fixedFont());
    key->setWordWrap(true);
    key->setLayoutDirection(Qt::LeftToRight);
    key->setFocusPolicy(Qt::StrongFocus);
    key->setAccessibleDescription(key->text());
    auto *copy = named(new QPushButton(tr("Copy"), this), "copyRecoveryButton", tr("Copy the recovery key"));
    copy->setToolTip(tr("It leaves the clipboard after 30 s"));
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this, [recoveryKey] { SecretClipboard::copy(recoveryKey); });
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(look::kGap);
    layout->addWidget(key, 1);
    layout->addWidget(copy, 0, Qt::AlignTop);
    addBelow(row);
    row->show();
    fit();
}

VaultPassphraseDialog::VaultPassphraseDialog(VaultClient &vault, QWidget *parent)
    : VaultDialog(
        vault, "vaultPassphraseDialog", tr("Passphrase of the vault"),
        tr("A passphrase opens the vault where nothing keeps its key, here and on other machines. It can't be "
           "read anywhere once it is set."),
        tr("Set"), parent)
{
    m_first = addSecret("newPassphraseEdit", tr("&Passphrase"), tr("New passphrase"),
                        tr("At least %1 characters; four or five words in a row are good.").arg(kShortestPassphrase));
    m_second = addSecret("againPassphraseEdit", tr("&Again"), tr("New passphrase, again"));
    follow();
    m_first->setFocus(Qt::OtherFocusReason);
}

QString VaultPassphraseDialog::problem() const
{
    if (const QString wrong = passphraseProblem(m_first->text()); !wrong.isEmpty())
        return inOurLanguage(wrong);
    return m_first->text() == m_second->text() ? QString() : tr("The two are not the same.");
}

void VaultPassphraseDialog::act()
{
    vault().setVaultPassphrase(m_first->text(), this, [this](const Result<VaultStatus> &status) { settle(status); });
}

} // namespace callboard
