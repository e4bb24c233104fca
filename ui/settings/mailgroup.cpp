#include "ui/settings/mailgroup.h"

#include "ui/look/look.h"
#include "ui/look/recorded.h"
#include "ui/settings/secretfield.h"
#include "ui/targets/form/fieldgrid.h"
#include "ui/targets/form/named.h"

#include <QComboBox>
#include <QHostAddress>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

namespace callboard {

using Mood = FieldLine::Mood;

namespace {

constexpr int kPortWidth = 90;

enum class SmtpField { Host, User, Password, From };

bool staysHere(const QString &host)
{
    return host.isEmpty() || host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

QString problemOf(const SmtpServer &server)
{
    if (!server.host.isEmpty() && !server.user.isEmpty() && !server.password.isSet())
        return MailGroup::tr("User “%1” needs a password.").arg(server.user);
    return inOurLanguage(smtpProblem(server).value_or(QString()));
}

// core names the first thing that is wrong; the field it is about is the one whose repair makes it go away.
SmtpField fieldOf(const SmtpServer &server, const QString &problem)
{
    SmtpServer repaired = server;
    repaired.host = QStringLiteral("mail.example.com");
    if (problemOf(repaired) != problem)
        return SmtpField::Host;
    repaired.password = {QStringLiteral("-"), {}};
    if (problemOf(repaired) != problem)
        return SmtpField::Password;
    repaired.from.clear();
    return problemOf(repaired) != problem ? SmtpField::From : SmtpField::User;
}

} // namespace

MailGroup::MailGroup(QWidget *parent)
    : SettingsGroup("mail", tr("Mail server"),
                    tr("Delivers the callbacks of targets whose address begins with mailto:. "
                       "Without one they are held."),
                    parent)
{
    makeServer();
    makeIdentity();
    load({});
}

void MailGroup::makeServer()
{
    m_hostEdit = named(new QLineEdit(this), "smtpHostEdit", tr("Host of the mail server"));
    m_hostEdit->setLayoutDirection(Qt::LeftToRight); // an address is, in every language
    m_hostEdit->setPlaceholderText(QStringLiteral("mail.example.com"));
    m_hostLine = new FieldLine("smtpHostLine");
    grid().addRow(tr("&Host"), m_hostEdit, m_hostLine);
    m_securityCombo = named(new QComboBox(this), "smtpSecurityCombo", tr("Encryption"));
    m_securityCombo->addItem(tr("STARTTLS, required"), int(SmtpSecurity::StartTls));
    m_securityCombo->addItem(tr("TLS from the first byte"), int(SmtpSecurity::Tls));
    m_securityCombo->addItem(tr("None"), int(SmtpSecurity::None));
    m_portSpin = named(new QSpinBox(this), "smtpPortSpin", tr("Port"));
    m_portSpin->setRange(1, 65'535);
    m_portSpin->setFixedWidth(kPortWidth);
    auto *portLabel = new QLabel(tr("&Port"));
    portLabel->setBuddy(m_portSpin);
    m_securityLine = new FieldLine("smtpSecurityLine");
    grid().addRow(tr("&Encryption"), inRow({m_securityCombo, portLabel, m_portSpin}), m_securityLine, m_securityCombo);
    connect(m_portSpin, &QSpinBox::valueChanged, this, &MailGroup::check);
    connect(m_securityCombo, &QComboBox::currentIndexChanged, this, &MailGroup::followSecurity);
}

void MailGroup::makeIdentity()
{
    m_userEdit = named(new QLineEdit(this), "smtpUserEdit", tr("User name"));
    m_userEdit->setPlaceholderText(tr("None: no log-in"));
    m_userLine = new FieldLine("smtpUserLine");
    grid().addRow(tr("&User"), m_userEdit, m_userLine);
    m_password = new SecretField("smtpPassword", tr("Password"));
    m_passwordLine = new FieldLine("smtpPasswordLine");
    grid().addRow(tr("Pass&word"), m_password, m_passwordLine, m_password->edit());
    m_fromEdit = named(new QLineEdit(this), "smtpFromEdit", tr("Sender's address"));
    m_fromEdit->setPlaceholderText(QStringLiteral("Callboard <callbacks@example.com>"));
    m_fromLine = new FieldLine("smtpFromLine");
    grid().addRow(tr("&From"), m_fromEdit, m_fromLine);
    for (QLineEdit *edit : {m_hostEdit, m_userEdit, m_fromEdit}) {
        connect(edit, &QLineEdit::textEdited, this, [this, edit] {
            m_touched.insert(edit);
            check();
        });
    }
    connect(m_password, &SecretField::edited, this, [this] {
        m_touched.insert(m_password->edit());
        check();
    });
}

void MailGroup::load(const SmtpServer &server)
{
    const QSignalBlocker port(m_portSpin);
    const QSignalBlocker security(m_securityCombo);
    m_hostEdit->setText(server.host);
    m_securityCombo->setCurrentIndex(m_securityCombo->findData(int(server.security)));
    m_lastSecurity = server.security;
    m_portSpin->setValue(server.port);
    m_userEdit->setText(server.user);
    m_password->load(server.password);
    m_fromEdit->setText(server.from);
    m_original = this->server();
    m_touched.clear();
    if (server.isSet())
        m_touched = {m_hostEdit, m_userEdit, m_password->edit(), m_fromEdit};
    check();
}

SmtpServer MailGroup::server() const
{
    SmtpServer server;
    server.host = m_hostEdit->text().trimmed();
    server.port = m_portSpin->value();
    server.security = static_cast<SmtpSecurity>(m_securityCombo->currentData().toInt());
    server.user = m_userEdit->text().trimmed();
    server.password = m_password->secret();
    server.from = m_fromEdit->text().trimmed();
    return server;
}

bool MailGroup::isDirty() const
{
    return server() != m_original;
}

QString MailGroup::problem() const
{
    return problemOf(server());
}

void MailGroup::save(PlatformClient &platform)
{
    platform.saveSmtp(server(), this, [this](const Result<SmtpServer> &result) {
        if (result)
            load(*result);
        settle(result ? std::nullopt : std::optional<Error>(result.error()));
    });
}

void MailGroup::focusFirst()
{
    m_hostEdit->setFocus(Qt::OtherFocusReason);
}

// The port follows as long as it is the usual one.
void MailGroup::followSecurity()
{
    const SmtpSecurity security = server().security;
    const QSignalBlocker blocker(m_portSpin);
    if (m_portSpin->value() == usualPort(m_lastSecurity))
        m_portSpin->setValue(usualPort(security));
    m_lastSecurity = security;
    check();
}

void MailGroup::check()
{
    const SmtpServer now = server();
    showProblem(now);
    showSecurityLine(now);
    tellEdited();
}

void MailGroup::showProblem(const SmtpServer &server)
{
    for (FieldLine *line : {m_hostLine, m_userLine, m_passwordLine})
        line->hush();
    m_fromLine->say(Mood::Hint, tr("Empty: the user name, where that is a mail address."));
    if (server.password.isSet() && server.user.isEmpty())
        m_passwordLine->say(Mood::Warning, tr("Without a user name the password is not used."));
    const QString problem = problemOf(server);
    if (problem.isEmpty())
        return;
    const std::pair<QLineEdit *, FieldLine *> places[] = {{m_hostEdit, m_hostLine},
                                                          {m_userEdit, m_userLine},
                                                          {m_password->edit(), m_passwordLine},
                                                          {m_fromEdit, m_fromLine}}; // in the order of SmtpField
    const auto &[edit, line] = places[static_cast<size_t>(fieldOf(server, problem))];
    if (m_touched.contains(edit))
        line->say(Mood::Problem, problem);
}

void MailGroup::showSecurityLine(const SmtpServer &server)
{
    switch (server.security) {
    case SmtpSecurity::StartTls:
        return m_securityLine->say(Mood::Hint, tr("A server that does not offer STARTTLS gets nothing."));
    case SmtpSecurity::Tls: return m_securityLine->hush();
    case SmtpSecurity::None: break;
    }
    if (staysHere(server.host))
        m_securityLine->say(Mood::Hint, tr("For a server on this machine."));
    else
        m_securityLine->say(Mood::Warning, tr("Not encrypted: password and messages can be read on the way."));
}

} // namespace callboard
