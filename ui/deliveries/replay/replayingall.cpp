#include "ui/deliveries/replay/replayflow.h"

#include "core/store/filter/filterlanguage.h"
#include "ui/shell/messagebar.h"

#include <QElapsedTimer>
#include <QLocale>

#include <algorithm>

// The part of ReplayFlow that replays everything that matches a filter.

namespace callboard {

namespace {

constexpr qsizetype kBatch = 500;
constexpr qint64 kQuiet = 500; // ms: what takes less needs no progress, and it moves no more often

QString number(qint64 count)
{
    return QLocale().toString(count);
}

// What is left of a run, whenever it is read: the same deliveries but for those that were repeated since. Moments stand
// as such, and nothing that came in later belongs to it.
QString planOf(const DeliveryFilter &filter, DeliveryId newest)
{
    return filterText(filter, {}, {}) + QStringLiteral(" id<=%1 not replayed>%1").arg(newest.value);
}

} // namespace

struct ReplayFlow::Bulk {
    DeliveryFilter filter; // final states only
    QList<DeliveryId> ids; // the newest first
    DeliveryId last;       // that was looked at
    qint64 delivered = 0;  // of them
    qint64 total = 0;
    qint64 sent = 0;
    bool resumed = false;
    bool cancelled = false;
    QString problem;
    QString said; // in the bar
    QElapsedTimer timer;
    qint64 tellAt = kQuiet;
};

void ReplayFlow::replayMatching(const DeliveryFilter &filter)
{
    auto bulk = std::make_shared<Bulk>();
    bulk->filter = filter;
    QList<DeliveryState> &states = bulk->filter.states;
    if (states.isEmpty())
        states = {DeliveryState::Delivered, DeliveryState::Failed, DeliveryState::Cancelled};
    states.removeIf([](DeliveryState state) { return !isFinal(state); });
    if (states.isEmpty()) {
        m_messages.post({Message::Kind::Warning,
                         tr("What matches is still on its way. It can be replayed once it has ended."),
                         {},
                         {}});
        return;
    }
    bulk->timer.start();
    gather(bulk);
}

void ReplayFlow::goOn(const QString &plan)
{
    if (plan.isEmpty())
        return;
    auto bulk = std::make_shared<Bulk>();
    bulk->filter = parseFilter(plan, {}, {}).filter;
    bulk->resumed = true;
    bulk->timer.start();
    gather(bulk);
}

// All ids first, so that the question names their number and the oldest goes out first however many there are. Steps go
// down by id: the replays, which are newer than all of them, are never met.
void ReplayFlow::gather(const std::shared_ptr<Bulk> &bulk)
{
    m_source.scan(bulk->filter, bulk->last, {}, this, [this, bulk](const DeliveryScan &step) {
        bulk->last = step.last;
        for (const DeliveryRow &row : step.rows) {
            bulk->ids.append(row.delivery.id);
            bulk->delivered += row.delivery.state == DeliveryState::Delivered ? 1 : 0;
        }
        if (bulk->cancelled)
            return finishBulk(*bulk);
        if (step.ended)
            return askMatching(bulk);
        tell(bulk, tr("Looking for what matches: %1 so far.").arg(number(bulk->ids.size())));
        gather(bulk);
    });
}

void ReplayFlow::askMatching(const std::shared_ptr<Bulk> &bulk)
{
    bulk->total = bulk->ids.size();
    const QString count = number(bulk->total);
    if (bulk->total == 0) {
        if (bulk->resumed)
            emit planChanged({});
        else
            m_messages.post({Message::Kind::Info, tr("No ended delivery matches the filter."), {}, {}});
        return;
    }
    QString question = bulk->resumed
        ? tr("A replay of all that matched a filter was interrupted. %Ln deliveries are left.", nullptr,
             int(bulk->total))
        : tr("Replay all %Ln ended deliveries that match the filter?", nullptr, int(bulk->total));
    if (bulk->delivered > 0)
        question += QLatin1Char(' ')
            + tr("%1 were delivered already; their receivers would get them a second time.")
                  .arg(number(bulk->delivered));
    const auto run = [this, bulk] { send(bulk); };
    const auto lapsed = [this, bulk] {
        if (bulk->resumed)
            emit planChanged({});
    };
    m_messages.post(
        {Message::Kind::Question, question, bulk->resumed ? tr("Go on") : tr("Replay %1").arg(count), run, lapsed},
        this);
}

void ReplayFlow::send(const std::shared_ptr<Bulk> &bulk)
{
    if (!bulk->resumed) // else the plan that is kept says it
        emit planChanged(planOf(bulk->filter, bulk->ids.constFirst()));
    bulk->said.clear();
    bulk->timer.restart();
    bulk->tellAt = kQuiet;
    sendNext(bulk);
}

void ReplayFlow::sendNext(const std::shared_ptr<Bulk> &bulk)
{
    if (bulk->ids.isEmpty() || bulk->cancelled) {
        finishBulk(*bulk);
        return;
    }
    QList<DeliveryId> batch = bulk->ids.last(qMin(kBatch, bulk->ids.size()));
    bulk->ids.resize(bulk->ids.size() - batch.size());
    std::reverse(batch.begin(), batch.end());
    m_engine.replay(batch, ReplayContent::SameBytes, this, [this, bulk](const Result<QList<DeliveryId>> &made) {
        if (!made) {
            bulk->problem = made.error().detail;
            finishBulk(*bulk);
            return;
        }
        bulk->sent += made->size();
        tell(bulk, tr("Replaying: %1 of %2 are under way.").arg(number(bulk->sent), number(bulk->total)));
        sendNext(bulk);
    });
}

// The first sentence brings Cancel with it; those behind it take its place while it is still there.
void ReplayFlow::tell(const std::shared_ptr<Bulk> &bulk, const QString &now)
{
    if (bulk->timer.elapsed() < bulk->tellAt)
        return;
    bulk->tellAt = bulk->timer.elapsed() + kQuiet;
    if (bulk->said.isEmpty())
        m_messages.post({Message::Kind::Info, now, tr("Cancel"), [bulk] { bulk->cancelled = true; }}, this);
    else
        m_messages.amend(bulk->said, now, Message::Kind::Info);
    bulk->said = now;
}

void ReplayFlow::finishBulk(const Bulk &bulk)
{
    if (bulk.total > 0)
        emit planChanged({});
    if (!bulk.problem.isEmpty()) {
        const QString text = tr("%1 deliveries are replayed, the rest is not: %2").arg(number(bulk.sent), bulk.problem);
        m_messages.post({Message::Kind::Error, text, {}, {}});
        return;
    }
    const QString text = bulk.cancelled
        ? tr("Stopped: replays of %1 deliveries are on their way, the rest is not sent.").arg(number(bulk.sent))
        : tr("Replays of %Ln deliveries are on their way.", nullptr, int(bulk.sent));
    m_messages.post({Message::Kind::Info, text, {}, {}});
}

} // namespace callboard
