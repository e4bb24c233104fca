#include "ui/assets/submitpane.h"

#include "ui/assets/assetwords.h"
#include "ui/look/look.h"
#include "ui/look/payloadview.h"
#include "ui/targets/exchangepane.h"
#include "ui/targets/form/fieldline.h"
#include "ui/targets/form/named.h"
#include "ui/targets/targetwords.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>

namespace callboard {

using Mood = FieldLine::Mood;

namespace {

enum Tab { SettingsTab, ExchangeTab };

constexpr int kMostProblemsShown = 4;

QString sentence(const HandOffProblem &problem)
{
    const QString told = problem.targetName.isEmpty() ? problem.text
                                                      : SubmitPane::tr("%1: %2").arg(problem.targetName, problem.text);
    if (!problem.relayHelps)
        return assetwords::shown(told);
    return assetwords::shown(SubmitPane::tr("%1 Relayed through Callboard it would be called all the same.").arg(told));
}

} // namespace

SubmitPane::SubmitPane(PlatformClient &platform, QWidget *parent)
    : QWidget(parent)
    , m_platform(platform)
    , m_problems(new QVBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::kGap / 2);
    column->addWidget(makeTabs(), 1);
    m_problems->setSpacing(look::kGap / 2);
    m_problems->setContentsMargins(0, 0, look::kGap, 0);
    column->addLayout(m_problems);
    column->addWidget(makeFoot());
    updateButton();
}

QWidget *SubmitPane::makeTabs()
{
    m_tabs = named(new QTabWidget(this), "handOffTabs", tr("What Zencoder gets, and the exchange of the last job"));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setExpanding(false);
    m_settings = named(new PayloadView(m_tabs), "handOffView", tr("What Zencoder gets"));
    m_settings->setEmptyText(
        tr("No callback goes to the encoder. One whose source is “encoder”, in the publish request "
           "or on a target, shows here as the encoder is told of it."));
    m_exchange = new ExchangePane(m_tabs);
    m_exchange->layout()->setContentsMargins(look::kGap, look::kGap, 0, 0);
    m_tabs->addTab(m_settings, tr("What Zencoder gets"));
    m_tabs->addTab(m_exchange, tr("Last job"));
    m_tabs->setTabToolTip(ExchangeTab, tr("The whole exchange of the last job that was submitted here"));
    m_tabs->setTabEnabled(ExchangeTab, false);
    return m_tabs;
}

QWidget *SubmitPane::makeFoot()
{
    auto *foot = new QWidget(this);
    m_button = named(new QPushButton(look::icon(QStringLiteral("test")), tr("Submit &job"), foot), "submitJobButton",
                     tr("Submit job"));
    m_button->setAutoDefault(false);
    m_line = new FieldLine("submitLine", foot);
    m_line->setForegroundRole(QPalette::WindowText);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(look::kGap, look::kGap / 2, look::kGap, look::kGap);
    row->setSpacing(look::kGap);
    row->addWidget(m_button);
    row->addWidget(m_line, 1);
    row->addStretch();
    connect(m_button, &QPushButton::clicked, this, &SubmitPane::submit);
    return foot;
}

void SubmitPane::setHandOff(const QString &asset, const EncoderHandOff &handOff)
{
    if (asset != m_asset)
        forget();
    m_asset = asset;
    m_obstacle = handOff.obstacle;
    m_settings->setContent(handOff.settings, PayloadView::Language::Json);
    showProblems(handOff.problems);
    updateButton();
}

// What was said about another asset.
void SubmitPane::forget()
{
    m_line->hush();
    m_tabs->setCurrentIndex(SettingsTab);
    m_tabs->setTabEnabled(ExchangeTab, false);
}

void SubmitPane::showProblems(const QList<HandOffProblem> &problems)
{
    while (QLayoutItem *item = m_problems->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto say = [this](Mood mood, const QString &sentence) {
        auto *line = new FieldLine("handOffProblemLine", this);
        line->setContentsMargins(look::kGap, 0, 0, 0);
        line->setForegroundRole(QPalette::WindowText); // its own colour, also on the ground of a list
        m_problems->addWidget(line);
        line->say(mood, sentence);
    };
    for (const HandOffProblem &problem : problems.first(qMin(problems.size(), qsizetype(kMostProblemsShown))))
        say(problem.blocking ? Mood::Problem : Mood::Warning, sentence(problem));
    if (const int more = int(problems.size()) - kMostProblemsShown; more > 0)
        say(Mood::Hint, tr("and %n more", nullptr, more));
}

void SubmitPane::updateButton()
{
    m_button->setEnabled(!m_submitting && !m_asset.isEmpty() && m_obstacle.isEmpty());
    m_button->setToolTip(m_submitting               ? tr("Waiting for Zencoder's answer")
                             : m_obstacle.isEmpty() ? tr("Makes the encoding job of this asset at Zencoder")
                                                    : assetwords::wholeTip(m_obstacle));
}

void SubmitPane::submit()
{
    m_submitting = true;
    updateButton();
    m_line->say(Mood::Hint, tr("Submitting the job…"));
    m_platform.submitJob(m_asset, this, [this, asset = m_asset](const Result<SubmittedJob> &job) { take(asset, job); });
}

void SubmitPane::take(const QString &asset, const Result<SubmittedJob> &job)
{
    m_submitting = false;
    updateButton();
    const bool made = job && !job->jobId.isEmpty();
    const QString said = made ? tr("Job %1 was made: %2.").arg(job->jobId, words::answer(job->exchange.exchange))
        : job                 ? tr("No job was made: %1").arg(words::answer(job->exchange.exchange))
                              : words::problem(job.error());
    if (made)
        emit submitted(asset);
    if (asset != m_asset) {
        emit endedElsewhere(tr("%1: %2").arg(asset, said), made);
        return;
    }
    m_line->say(made ? Mood::Good : Mood::Problem, assetwords::shown(said));
    if (!job)
        return;
    m_exchange->show(job->exchange);
    m_tabs->setTabEnabled(ExchangeTab, true);
}

} // namespace callboard
