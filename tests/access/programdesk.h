// The whole desktop program on the demo's workspace, with a few deliveries in its log.
#pragma once

#include "app/demo/demoworld.h"
#include "app/desktop.h"
#include "ui/shell/mainwindow.h"

#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

namespace callboard {

class ProgramDesk {
public:
    // With QTest's macros in it: false means that it can't go on.
    [[nodiscard]] bool open(const QSize &size)
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        auto world = DemoWorld::create();
        if (!world)
            return false;
        m_world = std::move(*world);
        for (int i = 0; i < 6; ++i)
            m_world->platform().happen();
        m_desktop = std::make_unique<Desktop>(m_world->composition(), m_world->workspace(), QStringLiteral("Demo"));
        m_desktop->show();
        window().resize(size);
        return QTest::qWaitForWindowActive(&window())
            && QTest::qWaitFor([this] { return m_world->composition().engine().status().finished > 3; }, 20'000);
    }

    [[nodiscard]] MainWindow &window() const { return m_desktop->window(); }
    [[nodiscard]] QTableView *table(const char *name) const
    {
        return window().findChild<QTableView *>(QLatin1String(name));
    }
    [[nodiscard]] int rowsOf(const char *name) const
    {
        const QTableView *view = table(name);
        return view && view->model() ? view->model()->rowCount() : 0;
    }

    // The page with what it shows of a chosen row. False: its rows do not come.
    [[nodiscard]] bool show(int page) const
    {
        static constexpr const char *kTables[] = {nullptr, "deliveryTable", "targetTable", "assetTable"};
        window().setCurrentPage(page);
        if (page >= int(std::size(kTables)) || !kTables[page])
            return true;
        if (!QTest::qWaitFor([&] { return rowsOf(kTables[page]) > 0; }))
            return false;
        table(kTables[page])->selectRow(0);
        return true;
    }

private:
    QTemporaryDir m_settings;
    std::unique_ptr<DemoWorld> m_world;
    std::unique_ptr<Desktop> m_desktop;
};

} // namespace callboard
