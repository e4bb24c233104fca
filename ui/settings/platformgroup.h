// Where a platform answers what an asset's record is now, and the key to ask with.
#pragma once

#include "ui/settings/settingsgroup.h"

class QCheckBox;
class QLineEdit;

namespace callboard {

class SecretField;

class PlatformGroup : public SettingsGroup {
    Q_OBJECT

public:
    explicit PlatformGroup(PlatformKind kind, QWidget *parent = nullptr);

    void load(const PlatformSettings &settings);
    [[nodiscard]] PlatformSettings settings() const; // as they stand in the form
    [[nodiscard]] bool isDirty() const override;
    [[nodiscard]] QString problem() const override;
    void save(PlatformClient &platform) override;
    void focusFirst() override;

private:
    void check();

    PlatformSettings m_original;
    QLineEdit *m_baseEdit = nullptr;
    SecretField *m_key = nullptr;
    QCheckBox *m_privateCheck = nullptr;
    FieldLine *m_baseLine = nullptr;
};

} // namespace callboard
