#include "ui/overview/overviewpage.h"

#include "ui/look/emptystate.h"
#include "ui/look/look.h"
#include "ui/overview/figurerow.h"
#include "ui/overview/latencyplot.h"
#include "ui/overview/outcomeplot.h"
#include "ui/overview/overviewrows.h"
#include "ui/overview/overviewwords.h"
#include "ui/overview/rangebar.h"
#include "ui/overview/rankingpane.h"
#include "ui/targets/form/named.h"
#include "ui/targets/targetwords.h"

#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace callboard {

using namespace std::chrono_literals;

namespace {

constexpr auto kTick = 10s;
constexpr Milliseconds kLeastPause = 1s;
constexpr int kCostShare = 10; // of the time, a tenth goes into reading at most
constexpr int kMostRows = 8;
constexpr int kLeastBuckets = 10;
constexpr int kLeastSeen = 3; // rows of a ranking that have a place even if there are none
constexpr int kMostSeen = 6;
const QString kRangeKey = QStringLiteral("overview/range");
const QString kFromKey = QStringLiteral("overview/zoomFrom");
const QString kUntilKey = QStringLiteral("overview/zoomUntil");

} // namespace

OverviewPage::OverviewPage(EngineClient &engine, ReadThread &reads, const Clock &clock, QWidget *parent)
    : PageWidget(parent)
    , m_reads(reads)
    , m_clock(clock)
    , m_stack(new QStackedWidget(this))
    , m_tick(this)
    , m_pause(this)
{
    named(this, "overviewPage", tr("Overview"));
    connect(&engine, &EngineClient::changed, this, &OverviewPage::refresh);
    connect(&reads, &ReadThread::failed, this, [this](const QString &detail) {
        m_asking = false;
        m_failure = detail;
        showState();
    });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(m_stack, 1);
    m_body = makeBody();
    m_stack->addWidget(m_body);
    makeEmpty();
    m_stack->setBackgroundRole(QPalette::Base);
    m_stack->setAutoFillBackground(true);
    connectBody();
    startTimers();
    m_now = m_clock.now();
    setRange(m_range);
    showState();
}

void OverviewPage::startTimers()
{
    m_tick.setInterval(kTick);
    connect(&m_tick, &QTimer::timeout, this, &OverviewPage::refresh);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_askAgain)
            refresh();
    });
}

// Once at a time, and not before the pause is over; unseen it asks nothing.
void OverviewPage::refresh()
{
    m_askAgain = m_asking || m_pause.isActive();
    if (m_askAgain || !isVisible())
        return;
    m_asking = true;
    m_asked.start();
    const Timestamp now = m_clock.now();
    m_reads.ask(
        this, [range = m_range, now](const WorkspaceReader &reader) { return readOverview(reader, range, now); },
        [this, range = m_range, now](const OverviewAnswer &answer) {
            m_asking = false;
            if (range != m_range) // another was chosen meanwhile
                return refresh();
            m_now = now;
            take(answer);
        });
}

void OverviewPage::take(const OverviewAnswer &answer)
{
    m_answer = answer;
    const auto problem = answer.problem();
    m_failure = problem ? words::problem(*problem) : QString();
    present();
    m_pause.start(std::max(kLeastPause, Milliseconds(m_asked.elapsed() * kCostShare)));
}

void OverviewPage::setRange(OverviewRange range)
{
    if (range != m_range)
        m_answer.reset();
    m_range = range;
    m_ranges->setRange(range);
    present();
}

void OverviewPage::setView(const TimeSpan &view)
{
    m_zoom = view == whole() ? std::nullopt : std::optional(view);
    present();
}

const Activity *OverviewPage::activity() const
{
    return m_answer && m_answer->activity ? &*m_answer->activity : nullptr;
}

// Of a young workspace no more than there is to see.
TimeSpan OverviewPage::whole() const
{
    const Activity *known = activity();
    if (!known)
        return {m_now - lengthOf(m_range), m_now};
    if (!known->isKnown())
        return {known->since, known->until};
    const Timestamp latest = known->until - known->width * kLeastBuckets;
    return {std::max(known->since, std::min(bucketStart(known->knownSince, known->width), latest)), known->until};
}

TimeSpan OverviewPage::view() const
{
    return m_zoom.value_or(whole());
}

