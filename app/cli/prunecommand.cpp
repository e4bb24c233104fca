#include "app/cli/desk.h"
#include "app/cli/workspacecommands.h"
#include "core/store/enginelock.h"
#include "core/store/history.h"
#include "core/store/workspacefile.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>

namespace callboard::cli {

namespace {

constexpr int kShortestPause = 20; // milliseconds
constexpr int kTellEvery = 1000;

// Batch after batch, each a transaction of its own. Between two of them there is room for an engine that runs beside.
class Pruning {
public:
    Pruning(Desk &desk, Timestamp before, qint64 expected)
        : m_desk(desk)
        , m_before(before)
        , m_expected(expected)
        , m_history(desk.db())
    {
    }

    Result<Pruned> run()
    {
        // The command has no loop of its own yet: this is it.
        QEventLoop loop;
        QTimer next;
        next.setSingleShot(true);
        QObject::connect(&next, &QTimer::timeout, &loop, [&] {
            QElapsedTimer took;
            took.start();
            if (pruneOne())
                next.start(std::max(kShortestPause, int(took.elapsed()) * 2));
            else
                loop.quit();
        });
        m_told.start();
        next.start(0);
        loop.exec();
        return m_result;
    }

private:
    // False: it was the last.
    bool pruneOne()
    {
        const auto batch = m_desk.write<Pruned>([this] { return m_history.pruneBatch(m_before); });
        if (!batch) {
            m_result = tl::unexpected(batch.error());
            return false;
        }
        *m_result += *batch;
        if (m_told.elapsed() >= kTellEvery) {
            m_told.start();
            say(QStringLiteral("%1 of %2 deliveries gone …").arg(m_result->deliveries).arg(m_expected));
        }
        return batch->more;
    }

    Desk &m_desk;
    Timestamp m_before;
    qint64 m_expected;
    History m_history;
    QElapsedTimer m_told;
    Result<Pruned> m_result = Pruned{};
};

void print(const Common &common, const Pruned &pruned)
{
    if (common.json)
        printJson(QJsonObject{{QStringLiteral("deliveries"), pruned.deliveries},
                              {QStringLiteral("attempts"), pruned.attempts},
                              {QStringLiteral("events"), pruned.events},
                              {QStringLiteral("notifications"), pruned.notifications}});
    else
        printLine(QStringLiteral("%1 deliveries with %2 attempts, %3 events and %4 notifications are gone.")
                      .arg(pruned.deliveries)
                      .arg(pruned.attempts)
                      .arg(pruned.events)
                      .arg(pruned.notifications));
}

Result<Pruned> planOf(const Common &common, Timestamp before)
{
    return Database::open(common.workspace, Database::Access::Read).and_then([&](const auto &db) {
        return endedBefore(*db, before);
    });
}

Result<void> record(Desk &desk, Timestamp before, const Pruned &pruned)
{
    return desk.write<void>([&] {
        return desk.orders().recording().add(
            {{},
             QStringLiteral("history.pruned"),
             {},
             QStringLiteral("%1 deliveries that ended before %2").arg(pruned.deliveries).arg(toIso(before)),
             {{QStringLiteral("deliveries"), pruned.deliveries}, {QStringLiteral("before"), toIso(before)}}});
    });
}

Result<Pruned> prune(const Common &common, Timestamp before, qint64 expected, bool vacuum)
{
    std::unique_ptr<QLockFile> alone;
    if (vacuum) {
        auto lock = lockEngine(common.workspace);
        if (!lock)
            return tl::unexpected(lock.error());
        alone = std::move(*lock);
    }
    auto desk = Desk::open(common.workspace, false);
    if (!desk)
        return tl::unexpected(desk.error());
    auto pruned = Pruning(**desk, before, expected).run();
    if (!pruned)
        return pruned;
    if (auto recorded = record(**desk, before, *pruned); !recorded)
        return tl::unexpected(recorded.error());
    if (!vacuum)
        return pruned;
    say(QStringLiteral("Giving the room back to the disk …"));
    return compact((*desk)->db()).and_then([&] { return pruned; });
}

} // namespace

int pruneWorkspace(const Common &common, const PruneOptions &options)
{
    const auto age = parseDuration(QString::fromStdString(options.olderThan));
    if (!age)
        return report({ErrorCode::InvalidArgument,
                       QStringLiteral("--older-than “%1”: expected 90d, 12h or the like.")
                           .arg(QString::fromStdString(options.olderThan))});
    const Timestamp before = SystemClock().now() - *age;
    const auto plan = planOf(common, before);
    if (!plan)
        return report(plan.error());
    say(QStringLiteral("%1 deliveries that ended before %2 would go, with %3 attempts, and every event that nothing "
                       "else needs.%4")
            .arg(plan->deliveries)
            .arg(toIso(before))
            .arg(plan->attempts)
            .arg(options.plan || options.yes || plan->deliveries == 0 ? QString()
                                                                      : QStringLiteral(" Say --yes to do it.")));
    if (options.plan && common.json)
        printJson(QJsonObject{{QStringLiteral("deliveries"), plan->deliveries},
                              {QStringLiteral("attempts"), plan->attempts},
                              {QStringLiteral("endedBefore"), toIso(before)}});
    if (options.plan)
        return Done;
    if (plan->deliveries > 0 && !options.yes)
        return WrongUsage;
    const auto pruned = prune(common, before, plan->deliveries, options.vacuum);
    if (!pruned)
        return report(pruned.error());
    print(common, *pruned);
    return Done;
}

} // namespace callboard::cli
