// What is done about the key of a vault that is open: another key, a recovery key, a passphrase.
#pragma once

#include "ui/settings/vaultdialog.h"

class QPushButton;

namespace callboard {

class VaultRotationDialog : public VaultDialog {
    Q_OBJECT

public:
    explicit VaultRotationDialog(VaultClient &vault, QWidget *parent = nullptr);

protected:
    void act() override;
    [[nodiscard]] QString problem() const override;

private:
    QLineEdit *m_passphrase = nullptr; // null: there is none
    bool m_hadRecovery = false;
};

// Shows the key once.
class VaultRecoveryDialog : public VaultDialog {
    Q_OBJECT

public:
    explicit VaultRecoveryDialog(VaultClient &vault, QWidget *parent = nullptr);

protected:
    void act() override;

private:
    void present(const QString &recoveryKey);
};

class VaultPassphraseDialog : public VaultDialog {
    Q_OBJECT

public:
    explicit VaultPassphraseDialog(VaultClient &vault, QWidget *parent = nullptr);

protected:
    void act() override;
    [[nodiscard]] QString problem() const override;

private:
    QLineEdit *m_first = nullptr;
    QLineEdit *m_second = nullptr;
};

} // namespace callboard