void OverviewPage::present()
{
    if (m_zoom && activity() && m_zoom->from < whole().from) // it has passed out of the range
        m_zoom.reset();
    const Activity *known = activity();
    const auto shown = known ? std::optional(*known) : std::nullopt;
    m_figures->present(m_answer ? &*m_answer : nullptr, m_now - lengthOf(m_range), m_now);
    m_outcomes->present(shown, whole(), view());
    m_latencies->present(shown, whole(), view());
    m_outcomeTitle->setText(tr("Outcomes per %1").arg(overviewwords::stepWord(m_outcomes->step())));
    const bool partly = known && known->isKnown() && known->knownSince > known->since;
    m_since->setText(m_zoom       ? overviewwords::spanWord(*m_zoom)
                         : partly ? tr("Counted since %1").arg(overviewwords::momentWord(known->knownSince))
                                  : QString());
    m_back->setVisible(m_zoom.has_value());
    presentRankings();
    showState();
}

void OverviewPage::presentRankings()
{
    std::optional<QList<RankingRow>> targets;
    std::optional<QList<RankingRow>> causes;
    const Timestamp since = m_now - lengthOf(m_range);
    if (activity() && activity()->isKnown()) {
        targets.emplace();
        for (const TargetActivity &target : failingTargets(*activity(), kMostRows))
            targets->append(rankingRow(target, since));
    }
    if (m_answer && m_answer->causes) {
        causes.emplace();
        for (const FailureCause &cause : *m_answer->causes)
            causes->append(rankingRow(cause, since, m_now));
    }
    m_targets->present(targets);
    m_causes->present(causes);
    const auto rows = std::max(targets ? targets->size() : 0, causes ? causes->size() : 0);
    const int seen = std::clamp(int(rows), kLeastSeen, kMostSeen);
    m_rankings->setMaximumHeight(look::kRowHeight * (seen + 2) + 4); // heading and header
}

void OverviewPage::showState()
{
    m_missing = !m_failure.isEmpty()        ? Missing::Answer
        : !m_answer || !m_answer->isBlank() ? Missing::Nothing
        : m_answer->anyTarget               ? Missing::Events
                                            : Missing::Targets;
    const QString icon = QStringLiteral("overview");
    if (m_missing == Missing::Targets) {
        m_empty->present(icon, tr("Nothing to show yet"),
                         tr("Here you will see at a glance what was delivered, what failed, and how fast receivers "
                            "answer. It begins with a target: who is called, and about which events."),
                         tr("Add your first target"));
        m_empty->offerSecond(tr("Try the demo"),
                             tr("Opens a second window with sample targets, a receiver and live events of its own"));
    } else if (m_missing == Missing::Events) {
        m_empty->present(icon, tr("Nothing was called yet"),
                         tr("Your targets are ready. As soon as an event comes in, its deliveries are counted here."),
                         tr("Fire an event"));
    } else if (m_missing == Missing::Answer) {
        m_empty->present(icon, tr("The figures can't be read"), m_failure, tr("Try again"));
    }
    const bool empty = m_missing != Missing::Nothing;
    m_stack->setCurrentWidget(empty ? static_cast<QWidget *>(m_empty) : m_body);
    setHome(empty ? static_cast<QWidget *>(m_empty) : m_ranges);
}

void OverviewPage::act()
{
    switch (m_missing) {
    case Missing::Targets: emit newTargetRequested(); return;
    case Missing::Events: emit fireEventRequested(); return;
    case Missing::Answer: m_pause.stop(); return refresh();
    case Missing::Nothing: return;
    }
}

void OverviewPage::restoreLayout(const QSettings &settings)
{
    const int range = settings.value(kRangeKey, int(m_range)).toInt();
    const auto known = std::find_if(std::begin(kAllRanges), std::end(kAllRanges),
                                    [range](OverviewRange one) { return int(one) == range; });
    const TimeSpan zoom{Timestamp(Milliseconds(settings.value(kFromKey).toLongLong())),
                        Timestamp(Milliseconds(settings.value(kUntilKey).toLongLong()))};
    setRange(known == std::end(kAllRanges) ? m_range : *known);
    if (!zoom.isEmpty() && zoom.from >= whole().from && zoom.from < whole().until)
        setView(zoom);
}

void OverviewPage::saveLayout(QSettings &settings) const
{
    settings.setValue(kRangeKey, int(m_range));
    const TimeSpan zoom = m_zoom.value_or(TimeSpan{});
    settings.setValue(kFromKey, qint64(zoom.from.time_since_epoch().count()));
    settings.setValue(kUntilKey, qint64(zoom.until.time_since_epoch().count()));
}

void OverviewPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_tick.start();
    refresh();
}

void OverviewPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_tick.stop();
    m_askAgain = false;
}

} // namespace callboard
