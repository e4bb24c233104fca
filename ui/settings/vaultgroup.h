// The vault: whether it is open, where its key is, and what else opens it. Everything is done at once, not with Save.
#pragma once

#include "core/engine/vaultclient.h"
#include "ui/settings/settingsgroup.h"

class QPushButton;

namespace callboard {

class VaultGroup : public SettingsGroup {
    Q_OBJECT

public:
    // The client outlives the group.
    explicit VaultGroup(VaultClient &vault, QWidget *parent = nullptr);

    // As it stands now.
    void refresh();
    [[nodiscard]] bool isDirty() const override { return false; }
    [[nodiscard]] QString problem() const override { return {}; }
    void save(PlatformClient &platform) override;
    void focusFirst() override;
    [[nodiscard]] bool isSaved() const override { return false; }

private:
    [[nodiscard]] QPushButton *button(const char *objectName, const QString &text);
    template <class Dialog>
    void openDialog();
    void remedy();
    void removePassphrase();
    void take(const Result<VaultStatus> &status);

    VaultClient &m_vault;
    FieldLine *m_stateLine = nullptr;
    FieldLine *m_recoveryLine = nullptr;
    FieldLine *m_passphraseLine = nullptr;
    FieldLine *m_doneLine = nullptr;
    QPushButton *m_remedyButton = nullptr;
    QPushButton *m_rotateButton = nullptr;
    QPushButton *m_recoveryButton = nullptr;
    QPushButton *m_setButton = nullptr;
    QPushButton *m_removeButton = nullptr;
};

} // namespace callboard
