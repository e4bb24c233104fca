#include "ui/settings/mailtestpane.h"

#include "core/domain/mailaddress.h"
#include "ui/look/look.h"
#include "ui/look/payloadview.h"
#include "ui/look/recorded.h"
#include "ui/settings/settingsgroup.h"
#include "ui/targets/form/fieldgrid.h"
#include "ui/targets/form/named.h"
#include "ui/targets/targetwords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace callboard {

using Mood = FieldLine::Mood;

namespace {

constexpr int kReplyHeight = 72;

Mood moodOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Delivered: return Mood::Good;
    case Outcome::InDoubt: return Mood::Warning;
    default: return Mood::Problem;
    }
}

QString sentenceFor(const Exchange &exchange, const QString &to)
{
    if (exchange.outcome != Outcome::Delivered)
        return exchange.errorText.isEmpty() ? words::answer(exchange) : exchange.errorText;
    if (!exchange.timings.done)
        return MailTestPane::tr("The mail server took the message for %1.").arg(to);
    const auto time = std::chrono::duration_cast<Milliseconds>(*exchange.timings.done);
    return MailTestPane::tr("The mail server took the message for %1 in %2.").arg(to, words::duration(time));
}

} // namespace

MailTestPane::MailTestPane(PlatformClient &platform, QWidget *parent)
    : QWidget(parent)
    , m_platform(platform)
    , m_grid(new FieldGrid)
    , m_toEdit(named(new QLineEdit, "testMailToEdit", tr("Address of the test message")))
    , m_button(named(new QPushButton(tr("Send &test mail")), "sendTestMailButton", tr("Send test mail")))
    , m_line(new FieldLine("testMailLine"))
    , m_reply(named(new PayloadView, "testMailReplyView", tr("What the mail server said")))
{
    m_toEdit->setPlaceholderText(QStringLiteral("you@example.com"));
    m_button->setAutoDefault(false);
    m_button->setIcon(look::icon(QStringLiteral("mail")));
    m_reply->setFixedHeight(kReplyHeight);
    m_reply->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *field = new QWidget;
    auto *row = new QHBoxLayout(field);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::kGap);
    row->addWidget(m_toEdit, 1);
    row->addWidget(m_button);
    m_grid->addRow(tr("Send t&o"), field, m_line, m_toEdit);
    m_replyLabel = m_grid->addRow(tr("Repl&y"), m_reply);
    showReply({});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::kGap);
    column->addWidget(sectionHead(tr("Try it"), tr("Sends one message with the values above, saved or not.")));
    column->addWidget(m_grid);
    connect(m_button, &QPushButton::clicked, this, &MailTestPane::send);
    connect(m_toEdit, &QLineEdit::textEdited, this, &MailTestPane::updateButton);
    updateButton();
}

void MailTestPane::setServer(const SmtpServer &server, const QString &problem)
{
    m_server = server;
    m_problem = problem;
    updateButton();
}

QString MailTestPane::obstacle() const
{
    if (!m_server.isSet())
        return tr("Name the mail server first.");
    if (!m_problem.isEmpty())
        return m_problem;
    const QString to = m_toEdit->text().trimmed();
    return to.isEmpty() ? tr("Say who gets the test message.") : inOurLanguage(mailboxProblem(to).value_or(QString()));
}

void MailTestPane::updateButton()
{
    const QString reason = obstacle();
    m_button->setEnabled(reason.isEmpty() && !m_sending);
    m_button->setToolTip(m_sending              ? tr("The mail server has not answered yet.")
                             : reason.isEmpty() ? tr("Sends one message; nothing is recorded")
                                                : reason);
}

void MailTestPane::send()
{
    if (m_sending || !obstacle().isEmpty())
        return;
    m_sending = true;
    if (m_button->hasFocus())
        m_toEdit->setFocus(Qt::OtherFocusReason); // a closed button would hand it on to Cancel
    updateButton();
    showReply({});
    m_line->say(Mood::Hint, tr("Talking to %1…").arg(m_server.host));
    m_platform.sendTestMail(m_server, m_toEdit->text().trimmed(), this, [this](const Result<TestResult> &result) {
        m_sending = false;
        updateButton();
        show(result);
    });
}

void MailTestPane::show(const Result<TestResult> &result)
{
    if (!result)
        return m_line->say(Mood::Problem, words::problem(result.error()));
    const Exchange &exchange = result->exchange;
    m_line->say(moodOf(exchange.outcome), sentenceFor(exchange, m_toEdit->text().trimmed()));
    showReply(exchange.responseHead + exchange.responseBody);
}

void MailTestPane::showReply(const QByteArray &said)
{
    m_reply->setContent(said, PayloadView::Language::Plain);
    for (QWidget *part : {static_cast<QWidget *>(m_replyLabel), static_cast<QWidget *>(m_reply)})
        part->setVisible(!said.isEmpty());
}

} // namespace callboard
