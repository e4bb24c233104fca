#include "ui/deliveries/replay/replayflow.h"

#include "ui/deliveries/replay/replaywatch.h"
#include "ui/shell/messagebar.h"

#include <QLocale>
#include <QUrl>

#include <algorithm>

namespace callboard {

namespace {

constexpr int kBatch = 500;

QString number(qint64 count)
{
    return QLocale().toString(count);
}

QString underWay(const QList<DeliveryId> &ids, ReplayContent content)
{
    const bool latest = content == ReplayContent::LatestState;
    if (ids.size() > 1)
        return latest ? ReplayFlow::tr("Replays of %1 deliveries, with the latest state, are on their way.")
                            .arg(number(ids.size()))
                      : ReplayFlow::tr("Replays of %1 deliveries are on their way.").arg(number(ids.size()));
    const qint64 id = ids.constFirst().value;
    return latest ? ReplayFlow::tr("Replay of %1, with the latest state, is on its way.").arg(id)
                  : ReplayFlow::tr("Replay of %1 is on its way.").arg(id);
}

QString secondTime(const QList<DeliveryId> &ids, int delivered, ReplayContent content)
{
    const bool latest = content == ReplayContent::LatestState;
    if (ids.size() == 1)
        return (latest
                    ? ReplayFlow::tr("%1 was delivered already. Its receiver would be told the latest state besides.")
                    : ReplayFlow::tr("%1 was delivered already. Its receiver would get it a second time."))
            .arg(ids.constFirst().value);
    return (latest ? ReplayFlow::tr("%1 of these %2 were delivered already. Their receivers would be told the latest "
                                    "state besides.")
                   : ReplayFlow::tr("%1 of these %2 were delivered already. Their receivers would get them a second "
                                    "time."))
        .arg(number(delivered), number(ids.size()));
}

} // namespace

struct ReplayFlow::Bulk {
    DeliveryFilter filter; // final states only
    QList<DeliveryId> ids; // the newest first
    qint64 sent = 0;
    QString problem;
};

ReplayFlow::ReplayFlow(EngineClient &engine, DeliverySource &source, MessageBar &messages, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_source(source)
    , m_messages(messages)
    , m_watch(new ReplayWatch(source, messages, this))
{
    connect(&engine, &EngineClient::changed, m_watch, &ReplayWatch::take);
}

void ReplayFlow::replay(const QList<DeliveryRow> &rows, ReplayContent content)
{
    QList<DeliveryId> ids;
    int delivered = 0;
    for (const DeliveryRow &row : rows) {
        if (!canReplay(row))
            continue;
        ids.append(row.delivery.id);
        delivered += row.delivery.state == DeliveryState::Delivered ? 1 : 0;
    }
    if (rows.isEmpty())
        return;
    if (ids.isEmpty()) {
        const DeliveryId first = rows.constFirst().delivery.id;
        m_messages.post({Message::Kind::Warning,
                         tr("%1 is still on its way. It can be replayed once it has ended.").arg(first.value),
                         {},
                         {}});
        return;
    }
    std::reverse(ids.begin(), ids.end()); // the list shows the newest first; what happened first goes out first
    if (delivered == 0) {
        replayNow(ids, content);
        return;
    }
    const auto run = [this, ids, content] { replayNow(ids, content); };
    m_messages.post({Message::Kind::Question, secondTime(ids, delivered, content), tr("Replay anyway"), run}, this);
}

void ReplayFlow::replayNow(const QList<DeliveryId> &ids, ReplayContent content)
{
    m_engine.replay(ids, content, this, [this, ids, content](const Result<QList<DeliveryId>> &made) {
        if (!made) {
            m_messages.post({Message::Kind::Error, tr("Nothing was replayed: %1").arg(made.error().detail), {}, {}});
            return;
        }
        const QString text = underWay(ids, content);
        m_messages.post({Message::Kind::Info, text, {}, {}});
        m_watch->watch(*made, ids.constFirst(), text);
        emit replayed(*made);
    });
}

void ReplayFlow::replayTo(DeliveryId id, const QString &url)
{
    m_engine.replayTo(id, url, this, [this, id, url](const Result<DeliveryId> &made) {
        if (!made) {
            m_messages.post({Message::Kind::Error, tr("Nothing was sent: %1").arg(made.error().detail), {}, {}});
            return;
        }
        const QString text = tr("Replay of %1 is on its way to %2.").arg(id.value).arg(QUrl(url).host());
        m_messages.post({Message::Kind::Info, text, {}, {}});
        m_watch->watch({*made}, id, text);
        emit replayed({*made});
    });
}

void ReplayFlow::replayMatching(const DeliveryFilter &filter)
{
    DeliveryFilter ended = filter;
    if (ended.states.isEmpty())
        ended.states = {DeliveryState::Delivered, DeliveryState::Failed, DeliveryState::Cancelled};
    ended.states.removeIf([](DeliveryState state) { return !isFinal(state); });
    if (ended.states.isEmpty()) {
        m_messages.post({Message::Kind::Warning,
                         tr("What matches is still on its way. It can be replayed once it has ended."),
                         {},
                         {}});
        return;
    }
    m_source.count(ended, this, [this, ended](qint64 count) { askMatching(ended, count); });
}

void ReplayFlow::askMatching(const DeliveryFilter &filter, qint64 count)
{
    if (count == 0) {
        m_messages.post({Message::Kind::Info, tr("No ended delivery matches the filter."), {}, {}});
        return;
    }
    QString question = tr("Replay all %1 ended deliveries that match the filter?").arg(number(count));
    if (filter.states.contains(DeliveryState::Delivered))
        question += QLatin1Char(' ') + tr("Some were delivered already; their receivers would get them a second time.");
    const auto run = [this, filter] {
        auto bulk = std::make_shared<Bulk>();
        bulk->filter = filter;
        gather(bulk);
    };
    m_messages.post({Message::Kind::Question, question, tr("Replay %1").arg(number(count)), run}, this);
}

// All ids first, so that the oldest goes out first however many there are. Pages go down by id: the replays, which are
// newer than all of them, are never met.
void ReplayFlow::gather(const std::shared_ptr<Bulk> &bulk)
{
    const DeliveryId before = bulk->ids.isEmpty() ? DeliveryId{} : bulk->ids.constLast();
    m_source.page(bulk->filter, before, kBatch, this, [this, bulk](const QList<DeliveryRow> &rows) {
        for (const DeliveryRow &row : rows)
            bulk->ids.append(row.delivery.id);
        if (rows.size() == kBatch)
            gather(bulk);
        else
            sendNext(bulk);
    });
}

void ReplayFlow::sendNext(const std::shared_ptr<Bulk> &bulk)
{
    if (bulk->ids.isEmpty()) {
        finishBulk(*bulk);
        return;
    }
    QList<DeliveryId> batch = bulk->ids.last(qMin<qsizetype>(kBatch, bulk->ids.size()));
    bulk->ids.resize(bulk->ids.size() - batch.size());
    std::reverse(batch.begin(), batch.end());
    m_engine.replay(batch, ReplayContent::SameBytes, this, [this, bulk](const Result<QList<DeliveryId>> &made) {
        if (!made) {
            bulk->problem = made.error().detail;
            finishBulk(*bulk);
            return;
        }
        bulk->sent += made->size();
        sendNext(bulk);
    });
}

void ReplayFlow::finishBulk(const Bulk &bulk)
{
    if (bulk.problem.isEmpty()) {
        const QString text = tr("Replays of %1 deliveries are on their way.").arg(number(bulk.sent));
        m_messages.post({Message::Kind::Info, text, {}, {}});
        return;
    }
    const QString text = tr("%1 deliveries are replayed, the rest is not: %2").arg(number(bulk.sent), bulk.problem);
    m_messages.post({Message::Kind::Error, text, {}, {}});
}

} // namespace callboard
