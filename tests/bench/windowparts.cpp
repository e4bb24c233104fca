#include "tests/bench/windowparts.h"

#include "core/payload/rendering.h"
#include "ui/deliveries/deliveriespage.h"
#include "ui/deliveries/deliverytable.h"

#include <QApplication>
#include <QEvent>
#include <QJsonDocument>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cstdio>
#include <ctime>

namespace callboard {

using namespace std::chrono_literals;

namespace {

constexpr int kFilterRounds = 5;
constexpr int kFrames = 600;
constexpr int kBatch = 100;
constexpr std::chrono::milliseconds kBetweenBatches = 50ms;
constexpr int kWarmUpBatches = 40; // two seconds

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

double share(QList<double> values, double part)
{
    std::sort(values.begin(), values.end());
    return values[qMin(values.size() - 1, qsizetype(double(values.size()) * part))];
}

DeliveryFilter withText(const QString &text)
{
    DeliveryFilter filter;
    filter.text = text;
    return filter;
}

DeliveryFilter withState(DeliveryState state)
{
    DeliveryFilter filter;
    filter.states = {state};
    return filter;
}

struct NamedFilter {
    QString name;
    DeliveryFilter filter;
};

// What people look for: one asset, a word that all have, one that none has, what failed.
const QList<NamedFilter> &filters()
{
    static const QList<NamedFilter> all{{QStringLiteral("an asset"), withText(QStringLiteral("asset-77777"))},
                                        {QStringLiteral("a word of all"), withText(QStringLiteral("published"))},
                                        {QStringLiteral("a word of none"), withText(QStringLiteral("no such text"))},
                                        {QStringLiteral("failed"), withState(DeliveryState::Failed)},
                                        {QStringLiteral("everything"), {}}};
    return all;
}

} // namespace

qint64 monotonicNow()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

double threadWork()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

void printAndQuit(const QJsonObject &result)
{
    std::puts(QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
    QCoreApplication::exit(0);
}

WindowPart::WindowPart(Composition &composition, const QString &workspace)
    : m_composition(composition)
    , m_desktop(composition, workspace, {})
    , m_page(m_desktop.window().findChild<DeliveriesPage *>())
    , m_table(m_page->findChild<DeliveryTable *>())
    , m_model(qobject_cast<DeliveryListModel *>(m_table->model()))
{
    m_desktop.window().installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    m_desktop.show();
}

bool WindowPart::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Paint)
        return false;
    if (watched == &m_desktop.window() && m_painted == 0)
        QTimer::singleShot(0, this, [this] { m_painted = m_painted ? m_painted : monotonicNow(); }); // after the frame
    if (watched == m_table->viewport() && m_model->rowCount() > 0 && m_withRows == 0) {
        m_withRows = 1;
        QTimer::singleShot(0, this, [this] {
            m_withRows = monotonicNow();
            begin();
        });
    }
    return false;
}

void StartPart::begin()
{
    printAndQuit({{QStringLiteral("painted"), QString::number(m_painted)},
                  {QStringLiteral("withRows"), QString::number(m_withRows)}});
}

void FilterPart::begin()
{
    connect(m_model, &DeliveryListModel::loadChanged, this, [this](DeliveryListModel::Load load) {
        if (load == DeliveryListModel::Load::Loaded && m_asked.isValid())
            answered();
    });
    QTimer::singleShot(1s, this, &FilterPart::ask); // what a start does besides is over
}

void FilterPart::ask()
{
    const qsizetype kinds = filters().size();
    if (m_round == kFilterRounds * kinds) {
        QJsonObject medians;
        for (auto took = m_took.cbegin(); took != m_took.cend(); ++took)
            medians.insert(took.key(), share(took.value(), 0.5));
        return printAndQuit(medians);
    }
    m_asked.start();
    m_page->setFilter(filters()[m_round % kinds].filter);
}

