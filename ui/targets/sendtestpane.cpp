#include "ui/targets/sendtestpane.h"

#include "ui/look/look.h"
#include "ui/targets/form/fieldline.h"
#include "ui/targets/form/named.h"
#include "ui/targets/targetwords.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace callboard {

using Mood = FieldLine::Mood;

namespace {

Mood moodOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Delivered: return Mood::Good;
    case Outcome::InDoubt: return Mood::Warning;
    default: return Mood::Problem;
    }
}

} // namespace

SendTestPane::SendTestPane(EngineClient &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_button(named(new QPushButton(tr("Send test"), this), "sendTestButton", tr("Send test")))
    , m_line(new FieldLine("testResultLine", this))
{
    m_button->setAutoDefault(false);
    m_button->setIcon(look::icon(QStringLiteral("test")));
    m_button->setShortcut(Qt::CTRL | Qt::Key_T);
    connect(m_button, &QPushButton::clicked, this, &SendTestPane::sendRequested);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::kGap);
    row->addWidget(m_button);
    row->addWidget(m_line, 1);
    row->addStretch();
    updateButton();
}

void SendTestPane::setObstacle(const QString &reason, bool aloud)
{
    if (aloud)
        m_line->say(Mood::Hint, reason);
    else if (m_line->sentence() == m_obstacle)
        m_line->hush();
    m_obstacle = reason;
    updateButton();
}

void SendTestPane::updateButton()
{
    m_button->setEnabled(m_obstacle.isEmpty() && !m_sending);
    m_button->setToolTip(m_obstacle.isEmpty() ? tr("Sends this request once, saved or not (Ctrl+T)") : m_obstacle);
}

void SendTestPane::send(const CallbackTarget &target, const MediaEvent &event)
{
    if (m_sending || !m_obstacle.isEmpty())
        return;
    m_sending = true;
    updateButton();
    m_line->say(Mood::Hint, tr("Sending…"));
    m_engine.sendTest(target, event, this, [this](const Result<TestResult> &result) {
        m_sending = false;
        updateButton();
        show(result);
    });
}

void SendTestPane::show(const Result<TestResult> &result)
{
    if (!result) {
        m_line->say(Mood::Problem, words::problem(result.error()));
        return;
    }
    m_line->sayUnsigned(moodOf(result->exchange.outcome),
                        QString(QStringLiteral("→ ") + words::answer(result->exchange)));
    emit tested(*result);
}

} // namespace callboard
