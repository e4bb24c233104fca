#include "ui/targets/form/authenticationfields.h"

#include "ui/look/recorded.h"
#include "ui/targets/accesswords.h"
#include "ui/targets/form/named.h"
#include "ui/targets/form/secretbox.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QUrl>

namespace callboard {

using Mood = FieldLine::Mood;

namespace {

constexpr int kShortText = 12; // characters that always have room

} // namespace

AuthenticationFields::AuthenticationFields(QWidget *parent)
    : FieldGrid(parent)
{
    makeScheme();
    makeCredentials();
    makeTokenServer();
    watch();
    load({});
}

// A field with a line stands in a widget with it.
AuthenticationFields::Row AuthenticationFields::row(const QString &label, QWidget *field, QWidget *buddy,
                                                    const char *lineName)
{
    auto *line = lineName ? new FieldLine(lineName) : nullptr;
    QLabel *const made = addRow(label, field, line, buddy);
    return {made, line ? field->parentWidget() : field, line};
}

void AuthenticationFields::setVisible(const Row &row, bool visible)
{
    row.label->setVisible(visible);
    row.field->setVisible(visible);
}

QLineEdit *AuthenticationFields::lineEdit(const char *objectName, const QString &name)
{
    auto *edit = named(new QLineEdit(this), objectName, name);
    edit->setLayoutDirection(Qt::LeftToRight);
    return edit;
}

void AuthenticationFields::makeScheme()
{
    m_schemeCombo = named(new QComboBox(this), "authSchemeCombo", tr("Authentication scheme"));
    for (const AuthScheme scheme : {AuthScheme::None, AuthScheme::Basic, AuthScheme::Bearer, AuthScheme::OAuth2})
        m_schemeCombo->addItem(words::authScheme(scheme), int(scheme));
    m_schemeCombo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_schemeCombo->setMinimumContentsLength(kShortText);
    m_schemeLine = new FieldLine("authSchemeLine");
    addRow(tr("Scheme"), m_schemeCombo, m_schemeLine);
}

void AuthenticationFields::makeCredentials()
{
    m_userEdit = lineEdit("authUserEdit", tr("User name"));
    m_userRow = row(tr("User name"), m_userEdit, m_userEdit, "authUserLine");
    m_secret = new SecretBox(QStringLiteral("authSecret"), tr("Password"), this);
    m_secretRow = row(tr("Client secret"), m_secret, m_secret->edit(), "authSecretLine"); // its widest, for the column
}

void AuthenticationFields::makeTokenServer()
{
    m_tokenUrlEdit = lineEdit("authTokenUrlEdit", tr("Token URL"));
    m_tokenUrlEdit->setPlaceholderText(QStringLiteral("https://login.example.com/token"));
    m_tokenUrlRow = row(tr("Token URL"), m_tokenUrlEdit, m_tokenUrlEdit, "authTokenUrlLine");
    m_scopeEdit = lineEdit("authScopeEdit", tr("Scope of the token"));
    m_scopeEdit->setPlaceholderText(tr("As the server has it"));
    m_scopeRow = row(tr("Scope"), m_scopeEdit, m_scopeEdit);
    m_audienceEdit = lineEdit("authAudienceEdit", tr("Audience of the token"));
    m_audienceEdit->setPlaceholderText(tr("Not sent"));
    m_audienceRow = row(tr("Audience"), m_audienceEdit, m_audienceEdit);
    m_inBodyCheck = named(new QCheckBox(tr("Id and secret in the form")), "authInBodyCheck",
                          tr("Client id and secret are sent in the form"));
    m_inBodyCheck->setToolTip(tr("For token servers that don't take them by Basic, as the standard asks them to"));
    m_inBodyRow = row({}, m_inBodyCheck, m_inBodyCheck);
}

void AuthenticationFields::watch()
{
    for (QLineEdit *edit : {m_userEdit, m_tokenUrlEdit, m_scopeEdit, m_audienceEdit})
        connect(edit, &QLineEdit::textEdited, this, &AuthenticationFields::edited);
    connect(m_secret, &SecretBox::edited, this, &AuthenticationFields::edited);
    connect(m_inBodyCheck, &QCheckBox::clicked, this, &AuthenticationFields::edited);
    connect(m_schemeCombo, &QComboBox::currentIndexChanged, this, &AuthenticationFields::edited);
    connect(this, &AuthenticationFields::edited, this, &AuthenticationFields::present);
}

void AuthenticationFields::begin(const Authentication &stored)
{
    m_stored = stored;
}

void AuthenticationFields::load(const Authentication &authentication)
{
    const QSignalBlocker scheme(m_schemeCombo);
    m_schemeCombo->setCurrentIndex(m_schemeCombo->findData(int(authentication.scheme)));
    m_userEdit->setText(authentication.user);
    m_tokenUrlEdit->setText(authentication.tokenUrl);
    m_scopeEdit->setText(authentication.scope);
    m_audienceEdit->setText(authentication.audience);
    m_inBodyCheck->setChecked(authentication.secretInBody);
    present();
    m_secret->load(authentication.secret);
}

AuthScheme AuthenticationFields::scheme() const
{
    return static_cast<AuthScheme>(m_schemeCombo->currentData().toInt());
}

// A client's secret is shown to the server it was typed for, and to no other.
bool AuthenticationFields::servesStored() const
{
    const auto host = [](const QString &url) { return QUrl(url.trimmed(), QUrl::StrictMode).host(); };
    return scheme() == m_stored.scheme
        && (scheme() != AuthScheme::OAuth2 || host(m_tokenUrlEdit->text()) == host(m_stored.tokenUrl));
}

// Off is as it was where it was off before, so that nothing looks changed.
Authentication AuthenticationFields::authentication() const
{
    Authentication now;
    now.scheme = scheme();
    if (now.scheme == AuthScheme::None)
        return m_stored.isOn() ? now : m_stored;
    now.secret = m_secret->secret();
    if (now.scheme != AuthScheme::Basic)
        now.secret.plain = now.secret.plain.trimmed();
    if (now.scheme == AuthScheme::Bearer)
        return now;
    now.user = m_userEdit->text();
    if (now.scheme == AuthScheme::Basic)
        return now;
    now.tokenUrl = m_tokenUrlEdit->text().trimmed();
    now.scope = m_scopeEdit->text().simplified();
    now.audience = m_audienceEdit->text().trimmed();
    now.secretInBody = m_inBodyCheck->isChecked();
    return now;
}

void AuthenticationFields::present()
{
    const AuthScheme now = scheme();
    const bool oauth = now == AuthScheme::OAuth2;
    m_schemeLine->say(Mood::Hint, words::authHelp(now));
    for (const Row &row : {m_userRow, m_secretRow, m_tokenUrlRow}) {
        if (row.line)
            row.line->hush();
    }
    nameCredentials();
    m_secret->setStored(servesStored() ? m_stored.secret.sealed : QByteArray());
    setVisible(m_userRow, oauth || now == AuthScheme::Basic);
    setVisible(m_secretRow, now != AuthScheme::None);
    for (const Row &row : {m_tokenUrlRow, m_scopeRow, m_audienceRow, m_inBodyRow})
        setVisible(row, oauth);
}

void AuthenticationFields::nameCredentials()
{
    const AuthScheme now = scheme();
    if (now == AuthScheme::None)
        return;
    const QString user = now == AuthScheme::OAuth2 ? tr("Client id") : tr("User name");
    const QString secret = now == AuthScheme::OAuth2 ? tr("Client secret")
        : now == AuthScheme::Bearer                  ? tr("Token")
                                                     : tr("Password");
    m_userRow.label->setText(user);
    m_userEdit->setAccessibleName(user);
    m_secretRow.label->setText(secret);
    m_secret->setName(secret);
}

// validate() names the field as a whole.
FieldLine *AuthenticationFields::lineFor(const Authentication &now, const QString &problem) const
{
    const auto own = authenticationProblem(now);
    if (!own || inOurLanguage(*own) != problem)
        return m_schemeLine;
    Authentication filled = now; // what is left then is about the token URL
    filled.user = QStringLiteral("id");
    filled.secret.plain = QStringLiteral("secret");
    if (authenticationProblem(filled) == own)
        return now.scheme == AuthScheme::OAuth2 ? m_tokenUrlRow.line : m_schemeLine;
    const bool isOfUser = now.scheme == AuthScheme::Basic || (now.scheme == AuthScheme::OAuth2 && now.user.isEmpty());
    return isOfUser ? m_userRow.line : m_secretRow.line;
}

void AuthenticationFields::show(const QList<FieldProblem> &problems)
{
    present();
    const Authentication now = authentication();
    for (const FieldProblem &found : problems) {
        if (found.field != TargetField::Authentication)
            continue;
        FieldLine *const line = lineFor(now, found.text);
        if (line->mood() != Mood::Problem)
            line->say(found.blocking ? Mood::Problem : Mood::Warning, found.text);
    }
}

QString AuthenticationFields::value() const
{
    return words::authentication(authentication());
}

} // namespace callboard
