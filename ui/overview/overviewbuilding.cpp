// The overview's parts and how they are put together.
#include "ui/look/emptystate.h"
#include "ui/look/look.h"
#include "ui/overview/figurerow.h"
#include "ui/overview/latencyplot.h"
#include "ui/overview/outcomeplot.h"
#include "ui/overview/overviewpage.h"
#include "ui/overview/plotlegend.h"
#include "ui/overview/rangebar.h"
#include "ui/overview/rankingpane.h"
#include "ui/targets/form/named.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>

namespace callboard {

namespace {

using look::Tone;

QWidget *titled(QLabel *title, QWidget *legend, QWidget *plot, QWidget *parent)
{
    auto *pane = new QWidget(parent);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(look::kGap, 0, look::kGap, 0);
    head->setSpacing(look::kGroupGap);
    title->setFont(look::sectionFont());
    head->addWidget(title);
    head->addWidget(legend, 1);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(plot, 1);
    return pane;
}

} // namespace

QWidget *OverviewPage::makeHeader()
{
    auto *header = new QWidget(this);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(look::kMargin, 12, look::kMargin, 12); // as on the page of deliveries
    row->setSpacing(look::kGap);
    auto *title = look::plainLabel(tr("Overview"), header);
    title->setFont(look::titleFont());
    m_since = named(look::plainLabel({}, header), "sinceLabel", tr("Shown time"));
    look::makeQuiet(m_since);
    m_back = named(new QPushButton(tr("Show all"), header), "showAllButton", tr("Show the whole range"));
    m_back->setToolTip(tr("Shows the whole range again (Esc)"));
    m_back->setAutoDefault(false);
    m_ranges = new RangeBar(header);
    row->addWidget(title);
    row->addSpacing(look::kGap);
    row->addWidget(m_since, 1);
    row->addWidget(m_back);
    row->addWidget(m_ranges);
    connect(m_back, &QPushButton::clicked, this, [this] { setView(whole()); });
    connect(m_ranges, &RangeBar::rangeChosen, this, [this](OverviewRange range) {
        m_zoom.reset();
        m_askAgain = m_asking;
        setRange(range);
        m_pause.stop(); // it was asked for by hand
        refresh();
    });
    return header;
}

QWidget *OverviewPage::makeBody()
{
    auto *body = new QWidget(m_stack);
    m_figures = new FigureRow(body);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, look::kGap, 0, look::kGap);
    column->setSpacing(look::kGap);
    column->addWidget(m_figures);
    column->addWidget(makePlots(), 1);
    column->addWidget(makeRankings());
    return body;
}

QWidget *OverviewPage::makePlots()
{
    auto *plots = new QWidget(m_stack);
    m_outcomes = new OutcomePlot(plots);
    m_latencies = new LatencyPlot(plots);
    m_outcomeTitle = look::plainLabel({}, plots);
    auto *outcomes = new PlotLegend({{Tone::Delivered, tr("Delivered")},
                                     {Tone::Failed, tr("Failed")},
                                     {Tone::Cancelled, tr("Cancelled")},
                                     {Tone::Waiting, tr("Came in")}},
                                    plots);
    auto *latencies = new PlotLegend({{Tone::Waiting, tr("Half within")}, {Tone::Held, tr("95 % within")}}, plots);
    auto *row = new QHBoxLayout(plots);
    row->setContentsMargins(look::kMargin - look::kGap, 0, look::kMargin - look::kGap, 0);
    row->setSpacing(look::kGroupGap);
    row->addWidget(titled(m_outcomeTitle, outcomes, m_outcomes, plots), 3);
    row->addWidget(titled(look::plainLabel(tr("Answer times"), plots), latencies, m_latencies, plots), 2);
    return plots;
}

QWidget *OverviewPage::makeRankings()
{
    auto *rankings = new QWidget(m_stack);
    m_targets = new RankingPane("failingTargetsTable", tr("Failing targets"),
                                {tr("Target"), tr("Failed"), tr("Failed attempts"), tr("Success")},
                                tr("No target failed in this time."), rankings);
    m_causes = new RankingPane("causesTable", tr("Causes"), {tr("Cause"), tr("Deliveries"), tr("Newest")},
                               tr("Nothing failed in this time."), rankings);
    auto *row = new QHBoxLayout(rankings);
    row->setContentsMargins(look::kMargin - look::kGap, 0, look::kMargin - look::kGap, 0);
    row->setSpacing(look::kGroupGap);
    row->addWidget(m_targets, 3);
    row->addWidget(m_causes, 2);
    rankings->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    rankings->setMinimumHeight(4 * look::kRowHeight);
    m_rankings = rankings;
    return rankings;
}

void OverviewPage::makeEmpty()
{
    m_empty = named(new EmptyState(m_stack), "overviewEmptyState", tr("Nothing to show"));
    m_empty->present(QStringLiteral("overview"), {}, {});
    connect(m_empty, &EmptyState::actionRequested, this, &OverviewPage::act);
    connect(m_empty, &EmptyState::secondActionRequested, this, &OverviewPage::demoRequested);
    m_stack->addWidget(m_empty);
}

void OverviewPage::connectBody()
{
    connect(m_figures, &FigureRow::listRequested, this, &OverviewPage::deliveriesRequested);
    connect(m_figures, &FigureRow::deliveryRequested, this, &OverviewPage::deliveryRequested);
    connect(m_figures, &FigureRow::auditRequested, this, &OverviewPage::auditRequested);
    for (RankingPane *pane : {m_targets, m_causes})
        connect(pane, &RankingPane::opened, this, &OverviewPage::deliveriesRequested);
    for (TimePlot *plot : std::initializer_list<TimePlot *>{m_outcomes, m_latencies}) {
        connect(plot, &TimePlot::viewRequested, this, &OverviewPage::setView);
        connect(plot, &TimePlot::said, this, &OverviewPage::said);
        connect(plot, &TimePlot::complained, this, &OverviewPage::complained);
        connect(plot, &TimePlot::bucketActivated, this,
                [this](const TimeSpan &span, const QList<DeliveryState> &states) {
                    DeliveryFilter filter;
                    filter.states = states;
                    // Outcomes are counted when they come about, deliveries on their way when they were made.
                    const bool ended = !states.isEmpty() && std::all_of(states.begin(), states.end(), isFinal);
                    (ended ? filter.endedSince : filter.since) = span.from;
                    (ended ? filter.endedUntil : filter.until) = span.until;
                    emit deliveriesRequested(filter);
                });
    }
}

} // namespace callboard
