// The mail server that delivers callbacks to mail addresses.
#pragma once

#include "ui/settings/settingsgroup.h"

#include <QSet>

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace callboard {

class SecretField;

class MailGroup : public SettingsGroup {
    Q_OBJECT

public:
    explicit MailGroup(QWidget *parent = nullptr);

    void load(const SmtpServer &server);
    [[nodiscard]] SmtpServer server() const; // as it stands in the form
    [[nodiscard]] bool isDirty() const override;
    [[nodiscard]] QString problem() const override;
    void save(PlatformClient &platform) override;
    void focusFirst() override;

private:
    void makeServer();
    void makeIdentity();
    void followSecurity();
    void check();
    void showProblem(const SmtpServer &server);
    void showSecurityLine(const SmtpServer &server);

    SmtpServer m_original;
    SmtpSecurity m_lastSecurity = SmtpSecurity::StartTls;
    QLineEdit *m_hostEdit = nullptr;
    QSpinBox *m_portSpin = nullptr;
    QComboBox *m_securityCombo = nullptr;
    QLineEdit *m_userEdit = nullptr;
    SecretField *m_password = nullptr;
    QLineEdit *m_fromEdit = nullptr;
    FieldLine *m_hostLine = nullptr;
    FieldLine *m_securityLine = nullptr;
    FieldLine *m_userLine = nullptr;
    FieldLine *m_passwordLine = nullptr;
    FieldLine *m_fromLine = nullptr;
    QSet<const QLineEdit *> m_touched; // may complain
};

} // namespace callboard
