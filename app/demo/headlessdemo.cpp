#include "app/cli/democommand.h"

#include "app/demo/demoworld.h"
#include "app/desktop.h"
#include "app/signals.h"
#include "core/store/deliveryjson.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QHash>

namespace callboard {

using namespace std::chrono_literals;

namespace {

// Runs the demo world on the terminal: prints each change of a delivery, mends the failing target after a while,
// replays what failed, sums up, and saves a picture of the window.
class TerminalDemo : public QObject {
public:
    TerminalDemo(DemoWorld &world, const cli::Common &common, const cli::DemoOptions &options)
        : m_world(world)
        , m_common(common)
        , m_options(options)
        , m_reads(world.workspace())
        , m_desktop(world.composition(), world.workspace(), Desktop::tr("Demo"))
    {
        connect(&world.composition().engine(), &EngineClient::changed, this, &TerminalDemo::take);
    }

    void start()
    {
        const Milliseconds whole = std::chrono::seconds(m_options.seconds);
        cli::say(QStringLiteral("Door %1, receiver %2. Targets of both documents; one of them has a mistyped address.")
                     .arg(m_world.composition().doorUrl(), m_world.receiver().url()));
        m_desktop.window().resize(1280, 800);
        m_desktop.show();
        m_world.platform().start();
        QTimer::singleShot(whole * 6 / 10, this, &TerminalDemo::mend);
        QTimer::singleShot(whole * 9 / 10, this, [this] { m_world.platform().stop(); });
        QTimer::singleShot(whole, this, &TerminalDemo::sumUp);
    }

private:
    void take(const EngineChange &change)
    {
        m_reads.ask(
            this,
            [ids = change.deliveries](const WorkspaceReader &reader) {
                return std::pair(reader.deliveries({}, ids), reader.workspaceTag());
            },
            [this](const std::pair<QList<DeliveryRow>, QString> &answer) {
                const auto &[rows, tag] = answer;
                for (auto row = rows.rbegin(); row != rows.rend(); ++row) // oldest first, as a terminal is read
                    print(*row, tag);
            });
    }

    void print(const DeliveryRow &row, const QString &tag)
    {
        const Delivery &d = row.delivery;
        if (std::exchange(m_seen[d.id], int(d.state) + 100 * d.attempts) == int(d.state) + 100 * d.attempts)
            return;
        if (m_common.json)
            return cli::printJson(toJson(row, tag));
        if (d.state == DeliveryState::Queued || d.state == DeliveryState::Sending)
            return;
        const QString event = d.merged > 0 ? QStringLiteral("%1 ×%2").arg(info(d.trigger).word).arg(d.merged + 1)
                                           : QString(info(d.trigger).word);
        QString line = QStringLiteral("%1  %2  %3  %4  %5")
                           .arg(d.id.value, 4)
                           .arg(toString(d.state), -9)
                           .arg(row.targetName, -12)
                           .arg(event, -14)
                           .arg(d.status == 0 ? QStringLiteral("–") : QString::number(d.status), 3);
        if (d.replayOf.isValid())
            line += QStringLiteral("  replay of %1").arg(d.replayOf.value);
        if (d.state != DeliveryState::Delivered && !d.error.isEmpty())
            line += QStringLiteral("  ") + d.error;
        cli::printLine(line);
    }

    // What an operator would do: read the failure, mend the address, replay.
    void mend()
    {
        m_reads.ask(
            this, [](const WorkspaceReader &reader) { return reader.target(DemoWorld::failingTarget()); },
            [this](Result<CallbackTarget> target) {
                if (!target)
                    return giveUp(target.error());
                cli::say(
                    QStringLiteral(
                        "— “%1” fails: its address ends in /partner/fed. Mending it to %2 and replaying what failed.")
                        .arg(target->name, m_world.mendedUrl()));
                target->url = m_world.mendedUrl();
                m_world.composition().engine().saveTarget(*target, this, [this](const Result<CallbackTarget> &saved) {
                    if (!saved)
                        return giveUp(saved.error());
                    replayFailed(saved->id);
                });
            });
    }

    // The demo promises the whole main job: a step that fails is its failure.
    static void giveUp(const Error &error) { QCoreApplication::exit(cli::report(error)); }

    void replayFailed(TargetId target)
    {
        DeliveryFilter failed;
        failed.states = {DeliveryState::Failed};
        failed.target = target;
        m_reads.ask(
            this, [failed](const WorkspaceReader &reader) { return reader.deliveries(failed, {}, 1000); },
            [this](const QList<DeliveryRow> &rows) {
                QList<DeliveryId> ids;
                for (const DeliveryRow &row : rows)
                    ids.prepend(row.delivery.id);
                m_world.composition().engine().replay(ids, ReplayContent::SameBytes, this,
                                                      [this](const Result<QList<DeliveryId>> &made) {
                                                          if (!made)
                                                              return giveUp(made.error());
                                                          m_replayed = int(made->size());
                                                      });
            });
    }

    void sumUp()
    {
        m_reads.ask(
            this, [](const WorkspaceReader &reader) { return std::pair(reader.counts(), reader.audit()); },
            [this](const std::pair<Result<DeliveryCounts>, LedgerCount> &answer) {
                const auto &[counted, ledger] = answer;
                if (!counted)
                    return giveUp(counted.error());
                const DeliveryCounts &counts = *counted;
                cli::say(QStringLiteral("— %1 events accepted by the door; %2 delivered, %3 failed, %4 replayed, %5 "
                                        "still owed, receiver got %6 requests.")
                             .arg(m_world.platform().accepted())
                             .arg(counts.delivered)
                             .arg(counts.failed)
                             .arg(m_replayed)
                             .arg(counts.backlog() + counts.held)
                             .arg(m_world.receiver().count()));
                cli::say(QStringLiteral("— %1 accepted, %2 outcomes, %3 unexplained")
                             .arg(ledger.accepted)
                             .arg(ledger.outcomes)
                             .arg(ledger.unexplained));
                savePicture();
                QCoreApplication::exit(ledger.unexplained == 0 ? cli::Done : cli::Failed);
            });
    }

    void savePicture()
    {
        const QString name = m_options.screenshot.empty() ? QDir::temp().filePath(QStringLiteral("callboard-demo.png"))
                                                          : QString::fromStdString(m_options.screenshot);
        if (m_desktop.window().grab().save(name, "PNG"))
            cli::say(QStringLiteral("— Picture of the main window: %1").arg(QDir::current().absoluteFilePath(name)));
        else
            cli::say(QStringLiteral("callboard: can't write %1").arg(name));
    }

    DemoWorld &m_world;
    cli::Common m_common;
    cli::DemoOptions m_options;
    ReadThread m_reads;
    Desktop m_desktop;
    QHash<DeliveryId, int> m_seen;
    int m_replayed = 0;
};

} // namespace

int cli::runHeadlessDemo(const Common &common, const DemoOptions &options)
{
    auto world = DemoWorld::create();
    if (!world)
        return report(world.error());
    QApplication::setQuitOnLastWindowClosed(false);
    TerminationSignal termination;
    QObject::connect(&termination, &TerminationSignal::received, qApp, [] { QCoreApplication::exit(Failed); });
    TerminalDemo demo(**world, common, options);
    demo.start();
    return QApplication::exec();
}

} // namespace callboard
