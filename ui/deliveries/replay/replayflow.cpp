#include "ui/deliveries/replay/replayflow.h"

#include "ui/deliveries/replay/replaywatch.h"
#include "ui/look/recorded.h"
#include "ui/shell/messagebar.h"

#include <QLocale>
#include <QUrl>

#include <algorithm>

namespace callboard {

namespace {

QString underWay(const QList<DeliveryId> &ids, ReplayContent content)
{
    const bool latest = content == ReplayContent::LatestState;
    if (ids.size() > 1)
        return latest ? ReplayFlow::tr("Replays of %Ln deliveries, with the latest state, are on their way.", nullptr,
                                       int(ids.size()))
                      : ReplayFlow::tr("Replays of %Ln deliveries are on their way.", nullptr, int(ids.size()));
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
        .arg(QLocale().toString(delivered), QLocale().toString(ids.size()));
}

} // namespace

ReplayFlow::ReplayFlow(EngineClient &engine, DeliverySource &source, MessageBar &messages, const Clock &clock,
                       QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_source(source)
    , m_messages(messages)
    , m_clock(clock)
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
            m_messages.post(
                {Message::Kind::Error, tr("Nothing was sent: %1").arg(inOurLanguage(made.error().detail)), {}, {}});
            return;
        }
        const QString text = tr("Replay of %1 is on its way to %2.").arg(id.value).arg(QUrl(url).host());
        m_messages.post({Message::Kind::Info, text, {}, {}});
        m_watch->watch({*made}, id, text);
        emit replayed({*made});
    });
}

} // namespace callboard
