#include "ui/targets/form/certificatefields.h"

#include "ui/look/look.h"
#include "ui/look/recorded.h"
#include "ui/targets/accesswords.h"
#include "ui/targets/form/identitychooser.h"
#include "ui/targets/form/named.h"
#include "ui/targets/form/sidebyside.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace callboard {

using Mood = FieldLine::Mood;

namespace {

constexpr int kPinLines = 3;

QString described(const QByteArray &pem)
{
    const auto found = describeCertificates(pem);
    return found ? words::certificate(*found, SystemClock().now()) : inOurLanguage(found.error().detail);
}

} // namespace

CertificateFields::CertificateFields(QWidget *parent)
    : FieldGrid(parent)
    , m_chooser(new IdentityChooser(this))
{
    setObjectName(QStringLiteral("certificateFields"));
    makeAuthorities();
    makePins();
    makeIdentity();
    watch();
    load({});
}

QPushButton *CertificateFields::button(const char *objectName, const QString &text, const QString &name)
{
    auto *made = named(new QPushButton(text, this), objectName, name);
    made->setAutoDefault(false);
    return made;
}

QLineEdit *CertificateFields::shown(const char *objectName, const QString &name)
{
    auto *made = named(new QLineEdit(this), objectName, name);
    made->setReadOnly(true);
    return made;
}

void CertificateFields::makeAuthorities()
{
    m_authorities = shown("authoritiesEdit", tr("Trusted authorities"));
    m_chooseAuthorities = button("chooseAuthoritiesButton", tr("From file…"), tr("Trusted authorities from a file"));
    m_systemAuthorities = button("systemAuthoritiesButton", tr("The system's"), tr("Trust the system's authorities"));
    m_authoritiesLine = new FieldLine("authoritiesLine");
    addRow(tr("Authorities"), sideBySide(m_authorities, {m_chooseAuthorities, m_systemAuthorities}), m_authoritiesLine,
           m_chooseAuthorities);
}

void CertificateFields::makePins()
{
    m_pinsEdit = named(new QPlainTextEdit(this), "pinsEdit", tr("Pinned keys, one a line"));
    m_pinsEdit->setFont(look::fixedFont());
    m_pinsEdit->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_pinsEdit->setTabChangesFocus(true);
    m_pinsEdit->setLayoutDirection(Qt::LeftToRight);
    m_pinsEdit->setPlaceholderText(QStringLiteral("sha256/…"));
    m_pinsEdit->setFixedHeight(kPinLines * m_pinsEdit->fontMetrics().lineSpacing() + 4 * look::kGap);
    m_pinsLine = new FieldLine("pinsLine");
    addRow(tr("Pinned keys"), m_pinsEdit, m_pinsLine);
    m_pinButton = button("pinKeyButton", tr("Pin this key"), tr("Pin the key that the receiver has shown"));
    m_pinLabel = addRow({}, inRow({m_pinButton}), nullptr, m_pinButton);
}

void CertificateFields::makeIdentity()
{
    m_identity = shown("clientCertificateEdit", tr("Client certificate"));
    m_chooseIdentity = button("chooseCertificateButton", tr("Choose…"), tr("Choose a client certificate"));
    m_chooseIdentity->setToolTip(tr("PEM with or without its key, or PKCS#12 (.p12, .pfx)"));
    m_chooseKey = button("chooseKeyButton", tr("Choose its key…"), tr("Choose the client certificate's key"));
    m_removeIdentity = button("removeCertificateButton", tr("Remove"), tr("Remove the client certificate"));
    m_identityLine = new FieldLine("clientCertificateLine");
    addRow(tr("Our own"), sideBySide(m_identity, {m_chooseKey, m_chooseIdentity, m_removeIdentity}), m_identityLine,
           m_chooseIdentity);
}

void CertificateFields::watch()
{
    connect(m_chooseAuthorities, &QPushButton::clicked, m_chooser, &IdentityChooser::chooseAuthorities);
    connect(m_systemAuthorities, &QPushButton::clicked, this, [this] { setAuthorities({}); });
    connect(m_chooser, &IdentityChooser::authoritiesChosen, this, &CertificateFields::setAuthorities);
    connect(m_chooser, &IdentityChooser::authoritiesRefused, this, [this](const QString &why) {
        m_authoritiesRefusal = why;
        presentAuthorities();
    });
    connect(m_chooseIdentity, &QPushButton::clicked, m_chooser, &IdentityChooser::chooseCertificate);
    connect(m_chooseKey, &QPushButton::clicked, this, [this] { m_chooser->chooseKey(m_tls.certificate); });
    connect(m_removeIdentity, &QPushButton::clicked, this, [this] { setIdentity({}, {}); });
    connect(m_chooser, &IdentityChooser::chosen, this, &CertificateFields::setIdentity);
    connect(m_chooser, &IdentityChooser::refused, this, [this](const QString &why) {
        m_identityRefusal = why;
        presentIdentity();
    });
    connect(m_pinButton, &QPushButton::clicked, this, &CertificateFields::pinOffered);
    connect(m_pinsEdit, &QPlainTextEdit::textChanged, this, [this] {
        if (m_loading)
            return;
        present();
        emit edited();
    });
}

void CertificateFields::setAuthorities(const QByteArray &authorities)
{
    m_authoritiesRefusal.clear();
    m_tls.authorities = authorities;
    m_chooseAuthorities->setFocus(Qt::OtherFocusReason); // the other button may go
    present();
    emit edited();
}

