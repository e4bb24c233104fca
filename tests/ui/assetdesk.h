// A workspace on disk with assets in it, and the page that reads it in a window with a message bar.
#pragma once

#include "core/store/sql/database.h"
#include "core/store/tables/assetstore.h"
#include "core/store/tables/eventstore.h"
#include "core/store/tables/notificationstore.h"
#include "core/store/tables/projectstore.h"
#include "core/store/tables/targetstore.h"
#include "core/store/tables/workspacesettingsstore.h"
#include "tests/payload/samples.h"
#include "tests/ui/fakeengineclient.h"
#include "tests/ui/fakeplatformclient.h"
#include "ui/assets/assetspage.h"
#include "ui/shell/messagebar.h"

#include <QTableView>
#include <QTemporaryDir>
#include <QVBoxLayout>

#include <memory>

namespace callboard {

inline const QString kMovie = QStringLiteral("6b48fbce-cd10-459c-b397-5673e4bbafaf");
inline const QString kPhoto = QStringLiteral("556114");

class AssetDesk {
public:
    FakeEngineClient engine;
    FakePlatformClient platform;
    QTemporaryDir directory;
    QString workspace = directory.filePath(QStringLiteral("ws/workspace.db"));
    std::unique_ptr<ReadThread> reads;
    std::unique_ptr<QWidget> window;
    MessageBar *messages = nullptr;
    AssetsPage *page = nullptr;

    void open()
    {
        reads = std::make_unique<ReadThread>(workspace);
        window = std::make_unique<QWidget>();
        messages = new MessageBar(window.get());
        page = new AssetsPage(platform, engine, *reads, *messages, window.get());
        auto *column = new QVBoxLayout(window.get());
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(messages);
        column->addWidget(page, 1);
        window->resize(1120, 740);
        window->show();
    }
    template <class Control>
    [[nodiscard]] Control *find(const char *name) const
    {
        return window->findChild<Control *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QTableView *table() const { return find<QTableView>("assetTable"); }
    [[nodiscard]] static QString cell(const QAbstractItemView *view, int row, int column)
    {
        return view->model()->index(row, column).data().toString();
    }
    // What the row of that field says, of a table of facts.
    [[nodiscard]] static QString factIn(const QTableView *table, const QString &field, int column)
    {
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            if (cell(table, row, 0) == field)
                return cell(table, row, column);
        }
        return QStringLiteral("no such field");
    }
    void sayChanged() { emit engine.changed(EngineChange{}); }

    // Writing, one commit each; false: it was not written.
    bool addEvent(const QString &asset, Trigger trigger, const QByteArray &record, const QString &project = {})
    {
        MediaEvent event;
        event.id = {++m_events};
        event.source = QStringLiteral("/test");
        event.sourceId = QString::number(m_events);
        event.type = info(trigger).eventType;
        event.trigger = trigger;
        event.asset = asset;
        event.project = project;
        event.dataContentType = record.startsWith('<') ? QStringLiteral("application/xml")
                                                       : QStringLiteral("application/json");
        event.data = record;
        event.receivedAt = SystemClock().now() - std::chrono::seconds(40);
        return write([&](Database &db) { return EventStore(db).insert(event, event.fingerprint(), 0); });
    }
    bool addTarget(CallbackTarget target)
    {
        return write([&](Database &db) {
            TargetStore store(db);
            return store.reserve().and_then([&](TargetId id) {
                target.id = id;
                return store.save(target, SystemClock().now()).map([](const CallbackTarget &) {});
            });
        });
    }
    bool publish(const QString &id, const QByteArray &record)
    {
        MediaAsset asset;
        asset.id = id;
        asset.contentType = QStringLiteral("application/json");
        asset.record = record;
        asset.createdAt = SystemClock().now();
        return write([&](Database &db) { return AssetStore(db).insert(asset); });
    }
    bool addProject(const Project &project)
    {
        return write([&](Database &db) { return ProjectStore(db).save(project); });
    }
    bool addNotification(const EncoderNotification &notification)
    {
        return write([&](Database &db) { return NotificationStore(db).insert(notification); });
    }
    bool assign(NotificationId id, const QString &asset)
    {
        return write([&](Database &db) { return NotificationStore(db).assign(id, asset); });
    }
    bool setUpZencoder()
    {
        EncoderSettings settings;
        settings.apiKey.sealed = QByteArrayLiteral("sealed-key");
        return write([&](Database &db) { return WorkspaceSettingsStore(db).save(settings); });
    }
    bool addMovieAndPhoto()
    {
        return addProject({QStringLiteral("16"), QStringLiteral("Yankees"), {}, QStringLiteral("America/Toronto"), {}})
            && addEvent(kPhoto, Trigger::Moderation, sample(QStringLiteral("spark-media-callback-as-printed.xml")),
                        QStringLiteral("16"))
            && addEvent(kMovie, Trigger::Success, sample(QStringLiteral("lightflow-callback.json")));
    }

private:
    template <class Work>
    bool write(Work work)
    {
        auto opened = Database::open(workspace, Database::Access::Write);
        return opened && (*opened)->begin() && work(**opened) && (*opened)->commit();
    }

    qint64 m_events = 0;
};

// One of job 172151, as Zencoder sends it.
inline EncoderNotification zencoderNotification(qint64 id, const QString &part, const QString &state)
{
    EncoderNotification notification;
    notification.id = {id};
    notification.jobId = QStringLiteral("172151");
    notification.part = part;
    notification.state = state;
    notification.contentType = QStringLiteral("application/json");
    notification.body = QStringLiteral(R"({"job":{"id":172151,"state":"%1"},"part":"%2"})").arg(state, part).toUtf8();
    notification.receivedAt = SystemClock().now() - std::chrono::minutes(3);
    return notification;
}

} // namespace callboard
