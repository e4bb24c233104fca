#include "ui/deliveries/replay/replayflow.h"

#include "ui/deliveries/replay/replayplan.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/progress.h"

#include <QLocale>

#include <algorithm>

// The part of ReplayFlow that replays everything that matches a filter.

namespace callboard {

namespace {

constexpr qsizetype kBatch = 500;

QString number(qint64 count)
{
    return QLocale().toString(count);
}

} // namespace

struct ReplayFlow::Bulk {
    DeliveryFilter filter; // final states only
    Progress progress;
    QList<DeliveryId> ids{}; // the newest first
    DeliveryId last{};       // that was looked at
    qint64 delivered = 0;    // of them
    qint64 total = 0;
    qint64 sent = 0;
    bool resumed = false;
    QString problem{};
};

void ReplayFlow::replayMatching(const DeliveryFilter &filter)
{
    if (sayUnderWay())
        return;
    auto bulk = std::make_shared<Bulk>(Bulk{filter, Progress(m_messages, m_clock, this)});
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
    gather(bulk);
}

// One question at a time, and what is left is looked up when it can be asked: much may have been repeated until then.
void ReplayFlow::goOn(const QString &plan)
{
    m_left = plan;
    if (plan.isEmpty())
        return;
    if (m_messages.isOpen() || m_running) {
        connect(
            &m_messages, &MessageBar::freed, this, [this] { goOn(m_left); }, Qt::SingleShotConnection);
        return;
    }
    const Result<DeliveryFilter> filter = filterOfPlan(plan);
    if (!filter) {
        forget();
        m_messages.post({Message::Kind::Error,
                         tr("What an interrupted replay has left can't be told any more, and nothing of it is sent: %1")
                             .arg(filter.error().detail),
                         {},
                         {}});
        return;
    }
    auto bulk = std::make_shared<Bulk>(Bulk{*filter, Progress(m_messages, m_clock, this)});
    bulk->resumed = true;
    gather(bulk);
}

void ReplayFlow::forget()
{
    m_left.clear();
    emit planChanged({});
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
        if (bulk->progress.isCancelled())
            return finishBulk(*bulk);
        if (step.ended)
            return askMatching(bulk);
        if (!bulk->resumed) // nobody has asked for it yet
            bulk->progress.tell(tr("Looking for what matches: %1 so far.").arg(number(bulk->ids.size())));
        gather(bulk);
    });
}

void ReplayFlow::askMatching(const std::shared_ptr<Bulk> &bulk)
{
    bulk->total = bulk->ids.size();
    if (bulk->total == 0) {
        if (bulk->resumed)
            forget();
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
    ask(bulk, question);
}

void ReplayFlow::ask(const std::shared_ptr<Bulk> &bulk, const QString &question)
{
    if (bulk->resumed && (m_messages.isOpen() || m_running))
        return goOn(m_left); // something came in between
    const auto run = [this, bulk] { send(bulk); };
    const auto lapsed = [this, bulk](bool dismissed) {
        if (bulk->resumed && dismissed)
            forget();
        else if (bulk->resumed)
            goOn(m_left);
    };
    const QString action = bulk->resumed ? tr("Go on") : tr("Replay %1").arg(number(bulk->total));
    m_messages.post({Message::Kind::Question, question, action, run, lapsed}, this);
}

void ReplayFlow::send(const std::shared_ptr<Bulk> &bulk)
{
    if (sayUnderWay())
        return;
    m_running = bulk;
    emit planChanged(bulk->resumed ? std::exchange(m_left, {}) : replayPlan(bulk->filter, bulk->ids.constFirst()));
    bulk->progress.begin();
    sendNext(bulk);
}

void ReplayFlow::sendNext(const std::shared_ptr<Bulk> &bulk)
{
    if (bulk->ids.isEmpty() || bulk->progress.isCancelled()) {
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
        bulk->progress.tell(tr("Replaying: %1 of %2 are under way.").arg(number(bulk->sent), number(bulk->total)));
        sendNext(bulk);
    });
}

bool ReplayFlow::sayUnderWay()
{
    if (m_running)
        m_running->progress.insist(tr("A replay of all that match is under way."));
    return m_running != nullptr;
}

// What was refused is left for another start: most often it is the end of the program that refuses it.
void ReplayFlow::finishBulk(const Bulk &bulk)
{
    if (m_running.get() == &bulk)
        m_running.reset();
    if (bulk.total > 0 && bulk.problem.isEmpty())
        emit planChanged(m_left);
    if (!bulk.problem.isEmpty()) {
        const QString text = tr("%1 deliveries are replayed, the rest is not: %2").arg(number(bulk.sent), bulk.problem);
        m_messages.post({Message::Kind::Error, text, {}, {}});
        return;
    }
    const QString text = bulk.progress.isCancelled()
        ? tr("Stopped: replays of %1 deliveries are on their way, the rest is not sent.").arg(number(bulk.sent))
        : tr("Replays of %Ln deliveries are on their way.", nullptr, int(bulk.sent));
    m_messages.post({Message::Kind::Info, text, {}, {}});
}

} // namespace callboard
