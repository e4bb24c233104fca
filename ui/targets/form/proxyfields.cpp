#include "ui/targets/form/proxyfields.h"

#include "ui/targets/accesswords.h"
#include "ui/targets/form/named.h"
#include "ui/targets/form/secretbox.h"

#include <QLineEdit>

namespace callboard {

using Mood = FieldLine::Mood;

ProxyFields::ProxyFields(QWidget *parent)
    : FieldGrid(parent)
{
    m_addressEdit = named(new QLineEdit(this), "proxyEdit", tr("Proxy"));
    m_addressEdit->setPlaceholderText(tr("http://HOST:PORT or socks5://HOST:PORT"));
    m_addressLine = new FieldLine("proxyLine");
    addRow(tr("Address"), m_addressEdit, m_addressLine);
    m_userEdit = named(new QLineEdit(this), "proxyUserEdit", tr("User name at the proxy"));
    addRow(tr("User name"), m_userEdit);
    m_password = new SecretBox(QStringLiteral("proxyPassword"), tr("Password at the proxy"), this);
    m_passwordLine = new FieldLine("proxyPasswordLine");
    addRow(tr("Password"), m_password, m_passwordLine, m_password->edit());
    for (QLineEdit *edit : {m_addressEdit, m_userEdit}) {
        edit->setLayoutDirection(Qt::LeftToRight);
        connect(edit, &QLineEdit::textEdited, this, &ProxyFields::edited);
    }
    connect(m_password, &SecretBox::edited, this, &ProxyFields::edited);
    connect(this, &ProxyFields::edited, this, &ProxyFields::present);
    load({});
}

void ProxyFields::begin(const ProxySettings &stored)
{
    m_stored = stored;
}

void ProxyFields::load(const ProxySettings &proxy)
{
    m_addressEdit->setText(toString(proxy));
    m_userEdit->setText(proxy.user);
    present();
    m_password->load(proxy.password);
}

void ProxyFields::storeInto(ProxySettings &proxy) const
{
    if (!setProxy(proxy, m_addressEdit->text()))
        return;
    if (!proxy.isOn()) {
        proxy = m_stored.isOn() ? ProxySettings() : m_stored;
        return;
    }
    proxy.user = m_userEdit->text().trimmed();
    proxy.password = m_password->secret();
}

QString ProxyFields::problem() const
{
    ProxySettings read;
    if (setProxy(read, m_addressEdit->text()))
        return {};
    return m_addressEdit->text().contains(u'@')
        ? tr("User name and password of the proxy go into the fields below.")
        : tr("Not a proxy: write http://HOST:PORT or socks5://HOST:PORT, or leave it empty.");
}

// A password that is stored is for its proxy, and for a user there.
void ProxyFields::present()
{
    ProxySettings read;
    const bool on = setProxy(read, m_addressEdit->text()) && read.isOn();
    const bool serves = toString(read) == toString(m_stored) && !m_userEdit->text().trimmed().isEmpty();
    m_password->setStored(serves ? m_stored.password.sealed : QByteArray());
    for (QWidget *field : {static_cast<QWidget *>(m_userEdit), static_cast<QWidget *>(m_password)})
        field->setEnabled(on);
    m_passwordLine->hush();
    if (const QString wrong = problem(); !wrong.isEmpty())
        m_addressLine->say(Mood::Problem, wrong);
    else if (on)
        m_addressLine->say(Mood::Hint, tr("The proxy looks names up, so it decides which addresses can be reached."));
    else
        m_addressLine->say(Mood::Hint, tr("Requests leave directly; the environment's proxy is not used."));
}

void ProxyFields::show(const QList<FieldProblem> &problems)
{
    present();
    for (const FieldProblem &found : problems) {
        if (found.field == TargetField::Proxy && m_addressLine->mood() != Mood::Problem)
            m_passwordLine->say(found.blocking ? Mood::Problem : Mood::Warning, found.text);
    }
}

QString ProxyFields::value() const
{
    ProxySettings now = m_stored;
    storeInto(now);
    return problem().isEmpty() ? words::proxy(now) : tr("not an address");
}

} // namespace callboard
