// The deliveries' page in a window of its own, around the fakes, with a message bar above it.
#pragma once

#include "tests/ui/deliveryfakes.h"
#include "ui/deliveries/deliveriespage.h"
#include "ui/deliveries/deliveryinspector.h"
#include "ui/deliveries/deliverytable.h"
#include "ui/shell/messagebar.h"

#include <QTest>
#include <QVBoxLayout>

namespace callboard::fakes {

struct DeliveryBench {
    StillClock clock;
    MemorySource source;
    NotingEngine engine;
    QWidget window; // after what its page refers to: it goes first
    MessageBar *messages = nullptr;
    DeliveriesPage *page = nullptr;
    DeliveryTable *table = nullptr;
    DeliveryInspector *inspector = nullptr;

    // With what was put into the source before.
    void start(PlatformClient *platform = nullptr)
    {
        window.resize(1100, 700);
        messages = new MessageBar;
        page = new DeliveriesPage(source, engine, *messages, clock, nullptr, platform);
        auto *column = new QVBoxLayout(&window);
        column->addWidget(messages);
        column->addWidget(page);
        table = page->findChild<DeliveryTable *>();
        inspector = page->findChild<DeliveryInspector *>();
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTRY_COMPARE(table->model()->rowCount(), int(source.stored.size()));
        table->setFocus();
    }

    template <class T>
    [[nodiscard]] T *child(const char *name) const
    {
        return window.findChild<T *>(QLatin1String(name));
    }

    [[nodiscard]] QAction *action(const char *name) const { return child<QAction>(name); }
};

} // namespace callboard::fakes
