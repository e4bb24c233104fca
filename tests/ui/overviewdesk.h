// A workspace on disk with figures and deliveries in it, and the overview that reads it, in a window of its own.
#pragma once

#include "core/store/sql/database.h"
#include "core/store/tables/deliverystore.h"
#include "core/store/tables/targetstore.h"
#include "tests/ui/deliveryfakes.h"
#include "tests/ui/fakeengineclient.h"
#include "ui/overview/figurebutton.h"
#include "ui/overview/overviewpage.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace callboard {

struct OverviewDesk {
    QTemporaryDir directory;
    QString workspace = directory.filePath(QStringLiteral("w.db"));
    std::unique_ptr<Database> db;
    fakes::StillClock clock;
    FakeEngineClient engine;
    std::unique_ptr<ReadThread> reads;
    std::unique_ptr<OverviewPage> page;

    // `known`: there have been figures all the time.
    bool make(bool known = true)
    {
        auto opened = Database::open(workspace, Database::Access::Write);
        if (!opened)
            return false;
        db = std::move(*opened);
        return !known || db->run(QStringLiteral("UPDATE total SET value = 0 WHERE name = 'activity_since'"));
    }
    template <class Write>
    bool write(Write what)
    {
        if (!db->begin())
            return false;
        what();
        return db->commit().has_value();
    }
    void addTarget(qint64 id, const QString &name) const
    {
        CallbackTarget target;
        target.id = {id};
        target.name = name;
        target.url = QStringLiteral("https://example.com/%1").arg(id);
        QVERIFY(TargetStore(*db).save(target, clock.time));
    }
    void addDelivery(qint64 id, DeliveryState state, Milliseconds age, const QString &cause = {},
                     qint64 target = 1) const
    {
        Delivery delivery;
        delivery.id = {id};
        delivery.target = {target};
        delivery.asset = QStringLiteral("asset-%1").arg(id);
        delivery.firstEvent = delivery.latestEvent = {id};
        delivery.state = state;
        delivery.cause = cause;
        delivery.error = cause.isEmpty() ? QString() : cause + QStringLiteral(" in words");
        delivery.createdAt = delivery.dueAt = clock.time - age;
        if (isFinal(state))
            delivery.finishedAt = delivery.createdAt;
        QVERIFY(DeliveryStore(*db).insert(delivery));
    }
    // A day as an operator might see it: two targets, one of which fails now and then.
    bool fillDay()
    {
        using namespace std::chrono_literals;
        return make() && write([&] {
                   addTarget(1, QStringLiteral("cms-hook"));
                   addTarget(2, QStringLiteral("spark-site"));
                   for (int minute = 0; minute < 24 * 60; minute += 3) {
                       const Timestamp at = clock.time - std::chrono::minutes(minute);
                       const int busy = 20 + (minute % 180) / 4;
                       db->note(ActivityKind::Accepted, {1}, at, busy);
                       db->note(ActivityKind::Delivered, {1}, at, busy - 1);
                       db->note(latencyKind(4 + minute % 4), {1}, at, busy);
                       db->note(latencyKind(8), {1}, at, 1 + busy / 15);
                       if (minute % 60 < 9)
                           db->note(ActivityKind::Failed, {2}, at, 1 + minute % 4);
                       if (minute % 90 < 6)
                           db->note(ActivityKind::Cancelled, {1}, at, 4);
                       db->note(ActivityKind::AttemptFailed, {2}, at);
                   }
                   addDelivery(1, DeliveryState::Queued, 30s);
                   addDelivery(2, DeliveryState::Retrying, 2h + 5min, QStringLiteral("http-503"), 2);
                   addDelivery(3, DeliveryState::Failed, 3h, QStringLiteral("http-503"), 2);
                   addDelivery(4, DeliveryState::Failed, 4h, QStringLiteral("refused"), 2);
                   addDelivery(5, DeliveryState::Held, 5h);
               });
    }
    void open(const QSize &size = QSize(1092, 690))
    {
        reads = std::make_unique<ReadThread>(workspace);
        page = std::make_unique<OverviewPage>(engine, *reads, clock);
        page->resize(size);
        page->show();
    }
    template <class Control>
    [[nodiscard]] Control *find(const char *name) const
    {
        return page->findChild<Control *>(QLatin1String(name));
    }
    [[nodiscard]] QString figure(const char *name) const { return find<FigureButton>(name)->value(); }
    [[nodiscard]] bool waitFor(const char *name, const QString &value) const
    {
        return QTest::qWaitFor([&] { return figure(name) == value; });
    }
};

} // namespace callboard
