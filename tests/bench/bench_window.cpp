// bench_window WORKSPACE [EVENTS]: opens the desktop program on a workspace and prints, as one JSON object,
//   painted   CLOCK_MONOTONIC in ns when the first frame of the main window was painted (the caller knows when it
//   started) filter    ms from a filter's text to its first page in the list, median of several gap       longest pause
//   of the UI thread in ms while EVENTS events are taken in and delivered to a receiver inside
#include "app/desktop.h"
#include "core/payload/rendering.h"
#include "core/receiver/receiver.h"
#include "ui/look/look.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

qint64 monotonicNow()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

class Bench : public QObject {
public:
    Bench(Composition &composition, const QString &workspace, int events)
        : m_composition(composition)
        , m_reads(workspace)
        , m_desktop(composition, workspace, {})
        , m_events(events)
    {
        m_desktop.window().installEventFilter(this);
        m_desktop.show();
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_painted == 0)
            QTimer::singleShot(0, this, [this] { painted(); }); // after the frame
        return false;
    }

private:
    void painted()
    {
        if (std::exchange(m_painted, monotonicNow()) == 0)
            filter(0);
    }

    // As the page asks: a text anywhere in asset, target, event, error or cause, newest first.
    void filter(int round)
    {
        static const QStringList kTexts{QStringLiteral("asset-77"), QStringLiteral("no such text"),
                                        QStringLiteral("published")};
        if (round == 15)
            return load();
        QElapsedTimer timer;
        timer.start();
        DeliveryFilter wanted;
        wanted.text = kTexts[round % kTexts.size()];
        m_reads.ask(
            this, [wanted](const WorkspaceReader &reader) { return reader.deliveries(wanted, {}, 200); },
            [this, timer, round](const QList<DeliveryRow> &) {
                m_filterMs.append(double(timer.nsecsElapsed()) / 1e6);
                filter(round + 1);
            });
    }

    void load()
    {
        if (m_events == 0)
            return finish();
        connect(&m_beat, &QTimer::timeout, this, [this] { m_gap = std::max(m_gap, m_sinceBeat.restart()); });
        m_beat.setTimerType(Qt::PreciseTimer);
        m_sinceBeat.start();
        m_beat.start(5ms);
        connect(&m_feed, &QTimer::timeout, this, &Bench::feed);
        m_feed.start(50ms);
        QTimer::singleShot(10s, this, &Bench::finish);
    }

    void feed()
    {
        QList<MediaEvent> batch;
        for (int i = 0; i < 50 && m_sent < m_events; ++i, ++m_sent) {
            MediaEvent event = sampleEvent(Trigger::Success);
            event.source = QStringLiteral("/bench");
            event.sourceId = QStringLiteral("%1-%2").arg(m_painted).arg(m_sent);
            event.asset = event.sourceId;
            batch.append(event);
        }
        if (!batch.isEmpty())
            m_composition.engine().submitEvents(batch, this, [](const Result<Accepted> &) {});
    }

    void finish()
    {
        std::sort(m_filterMs.begin(), m_filterMs.end());
        const QJsonObject result{{QStringLiteral("painted"), QString::number(m_painted)},
                                 {QStringLiteral("filter"), m_filterMs[m_filterMs.size() / 2]},
                                 {QStringLiteral("filterMax"), m_filterMs.last()},
                                 {QStringLiteral("gap"), m_gap},
                                 {QStringLiteral("delivered"), qint64(m_composition.engine().status().finished)}};
        std::puts(QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
        QCoreApplication::exit(0);
    }

    Composition &m_composition;
    ReadThread m_reads;
    Desktop m_desktop;
    int m_events;
    int m_sent = 0;
    qint64 m_painted = 0;
    qint64 m_gap = 0;
    QList<double> m_filterMs;
    QElapsedTimer m_sinceBeat;
    QTimer m_beat;
    QTimer m_feed;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    look::apply();
    const QString workspace = app.arguments().value(1);
    auto composition = Composition::start({workspace, true, true, std::nullopt});
    if (!composition)
        return 1;
    Bench bench(**composition, workspace, app.arguments().value(2).toInt());
    return QApplication::exec();
}
