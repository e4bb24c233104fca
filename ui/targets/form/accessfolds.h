// The three folds that say who calls and by what way: authentication, certificates and proxy. A mail goes by the mail
// server: there they are away, but for one that has something in it that must go.
#pragma once

#include "core/domain/target.h"

#include <QWidget>

class QPlainTextEdit;

namespace callboard {

class AuthenticationFields;
class CertificateFields;
class FieldGrid;
class FoldBox;
class ProxyFields;

class AccessFolds : public QWidget {
    Q_OBJECT

public:
    explicit AccessFolds(QWidget *parent = nullptr);

    void begin(const CallbackTarget &stored); // before what is loaded: what is saved
    void load(const CallbackTarget &target);
    void storeInto(CallbackTarget &target) const;
    [[nodiscard]] QStringList problems() const; // of what can't be read
    void setMail(bool mail);
    void showProblems(const QList<FieldProblem> &problems);
    void offerPin(const QString &pin);
    void openAuthentication();
    [[nodiscard]] QPlainTextEdit *pinsEdit() const;
    void setPinsText(const QString &text);

    [[nodiscard]] QList<FieldGrid *> grids() const;
    [[nodiscard]] QList<FoldBox *> folds() const { return {m_authentication, m_certificates, m_proxy}; }

signals:
    void edited();

private:
    void showValues();

    bool m_mail = false;
    AuthenticationFields *m_authenticationFields = nullptr;
    CertificateFields *m_certificateFields = nullptr;
    ProxyFields *m_proxyFields = nullptr;
    FoldBox *m_authentication = nullptr;
    FoldBox *m_certificates = nullptr;
    FoldBox *m_proxy = nullptr;
};

} // namespace callboard
