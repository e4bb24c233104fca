// A password, a token or the like in a form. What is typed shows as dots and can be revealed and copied for as long as
// it stands here; one that is stored is a placeholder, which can be given up and is never shown.
#pragma once

#include "core/domain/secret.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace callboard {

class SecretBox : public QWidget {
    Q_OBJECT

public:
    // Its parts are named after `objectName`: authSecret makes authSecretEdit, authSecretCopyButton and so on.
    SecretBox(const QString &objectName, const QString &accessibleName, QWidget *parent = nullptr);

    void setName(const QString &accessibleName);
    // What an empty field stands for; empty: nothing. Given up or not is remembered.
    void setStored(const QByteArray &sealed);
    // As it stands in a target; after setStored().
    void load(const Secret &secret);
    [[nodiscard]] Secret secret() const;
    [[nodiscard]] QLineEdit *edit() const { return m_edit; }

signals:
    void edited();

private:
    void present();

    QByteArray m_stored;
    bool m_givenUp = false;
    QLineEdit *m_edit = nullptr;
    QPushButton *m_reveal = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_giveUp = nullptr;
};

} // namespace callboard
