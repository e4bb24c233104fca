#include "ui/targets/form/accessfolds.h"

#include "ui/look/look.h"
#include "ui/targets/form/authenticationfields.h"
#include "ui/targets/form/certificatefields.h"
#include "ui/targets/form/foldbox.h"
#include "ui/targets/form/proxyfields.h"

#include <QVBoxLayout>

namespace callboard {

AccessFolds::AccessFolds(QWidget *parent)
    : QWidget(parent)
    , m_authenticationFields(new AuthenticationFields)
    , m_certificateFields(new CertificateFields)
    , m_proxyFields(new ProxyFields)
    , m_authentication(new FoldBox("authenticationFold", tr("Authentication"), m_authenticationFields, this))
    , m_certificates(new FoldBox("certificatesFold", tr("Certificates"), m_certificateFields, this))
    , m_proxy(new FoldBox("proxyFold", tr("Proxy"), m_proxyFields, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::kGap / 2);
    for (FoldBox *fold : folds())
        column->addWidget(fold);
    const auto tell = [this] {
        showValues();
        emit edited();
    };
    connect(m_authenticationFields, &AuthenticationFields::edited, this, tell);
    connect(m_certificateFields, &CertificateFields::edited, this, tell);
    connect(m_proxyFields, &ProxyFields::edited, this, tell);
    showValues();
}

void AccessFolds::begin(const CallbackTarget &stored)
{
    m_authenticationFields->begin(stored.authentication);
    m_proxyFields->begin(stored.proxy);
}

void AccessFolds::load(const CallbackTarget &target)
{
    m_authenticationFields->load(target.authentication);
    m_certificateFields->load(target.tls);
    m_proxyFields->load(target.proxy);
    showValues();
}

void AccessFolds::storeInto(CallbackTarget &target) const
{
    target.authentication = m_authenticationFields->authentication();
    target.tls = m_certificateFields->tls();
    m_proxyFields->storeInto(target.proxy);
}

QStringList AccessFolds::problems() const
{
    const QString unread = m_proxyFields->problem();
    return unread.isEmpty() ? QStringList() : QStringList(unread);
}

void AccessFolds::setMail(bool mail)
{
    m_mail = mail;
    showValues();
}

// The word about a mail names all three; it stands in each that has something in it.
void AccessFolds::showProblems(const QList<FieldProblem> &problems)
{
    QList<FieldProblem> all = problems;
    for (const FieldProblem &problem : problems) {
        if (m_mail && problem.field == TargetField::Authentication) {
            all.append({TargetField::Tls, problem.text, problem.blocking});
            all.append({TargetField::Proxy, problem.text, problem.blocking});
        }
    }
    m_authenticationFields->show(all);
    m_certificateFields->show(all);
    m_proxyFields->show(all);
    showValues();
}

void AccessFolds::showValues()
{
    m_authentication->setValue(m_authenticationFields->value());
    m_certificates->setValue(m_certificateFields->value());
    m_proxy->setValue(m_proxyFields->value());
    CallbackTarget now;
    storeInto(now);
    m_authentication->setVisible(!m_mail || now.authentication.isOn());
    m_certificates->setVisible(!m_mail || !now.tls.isDefault());
    m_proxy->setVisible(!m_mail || now.proxy.isOn() || !problems().isEmpty());
}

void AccessFolds::offerPin(const QString &pin)
{
    m_certificateFields->offerPin(pin);
}

void AccessFolds::openAuthentication()
{
    m_authentication->setOpen(true);
}

QPlainTextEdit *AccessFolds::pinsEdit() const
{
    return m_certificateFields->pinsEdit();
}

void AccessFolds::setPinsText(const QString &text)
{
    m_certificateFields->setPinsText(text);
    m_certificateFields->load(m_certificateFields->tls());
}

QList<FieldGrid *> AccessFolds::grids() const
{
    return {m_authenticationFields, m_certificateFields, m_proxyFields};
}

} // namespace callboard
