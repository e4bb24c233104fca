// What Callboard needs of Brightcove: the secret that its notifications carry. Shows the URL to give to Brightcove.
#pragma once

#include "ui/settings/settingsgroup.h"

class QLineEdit;
class QToolButton;

namespace callboard {

class SecretField;

class BrightcoveGroup : public SettingsGroup {
    Q_OBJECT

public:
    explicit BrightcoveGroup(QWidget *parent = nullptr);

    void load(const EncoderSettings &settings);
    [[nodiscard]] EncoderSettings settings() const; // as they stand in the form
    // Our door as encoders reach it; empty: not known.
    void setDoorUrl(const QString &url);
    [[nodiscard]] bool isDirty() const override;
    [[nodiscard]] QString problem() const override;
    void save(PlatformClient &platform) override;
    void focusFirst() override;

private:
    EncoderSettings m_original;
    SecretField *m_secret = nullptr;
    QLineEdit *m_addressEdit = nullptr;
    QToolButton *m_copyButton = nullptr;
    FieldLine *m_addressLine = nullptr;
};

} // namespace callboard
