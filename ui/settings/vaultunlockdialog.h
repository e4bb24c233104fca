// Opens a vault whose key is not on this machine: with the passphrase or the recovery key, whichever there is.
#pragma once

#include "ui/settings/vaultdialog.h"

class QRadioButton;

namespace callboard {

class VaultUnlockDialog : public VaultDialog {
    Q_OBJECT

public:
    explicit VaultUnlockDialog(VaultClient &vault, QWidget *parent = nullptr);

protected:
    void act() override;
    [[nodiscard]] QString problem() const override;

private:
    void present();
    [[nodiscard]] bool byRecovery() const;

    VaultFacts m_facts;
    QRadioButton *m_byRecovery = nullptr;
    QRadioButton *m_byPassphrase = nullptr;
    QLineEdit *m_edit = nullptr;
};

} // namespace callboard
