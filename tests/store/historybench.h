// A real workspace for tests of its history: events come in and deliveries end when the test says so. Everything is
// written as the engine writes it.
#pragma once

#include "core/store/history.h"
#include "core/store/ledger.h"
#include "core/store/ledgerrules.h"
#include "core/store/tables/attemptstore.h"
#include "core/store/tables/deliverystore.h"
#include "core/store/tables/eventstore.h"
#include "core/store/tables/targetstore.h"

#include <QTemporaryDir>
#include <QTest>

namespace callboard {

class HistoryBench {
public:
    explicit HistoryBench(int count = 1)
        : targets(count)
        , db(Database::open(path(), Database::Access::Write).value())
    {
        write([&] {
            for (int i = 1; i <= targets; ++i) {
                CallbackTarget target;
                target.id = TargetStore(*db).reserve().value();
                target.name = QStringLiteral("target-%1").arg(i);
                target.url = QStringLiteral("https://example.com/%1").arg(i);
                QVERIFY(TargetStore(*db).save(target, at(0)));
            }
        });
    }

    [[nodiscard]] QString path() const { return m_directory.filePath(QStringLiteral("w.db")); }
    [[nodiscard]] static Timestamp at(int day) { return Timestamp(std::chrono::days(20'000 + day)); }

    template <class Write>
    void write(Write what)
    {
        QVERIFY(db->begin());
        what();
        QVERIFY(db->commit());
    }

    EventId event(const QString &asset, int day, int owed, const QByteArray &data = "{}")
    {
        MediaEvent event;
        event.id = {db->reserve(QStringLiteral("event"), 1).value()};
        event.source = QStringLiteral("/test");
        event.sourceId = QString::number(event.id.value);
        event.type = QStringLiteral("media.asset.published");
        event.asset = asset;
        event.data = data;
        event.receivedAt = at(day);
        if (!EventStore(*db).insert(event, event.fingerprint(), owed))
            qFatal("no event");
        return event.id;
    }

    // Of a new delivery: its attempts and its end are put in by end().
    DeliveryId delivery(TargetId target, EventId event, const QString &asset, int day, DeliveryId replayOf = {})
    {
        Delivery made;
        made.id = {db->reserve(QStringLiteral("delivery"), 1).value()};
        made.target = target;
        made.asset = asset;
        made.firstEvent = event;
        made.latestEvent = event;
        made.createdAt = at(day);
        made.dueAt = made.createdAt;
        made.replayOf = replayOf;
        if (!DeliveryStore(*db).insert(made))
            qFatal("no delivery");
        return made.id;
    }

    void absorb(DeliveryId delivery, EventId event)
    {
        MediaEvent absorbed;
        absorbed.id = event;
        QVERIFY(DeliveryStore(*db).absorb(delivery, absorbed));
    }

    void end(DeliveryId id, int day, DeliveryState state = DeliveryState::Delivered)
    {
        const auto delivery = DeliveryStore(*db).byId(id).value();
        Attempt attempt;
        attempt.id = {db->reserve(QStringLiteral("attempt"), 1).value()};
        attempt.delivery = id;
        attempt.startedAt = at(day);
        attempt.requestBody = QByteArray(1500, 'x');
        QVERIFY(AttemptStore(*db).insertPending(attempt, false));
        Exchange exchange;
        exchange.outcome = state == DeliveryState::Delivered ? Outcome::Delivered : Outcome::Rejected;
        QVERIFY(AttemptStore(*db).complete(attempt.id, exchange, at(day)));
        DeliveryChange change;
        change.state = state;
        change.finishedAt = at(day);
        QVERIFY(DeliveryStore(*db).apply(*delivery, change));
    }

    // The common life: one event, one delivery to each of the first targets, all ended that day.
    EventId told(const QString &asset, int day, int owed = 1)
    {
        const EventId made = event(asset, day, owed);
        for (int target = 1; target <= owed; ++target)
            end(delivery({target}, made, asset, day), day);
        return made;
    }

    // Batch after batch until a round is over, as the engine and the command do.
    Pruned prune(History &history, int beforeDay, int most = History::kBatch)
    {
        Pruned all;
        do {
            if (!db->begin())
                qFatal("no transaction");
            const auto batch = history.pruneBatch(at(beforeDay), most);
            if (!batch)
                qFatal("%s", qPrintable(batch.error().detail));
            all += *batch;
            if (!db->commit())
                qFatal("no commit");
        } while (all.more);
        return all;
    }
    Pruned prune(int beforeDay, int most = History::kBatch)
    {
        History history(*db);
        return prune(history, beforeDay, most);
    }

    [[nodiscard]] qint64 number(const QString &sql) { return db->number(sql).value().value_or(0); }
    [[nodiscard]] qint64 rows(const char *table)
    {
        return number(QStringLiteral("SELECT COUNT(*) FROM ") + QLatin1String(table));
    }
    [[nodiscard]] bool has(DeliveryId id) { return DeliveryStore(*db).byId(id).value().has_value(); }
    [[nodiscard]] bool has(EventId id) { return EventStore(*db).byId(id).has_value(); }

    // Empty: everything balances, and every reference leads somewhere.
    [[nodiscard]] QString imbalance()
    {
        QStringList wrong = recount(*db).value().findings + unexplainedByRules(*db, 10).value();
        if (const qint64 dangling = number(QStringLiteral(
                "SELECT COUNT(*) FROM delivery d WHERE (d.replay_of IS NOT NULL AND NOT EXISTS (SELECT 1 FROM delivery "
                "o WHERE o.id = d.replay_of)) OR (d.superseded_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM delivery o "
                "WHERE o.id = d.superseded_by)) OR NOT EXISTS (SELECT 1 FROM event e WHERE e.id = d.latest_event)")))
            wrong.append(QStringLiteral("%1 deliveries name what is not there").arg(dangling));
        if (const auto broken = db->run(QStringLiteral("PRAGMA foreign_key_check")); !broken || (*broken)->next())
            wrong.append(QStringLiteral("foreign keys"));
        return wrong.join(u'\n');
    }

private:
    QTemporaryDir m_directory;

public:
    const int targets;
    std::unique_ptr<Database> db;
};

} // namespace callboard