// It is said twice of an answer that changes the state of the list.
void FilterPart::answered()
{
    m_desktop.window().repaint();
    m_took[filters()[m_round % filters().size()].name].append(milliseconds(m_asked));
    m_asked.invalidate();
    ++m_round;
    QTimer::singleShot(50ms, this, &FilterPart::ask);
}

void ScrollPart::begin()
{
    QTimer::singleShot(1s, this, [this] {
        m_frame.start();
        turn();
    });
}

void ScrollPart::turn()
{
    const QPoint middle = m_table->viewport()->rect().center();
    QWheelEvent wheel(middle, m_table->viewport()->mapToGlobal(middle), {}, {0, -240}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(m_table->viewport(), &wheel);
    m_desktop.window().repaint();
    m_frames.append(milliseconds(m_frame));
    m_frame.start();
    if (m_frames.size() < kFrames) {
        QTimer::singleShot(0, this, &ScrollPart::turn);
        return;
    }
    printAndQuit({{QStringLiteral("median"), share(m_frames, 0.5)}, {QStringLiteral("p99"), share(m_frames, 0.99)}});
}

LoadPart::LoadPart(Composition &composition, const QString &workspace, int seconds)
    : WindowPart(composition, workspace)
    , m_seconds(seconds)
{
}

void LoadPart::begin()
{
    connect(&m_beat, &QTimer::timeout, this, [this] {
        m_gap = std::max(m_gap, milliseconds(m_sinceBeat));
        m_sinceBeat.start();
        const double now = threadWork();
        m_work = std::max(m_work, now - m_worked);
        m_worked = now;
    });
    connect(&m_feed, &QTimer::timeout, this, &LoadPart::feed);
    connect(&m_look, &QTimer::timeout, this, &LoadPart::look);
    QTimer::singleShot(2s, this, [this] {
        m_clock.start();
        m_sinceBeat.start();
        m_worked = threadWork();
        m_beat.setTimerType(Qt::PreciseTimer);
        m_beat.start(5ms);
        m_feed.setTimerType(Qt::PreciseTimer);
        m_feed.start(kBetweenBatches);
        m_look.start(100ms);
    });
}

// As many batches as are due by the clock: a timer that came late must not make the load a lighter one.
void LoadPart::feed()
{
    const auto due = qsizetype(m_clock.elapsed() / kBetweenBatches.count());
    while (m_batches.size() < due) {
        if (m_clock.elapsed() > m_seconds * 1000)
            return finish();
        QList<MediaEvent> batch;
        for (int i = 0; i < kBatch; ++i, ++m_sent) {
            MediaEvent event = sampleEvent(Trigger::Success);
            event.source = QStringLiteral("/bench/%1").arg(m_withRows);
            event.sourceId = QString::number(m_sent);
            event.asset = QStringLiteral("load-%1").arg(m_sent);
            batch.append(event);
        }
        m_batches.append(m_clock.elapsed());
        m_composition.engine().submitEvents(batch, this, [](const Result<Accepted> &) {});
    }
}

// How old what the log shows on top is: since when the event after it has been on its way.
void LoadPart::look()
{
    const QString asset = m_model->rowCount() > 0 ? m_model->row(0).delivery.asset : QString();
    const qsizetype next = (asset.startsWith(QLatin1String("load-")) ? asset.mid(5).toInt() + 1 : 0) / kBatch;
    if (next >= kWarmUpBatches && next < m_batches.size())
        m_lag = std::max(m_lag, double(m_clock.elapsed() - m_batches[next]));
}

void LoadPart::finish()
{
    m_feed.stop();
    m_beat.stop();
    m_look.stop();
    printAndQuit({{QStringLiteral("gap"), m_gap},
                  {QStringLiteral("work"), m_work},
                  {QStringLiteral("top"), m_table->verticalScrollBar()->value() == 0},
                  {QStringLiteral("lag"), m_lag},
                  {QStringLiteral("sent"), m_sent},
                  {QStringLiteral("following"), m_model->isFollowing()},
                  {QStringLiteral("finished"), qint64(m_composition.engine().status().finished)}});
}

} // namespace callboard
