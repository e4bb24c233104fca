// bench_engine through|intake|drain [EVENTS [BATCH [IN_FLIGHT]]]: the engine alone on a real file, without door and
// network, for figures and profiles. Prints one JSON object.
//   through  events taken in and delivered at the same time
//   intake   events taken in for a target that wants none of them
//   drain    everything is taken in first; measured is the delivering
#include "core/engine/engineservice.h"
#include "instanttransport.h"
#include "record.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>

using namespace callboard;

namespace {

enum class Mode { Through, Intake, Drain };

struct Plan {
    Mode mode = Mode::Through;
    int events = 200'000;
    int batch = 100;
    int inFlight = 128;
};

constexpr int kBatchesAtOnce = 4; // as many as a load client's connections

MediaEvent numbered(int number)
{
    MediaEvent event;
    event.source = QStringLiteral("/bench");
    event.sourceId = QStringLiteral("e%1").arg(number);
    event.type = QStringLiteral("media.asset.published");
    event.asset = QString::fromStdString(assetId(number));
    event.dataContentType = QStringLiteral("application/json");
    event.data = QByteArray::fromStdString(record(number));
    return event;
}

CallbackTarget target(const Plan &plan)
{
    CallbackTarget target = lightFlowPreset();
    target.name = QStringLiteral("cms");
    target.url = QStringLiteral("http://127.0.0.1:8080/in");
    target.allowPrivate = true;
    target.pipelining = true;
    target.connections = 4;
    target.pipelineDepth = std::max(1, plan.inFlight / target.connections);
    if (plan.mode == Mode::Intake)
        target.state = TargetState::Disabled;
    return target;
}

class Bench : public QObject {
public:
    explicit Bench(const Plan &plan)
        : m_plan(plan)
        , m_transport(plan.inFlight)
    {
    }

    void begin()
    {
        open(m_plan.mode != Mode::Drain);
        m_engine->saveTarget(target(m_plan), this, [this](const Result<CallbackTarget> &saved) {
            if (!saved)
                return giveUp(saved.error());
            m_timer.start();
            for (int i = 0; i < kBatchesAtOnce; ++i)
                submitNext();
        });
    }

private:
    void open(bool dispatch)
    {
        EngineOptions options;
        options.dispatch = dispatch;
        EngineParts parts{m_clock, m_transport,
                          [](bool) -> Result<std::shared_ptr<const Vault>> {
                              return fail(ErrorCode::VaultUnavailable, QStringLiteral("There are no secrets here."));
                          },
                          [] { return 0.5; }};
        m_engine = std::make_unique<EngineService>(std::move(parts), options);
        connect(m_engine.get(), &EngineClient::statusChanged, this, &Bench::look);
        if (auto started = m_engine->start(m_directory.filePath(QStringLiteral("w.db"))); !started)
            giveUp(started.error());
    }

    // Made in this thread, as the door makes them in its own.
    void submitNext()
    {
        Submission submission;
        for (int i = 0; i < m_plan.batch && m_submitted < m_plan.events; ++i)
            submission.events.append(numbered(m_submitted++));
        if (submission.events.isEmpty())
            return;
        submission.done = [this](const Result<Accepted> &accepted) {
            QMetaObject::invokeMethod(
                this, [this, accepted] { taken(accepted); }, Qt::QueuedConnection);
        };
        m_engine->submit(std::move(submission));
    }

    void taken(const Result<Accepted> &accepted)
    {
        if (!accepted)
            return giveUp(accepted.error());
        m_accepted += accepted->accepted;
        if (m_accepted < m_plan.events)
            return submitNext();
        if (m_plan.mode == Mode::Intake)
            finish();
        if (m_plan.mode == Mode::Drain)
            drain();
    }

    void drain()
    {
        connect(
            m_engine.get(), &EngineService::stopped, this,
            [this] {
                m_engine.reset();
                m_timer.start();
                open(true);
            },
            Qt::QueuedConnection);
        m_engine->stop();
    }

    void look(const EngineStatus &status)
    {
        if (status.mode == EngineStatus::Mode::Failing)
            giveUp({ErrorCode::StoreUnavailable, status.detail});
        else if (status.finished >= quint64(m_plan.events))
            finish();
    }

    void finish()
    {
        disconnect(m_engine.get(), nullptr, this, nullptr);
        const double seconds = double(m_timer.nsecsElapsed()) / 1e9;
        std::printf(R"({"events":%d,"seconds":%.3f,"perSecond":%.0f})"
                    "\n",
                    m_plan.events, seconds, m_plan.events / seconds);
        QCoreApplication::exit(0);
    }

    void giveUp(const Error &error)
    {
        std::fprintf(stderr, "%s\n", qPrintable(error.detail));
        QCoreApplication::exit(1);
    }

    Plan m_plan;
    QTemporaryDir m_directory;
    SystemClock m_clock;
    InstantTransport m_transport;
    std::unique_ptr<EngineService> m_engine;
    QElapsedTimer m_timer;
    int m_submitted = 0;
    int m_accepted = 0;
};

int valueAt(const QStringList &arguments, int index, int otherwise)
{
    const int value = arguments.value(index).toInt();
    return value > 0 ? value : otherwise;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    Plan plan;
    const QString mode = arguments.value(1);
    plan.mode = mode == QLatin1String("intake") ? Mode::Intake
        : mode == QLatin1String("drain")        ? Mode::Drain
                                                : Mode::Through;
    plan.events = valueAt(arguments, 2, plan.events);
    plan.batch = valueAt(arguments, 3, plan.batch);
    plan.inFlight = valueAt(arguments, 4, plan.inFlight);
    Bench bench(plan);
    QMetaObject::invokeMethod(
        &bench, [&bench] { bench.begin(); }, Qt::QueuedConnection);
    return QCoreApplication::exec();
}
