// What Callboard needs of Zencoder: where its API is, the key, the secret that its notifications carry, and the address
// at which it reaches our door.
#pragma once

#include "ui/settings/settingsgroup.h"

class QLineEdit;

namespace callboard {

class SecretField;

class ZencoderGroup : public SettingsGroup {
    Q_OBJECT

public:
    explicit ZencoderGroup(QWidget *parent = nullptr);

    void load(const EncoderSettings &settings);
    [[nodiscard]] EncoderSettings settings() const; // as they stand in the form
    [[nodiscard]] bool isDirty() const override;
    [[nodiscard]] QString problem() const override;
    void save(PlatformClient &platform) override;
    void focusFirst() override;

private:
    void check();

    EncoderSettings m_original;
    QLineEdit *m_baseEdit = nullptr;
    SecretField *m_apiKey = nullptr;
    SecretField *m_secret = nullptr;
    QLineEdit *m_relayEdit = nullptr;
    FieldLine *m_baseLine = nullptr;
    FieldLine *m_relayLine = nullptr;
};

} // namespace callboard
