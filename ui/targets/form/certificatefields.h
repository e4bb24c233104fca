// The fold of certificates: who may vouch for the receiver, which of its keys are taken, and the certificate that is
// shown to it. Files are read as they are chosen; a key is in the clear from then until the form closes, and never
// shown.
#pragma once

#include "core/domain/target.h"
#include "ui/targets/form/fieldgrid.h"

class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace callboard {

class IdentityChooser;

class CertificateFields : public FieldGrid {
    Q_OBJECT

public:
    explicit CertificateFields(QWidget *parent = nullptr);

    void load(const TlsSettings &tls);
    [[nodiscard]] TlsSettings tls() const;
    void show(const QList<FieldProblem> &problems);
    using QWidget::show;
    [[nodiscard]] QString value() const; // the system's; Example Root, 2 pinned keys, shows media.example
    // The key that the receiver has shown just now; empty: not known.
    void offerPin(const QString &pin);
    // The one text that is undone with the rest of the form.
    [[nodiscard]] QPlainTextEdit *pinsEdit() const { return m_pinsEdit; }
    void setPinsText(const QString &text);

signals:
    void edited();

private:
    void makeAuthorities();
    void makePins();
    void makeIdentity();
    void watch();
    [[nodiscard]] QPushButton *button(const char *objectName, const QString &text, const QString &name);
    [[nodiscard]] QLineEdit *shown(const char *objectName, const QString &name);
    [[nodiscard]] QStringList pins() const;
    void setAuthorities(const QByteArray &authorities);
    void setIdentity(const QByteArray &certificate, const QString &key);
    void pinOffered();
    void present();
    void presentAuthorities();
    void presentOffer();
    void presentPins();
    void presentIdentity();

    TlsSettings m_tls; // all but the pins
    QString m_authoritiesRefusal;
    QString m_identityRefusal;
    QString m_offered;
    bool m_loading = false;
    IdentityChooser *m_chooser = nullptr;
    QLineEdit *m_authorities = nullptr;
    QPushButton *m_chooseAuthorities = nullptr;
    QPushButton *m_systemAuthorities = nullptr;
    QPlainTextEdit *m_pinsEdit = nullptr;
    QPushButton *m_pinButton = nullptr;
    QLabel *m_pinLabel = nullptr;
    QLineEdit *m_identity = nullptr;
    QPushButton *m_chooseIdentity = nullptr;
    QPushButton *m_chooseKey = nullptr;
    QPushButton *m_removeIdentity = nullptr;
    FieldLine *m_authoritiesLine = nullptr;
    FieldLine *m_pinsLine = nullptr;
    FieldLine *m_identityLine = nullptr;
};

} // namespace callboard
