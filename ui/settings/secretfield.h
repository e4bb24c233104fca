// A secret that is never shown: an empty field says whether one is stored, typing replaces it, Forget empties it and
// can be taken back until the settings are saved.
#pragma once

#include "core/domain/secret.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace callboard {

class SecretField : public QWidget {
    Q_OBJECT

public:
    // "smtpPassword" names smtpPasswordEdit and smtpPasswordForgetButton.
    SecretField(const char *objectName, const QString &accessibleName, QWidget *parent = nullptr);

    void load(const Secret &secret);
    [[nodiscard]] Secret secret() const;
    [[nodiscard]] QLineEdit *edit() const { return m_edit; }

signals:
    void edited();

private:
    void forgetOrKeep();
    void showState();

    Secret m_stored;
    bool m_forgotten = false;
    QString m_name;
    QLineEdit *m_edit = nullptr;
    QPushButton *m_forget = nullptr;
};

} // namespace callboard