void CertificateFields::setIdentity(const QByteArray &certificate, const QString &key)
{
    m_identityRefusal.clear();
    m_tls.certificate = certificate;
    m_tls.key = {key, {}};
    const bool needsKey = !certificate.isEmpty() && key.isEmpty();
    present();
    (needsKey ? m_chooseKey : m_chooseIdentity)->setFocus(Qt::OtherFocusReason);
    emit edited();
}

void CertificateFields::pinOffered()
{
    QStringList all = pins();
    all.append(m_offered);
    m_pinsEdit->setFocus(Qt::OtherFocusReason);
    m_pinsEdit->setPlainText(all.join(u'\n'));
}

void CertificateFields::offerPin(const QString &pin)
{
    m_offered = pin;
    presentOffer();
}

QStringList CertificateFields::pins() const
{
    QStringList pins;
    for (const QString &line : m_pinsEdit->toPlainText().split(u'\n')) {
        if (const QString pin = line.trimmed(); !pin.isEmpty() && !pins.contains(pin))
            pins.append(pin);
    }
    return pins;
}

void CertificateFields::setPinsText(const QString &text)
{
    const QScopedValueRollback loading(m_loading, true);
    if (text != m_pinsEdit->toPlainText())
        m_pinsEdit->setPlainText(text);
}

void CertificateFields::load(const TlsSettings &tls)
{
    m_tls = tls;
    m_tls.pins.clear();
    m_authoritiesRefusal.clear();
    m_identityRefusal.clear();
    if (tls.pins != pins())
        setPinsText(tls.pins.join(u'\n'));
    present();
}

TlsSettings CertificateFields::tls() const
{
    TlsSettings now = m_tls;
    now.pins = pins();
    return now;
}

void CertificateFields::present()
{
    presentAuthorities();
    presentPins();
    presentIdentity();
}

void CertificateFields::presentAuthorities()
{
    const bool own = !m_tls.authorities.isEmpty();
    m_authorities->setText(own ? described(m_tls.authorities) : tr("The system's"));
    m_authorities->setCursorPosition(0);
    m_authorities->setToolTip(look::plainTip(m_authorities->text()));
    m_systemAuthorities->setVisible(own);
    const auto found = describeCertificates(m_tls.authorities);
    const auto late = found ? validityProblem(*found, SystemClock().now()) : std::nullopt;
    if (!m_authoritiesRefusal.isEmpty())
        m_authoritiesLine->say(Mood::Problem, m_authoritiesRefusal);
    else if (late)
        m_authoritiesLine->say(Mood::Warning, inOurLanguage(*late));
    else if (found && found->count > 1)
        m_authoritiesLine->say(Mood::Hint,
                               tr("And %n more. These alone vouch for the receiver.", nullptr, found->count - 1));
    else
        m_authoritiesLine->say(Mood::Hint,
                               own ? tr("This alone vouches for the receiver, in place of the system's.")
                                   : tr("They vouch that the receiver is who it says it is."));
}

void CertificateFields::presentOffer()
{
    const bool offers = !m_offered.isEmpty() && !pins().contains(m_offered);
    m_pinLabel->setVisible(offers); // what is hidden in it leaves a row its height
    m_pinButton->parentWidget()->setVisible(offers);
    m_pinButton->setToolTip(tr("The receiver shows %1 now").arg(m_offered));
}

void CertificateFields::presentPins()
{
    presentOffer();
    m_pinsLine->say(Mood::Hint, tr("One a line: the receiver's certificate must have one of these keys. Empty: any."));
}

void CertificateFields::presentIdentity()
{
    const bool any = !m_tls.certificate.isEmpty();
    m_identity->setText(any ? described(m_tls.certificate) : tr("No client certificate"));
    m_identity->setCursorPosition(0);
    m_identity->setToolTip(look::plainTip(m_identity->text()));
    m_chooseKey->setVisible(any && !m_tls.key.isSet());
    m_removeIdentity->setVisible(any);
    const Timestamp now = SystemClock().now();
    const auto found = describeCertificates(m_tls.certificate);
    const auto late = found ? validityProblem(*found, now) : std::nullopt;
    if (!m_identityRefusal.isEmpty())
        m_identityLine->say(Mood::Problem, m_identityRefusal);
    else if (late)
        m_identityLine->say(Mood::Warning, inOurLanguage(*late));
    else if (found && words::endsSoon(found->ends, now))
        m_identityLine->say(
            Mood::Warning,
            tr("It %1: ask whoever issued it for the next one.").arg(words::certificateEnd(found->ends, now)));
    else if (found)
        m_identityLine->say(Mood::Hint,
                            tr("It %1. Its key is kept in the vault.").arg(words::certificateEnd(found->ends, now)));
    else
        m_identityLine->say(Mood::Hint, tr("For receivers that ask who calls by certificate (mutual TLS)."));
}

// validate() names the field as a whole: what is left without the pins is about the certificate.
void CertificateFields::show(const QList<FieldProblem> &problems)
{
    present();
    TlsSettings pinless = tls();
    pinless.pins.clear();
    FieldLine *const line = tlsProblem(pinless) ? m_identityLine : m_pinsLine;
    for (const FieldProblem &found : problems) {
        if (found.field == TargetField::Tls && line->mood() != Mood::Problem)
            line->say(found.blocking ? Mood::Problem : Mood::Warning, found.text);
    }
}

QString CertificateFields::value() const
{
    return words::certificates(tls());
}

} // namespace callboard
