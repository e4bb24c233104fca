// A workspace on disk with targets in it, and the page that reads it.
#pragma once

#include "core/store/sql/database.h"
#include "core/store/tables/targetstore.h"
#include "tests/ui/fakeengineclient.h"
#include "ui/targets/targetspage.h"

#include <QTableView>
#include <QTemporaryDir>

#include <memory>

namespace callboard {

inline CallbackTarget targetNamed(const QString &name, const QString &url)
{
    CallbackTarget target;
    target.name = name;
    target.url = url;
    return target;
}

struct TargetDesk {
    QTemporaryDir directory;
    QString workspace = directory.filePath(QStringLiteral("ws/workspace.db"));
    FakeEngineClient engine;
    std::unique_ptr<ReadThread> reader;
    std::unique_ptr<TargetsPage> page;

    bool fill(const QList<CallbackTarget> &targets)
    {
        auto opened = Database::open(workspace, Database::Access::Write);
        if (!opened || !(*opened)->begin())
            return false;
        TargetStore store(**opened);
        for (CallbackTarget target : targets) {
            const auto id = store.reserve();
            if (!id)
                return false;
            target.id = *id;
            if (!store.save(target, SystemClock().now()))
                return false;
        }
        return (*opened)->commit().has_value();
    }
    void open()
    {
        reader = std::make_unique<ReadThread>(workspace);
        page = std::make_unique<TargetsPage>(engine, *reader);
        page->resize(1120, 620);
        page->show();
    }
    template <class Control>
    [[nodiscard]] Control *find(const char *name) const
    {
        return page->findChild<Control *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QTableView *table() const { return find<QTableView>("targetTable"); }
};

} // namespace callboard
