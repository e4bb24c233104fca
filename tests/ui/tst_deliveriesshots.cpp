// The window filled with deliveries of every state, through every tab, light and dark. With CALLBOARD_SHOTS=DIR it
// saves a picture of each.
#include "core/payload/rendering.h"
#include "tests/ui/fakeplatformclient.h"
#include "tests/ui/windowfake.h"
#include "ui/deliveries/compare/comparedialog.h"
#include "ui/deliveries/deliverytable.h"
#include "ui/deliveries/list/daterange.h"
#include "ui/deliveries/replay/resenddialog.h"
#include "ui/look/flatstyle.h"
#include "ui/look/look.h"
#include "ui/look/palette.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/shortcutsdialog.h"
#include "ui/shell/truthline.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace callboard;

class TestDeliveriesShots : public QObject {
    Q_OBJECT

private slots:
    void theFilledWindowIsPictured();
    void payloadsAndDialogsArePictured();
    void whatChangedIsPictured();

private:
    void fillSource();
    void fillStories();
    void saveShot(QWidget &widget, const QString &name) const;

    QTemporaryDir m_dir;
    fakes::FakeWindow m_fake;
};

void TestDeliveriesShots::fillSource()
{
    using S = DeliveryState;
    struct Line {
        S state;
        const char *target;
        Trigger trigger;
        const char *asset;
        int attempts, status, merged, ms;
        bool doubt;
    };
    const Line lines[] = {
        {S::Waiting, "spark-site", Trigger::Rating, "556117", 0, 0, 13, -1, false},
        {S::Sending, "cms-ingest", Trigger::Success, "T1S04", 1, 0, 0, -1, false},
        {S::Failed, "cms-ingest", Trigger::Success, "6b48fbce-cd10-459c-b397-5673e4bbafaf", 3, 503, 0, 1240, false},
        {S::Delivered, "spark-site", Trigger::Moderation, "556114", 1, 200, 0, 38, false},
        {S::Retrying, "partner-feed", Trigger::Transcode, "9f2c1a77-0b1e-4a53-8b0e-2f8a6e1d4b1", 2, 429, 0, 112, false},
        {S::Retrying, "archive", Trigger::Progress, "T1S02", 1, 0, 0, 15000, true},
        {S::Held, "billing-hook", Trigger::Failure, "T1S01", 0, 0, 0, -1, false},
        {S::Cancelled, "old-cms", Trigger::Success, "T0S99", 1, 404, 0, 61, false},
        {S::Delivered, "cms-ingest", Trigger::Success, "T1S03", 1, 202, 0, 41, false},
    };
    m_fake.source.stored.clear();
    qint64 id = 4'600;
    for (int round = 0; round < 9; ++round) {
        for (const Line &line : lines) {
            const bool old = round < 8 && !isFinal(line.state);
            DeliveryRow row = fakes::row(++id, old ? S::Delivered : line.state, m_fake.clock);
            row.delivery.trigger = line.trigger;
            row.delivery.asset = QLatin1String(line.asset);
            row.delivery.attempts = old ? 1 : line.attempts;
            row.delivery.status = old ? 200 : line.status;
            row.delivery.merged = line.merged;
            row.delivery.createdAt = m_fake.clock.time - std::chrono::seconds(9 * (4'690 - id));
            row.targetName = QLatin1String(line.target);
            row.inDoubt = line.doubt && !old;
            if (old || line.ms >= 0)
                row.duration = std::chrono::milliseconds(old ? 40 + id % 50 : line.ms);
            m_fake.source.put(row);
        }
    }
    const Timestamp at = m_fake.clock.time - std::chrono::minutes(7);
    for (auto it = m_fake.source.stored.begin(); it != m_fake.source.stored.end(); ++it) {
        DeliveryDetail &detail = m_fake.source.details[it.key()];
        for (int number = 1; number <= it->delivery.attempts; ++number) {
            Attempt attempt;
            attempt.number = number;
            attempt.startedAt = at + std::chrono::minutes(2 * number);
            attempt.finishedAt = attempt.startedAt + std::chrono::milliseconds(1'240);
            attempt.requestHead =
                "POST /ingest HTTP/1.1\r\nHost: callback.example\r\n"
                "Content-Type: application/json\r\nUser-Agent: Callboard/0.1.0\r\nwebhook-id: msg_01\r\n"
                "Authorization: \xE2\x80\xA2\xE2\x80\xA2\xE2\x80\xA2\r\nContent-Length: 412\r\n\r\n";
            attempt.requestBody = "{\"uuid\":\"6b48fbce-cd10-459c-b397-5673e4bbafaf\",\"assetName\":\"T1S03\","
                                  "\"inputUrl\":\"https://storage.example/T1S03.mp4\",\"username\":\"jonhdoe\","
                                  "\"startDate\":\"2019-02-14T20:32:48.898Z\",\"status\":\"finished\","
                                  "\"metadata\":{},\"duration\":120,\"published\":true}";
            attempt.exchange.outcome = Outcome::Rejected;
            attempt.exchange.errorClass = ErrorClass::Status;
            attempt.exchange.status = 503;
            attempt.exchange.remoteAddress = QStringLiteral("203.0.113.7:443");
            attempt.exchange.responseHead = "HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/plain\r\n"
                                            "Retry-After: 30\r\n\r\n";
            attempt.exchange.responseBody = "upstream not ready\n";
            using std::chrono::microseconds;
            attempt.exchange.timings = {microseconds(1'900),  microseconds(9'800),     microseconds(31'000),
                                        microseconds(31'400), microseconds(1'238'000), microseconds(1'240'000)};
            detail.attempts.append(attempt);
        }
        MediaEvent event;
        event.sourceId = QStringLiteral("evt-%1").arg(it.key());
        event.receivedAt = at;
        event.dataContentType = QStringLiteral("application/json");
        event.data = "{\"uuid\":\"6b48fbce\"}";
        detail.events = {event};
    }
    CallbackTarget target;
    target.id = TargetId{1};
    target.name = QStringLiteral("cms-ingest");
    target.url = QStringLiteral("https://callback.example/ingest");
    m_fake.source.targetList = {target};
}

void TestDeliveriesShots::saveShot(QWidget &widget, const QString &name) const
{
    const QString dir = qEnvironmentVariable("CALLBOARD_SHOTS");
    if (dir.isEmpty())
        return;
    QDir().mkpath(dir);
    for (int round = 0; round < 5; ++round) // layouts settle from the outside in
        QCoreApplication::sendPostedEvents();
    QVERIFY(widget.grab().save(dir + QLatin1Char('/') + name + QStringLiteral(".png")));
}

void TestDeliveriesShots::theFilledWindowIsPictured()
{
    QApplication::setStyle(new look::FlatStyle);
    fillSource();
    for (const bool dark : {false, true}) {
        QApplication::setPalette(dark ? look::darkPalette() : look::lightPalette());
        const QString suffix = dark ? QStringLiteral("-dark") : QStringLiteral("-light");
        auto window = m_fake.make(m_dir.path());
        window->setBadge(0, 3);
        window->setCurrentPage(0);
        window->resize(1280, 800);
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        auto *table = window->findChild<DeliveryTable *>();
        QTRY_COMPARE(table->model()->rowCount(), 81);
        window->truthLine().setWorkspaceProblem({});
        window->truthLine().setLedger({81, 81, 0, {}});
        DeliveryCounts counts;
        counts.waiting = 14;
        window->truthLine().setCounts(counts);
        window->truthLine().setEngine(m_fake.engine.now);
        saveShot(*window, QStringLiteral("list") + suffix);

        table->selectDelivery(DeliveryId{4'675});
        auto *explanation = window->findChild<QLabel *>(QStringLiteral("explanationLabel"));
        QTRY_VERIFY(!explanation->text().isEmpty());
        saveShot(*window, QStringLiteral("inspector") + suffix);
        auto *tabs = window->findChild<QTabWidget *>(QStringLiteral("inspectorTabs"));
        const QStringList names{QStringLiteral("payload"),  QStringLiteral("request"),  QStringLiteral("response"),
                                QStringLiteral("attempts"), QStringLiteral("absorbed"), QStringLiteral("changes")};
        for (int tab = 1; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            saveShot(*window, names[tab] + suffix);
        }
        window->messages().post({Message::Kind::Question,
                                 QStringLiteral("4711 was delivered already. Its receiver would get it a second time."),
                                 QStringLiteral("Replay anyway"),
                                 {}});
        tabs->setCurrentIndex(0);
        window->resize(960, 600);
        QTRY_COMPARE(window->size(), QSize(960, 600));
        saveShot(*window, QStringLiteral("small") + suffix);
        DeliveryFilter nothing;
        nothing.states = {DeliveryState::Failed, DeliveryState::Held};
        nothing.text = QStringLiteral("nowhere");
        window->findChild<DeliveriesPage *>()->setFilter(nothing);
        window->messages().dismiss();
        window->resize(1280, 800);
        QTRY_COMPARE(table->model()->rowCount(), 0);
        saveShot(*window, QStringLiteral("empty") + suffix);
        ShortcutsDialog sheet;
        sheet.show();
        saveShot(sheet, QStringLiteral("shortcuts") + suffix);
        QVERIFY(window->grab().toImage().pixelColor(640, 400).isValid());
    }
}

// Raw, hexadecimal, found and cut; a marked and noted delivery; chips; what is asked for before something is sent.
void TestDeliveriesShots::payloadsAndDialogsArePictured()
{
    QApplication::setStyle(new look::FlatStyle);
    fillSource();
    m_fake.source.stored[4'675].marked = true;
    m_fake.source.stored[4'675].note = QStringLiteral("Rang their desk: the ingest is restarted at noon");
    m_fake.source.stored[4'670].note = QStringLiteral("as 4675");
    Exchange &answer = m_fake.source.details[4'675].attempts.last().exchange;
    answer.truncated = true;
    answer.responseBody = "[" + QByteArray("{\"n\":1.10,\"who\":\"cms\"},").repeated(11'000);
    answer.responseHead.replace("text/plain", "application/json");
    answer.responseSize = 3'250'000;
    m_fake.source.details[4'675].attempts.last().requestBody.replace("\"duration\":120", "\"duration\":121");
    for (const bool dark : {false, true}) {
        QApplication::setPalette(dark ? look::darkPalette() : look::lightPalette());
        const QString suffix = dark ? QStringLiteral("-dark") : QStringLiteral("-light");
        auto window = m_fake.make(m_dir.path());
        window->resize(1280, 800);
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        auto *page = window->findChild<DeliveriesPage *>();
        auto *table = window->findChild<DeliveryTable *>();
        QTRY_COMPARE(table->model()->rowCount(), 81);
        DeliveryFilter filter;
        filter.since = m_fake.clock.time - std::chrono::hours(30);
        filter.until = m_fake.clock.time + std::chrono::hours(2);
        filter.cause = QStringLiteral("http-503");
        page->setFilter(filter);
        table->selectDelivery(DeliveryId{4'675});
        QTRY_VERIFY(window->findChild<QWidget *>(QStringLiteral("noteLine"))->isVisible());
        auto *tabs = window->findChild<QTabWidget *>(QStringLiteral("inspectorTabs"));
        tabs->setCurrentIndex(2);
        QTest::keyClick(table, Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("who"));
        saveShot(*window, QStringLiteral("find") + suffix);
        const auto click = [&window](const char *name) {
            window->findChild<QAbstractButton *>(QLatin1String(name))->click();
        };
        click("hexButton");
        saveShot(*window, QStringLiteral("hex") + suffix);
        click("rawButton");
        window->resize(960, 600);
        QTRY_COMPARE(window->size(), QSize(960, 600));
        saveShot(*window, QStringLiteral("raw-small") + suffix);
        QTest::keyClick(table, Qt::Key_D);
        QTRY_VERIFY(window->findChild<CompareDialog *>());
        saveShot(*window->findChild<CompareDialog *>(), QStringLiteral("compare") + suffix);
        ResendDialog resend(m_fake.source.stored[4'675], m_fake.source.targetList.constFirst());
        resend.show();
        saveShot(resend, QStringLiteral("resend") + suffix);
        DateRangeDialog range({*filter.since, *filter.until});
        range.show();
        saveShot(range, QStringLiteral("range") + suffix);
        QVERIFY(window->grab().toImage().pixelColor(480, 300).isValid());
    }
}

// Three deliveries with a story: rated in a window, an e-mail, one that a newer state took the place of.
void TestDeliveriesShots::fillStories()
{
    fillSource();
    using std::chrono::seconds;
    const QByteArray before = sampleEvent(Trigger::Transcode).data;
    QByteArray after = before;
    after.replace("<rating>0<", "<rating>4<").replace("<votecount>0<", "<votecount>1<");
    after.replace("<moderationstatus>0<", "<moderationstatus>2<")
        .replace("<externalid/>", "<externalid>bc-77</externalid>");
    after.replace("<injector>httpupload</injector>", "<mood>calm</mood>");
    after.replace("</user_lastname>", "</user_lastname>i"); // as the document prints it
    const Timestamp opened = m_fake.clock.time - seconds(71);
    DeliveryRow &rated = m_fake.source.stored[4'676];
    rated.delivery.latestEvent = EventId{14};
    rated.delivery.createdAt = opened;
    rated.delivery.window = std::chrono::minutes(1);
    rated.delivery.windowReason = QStringLiteral("widened to 1m: the asset changed 5 times in the 30s before");
    rated.delivery.merged = 13;
    DeliveryDetail &detail = m_fake.source.details[4'676];
    detail.events.clear();
    for (qint64 id = 1; id <= 14; ++id) {
        MediaEvent event = sampleEvent(Trigger::Rating);
        event.id = EventId{id};
        event.sourceId = QStringLiteral("rating-%1").arg(id);
        event.receivedAt = opened + seconds(4 * (id - 1));
        event.data = after;
        detail.events.append(event);
    }
    detail.lastSent = sampleEvent(Trigger::Transcode);
    detail.lastSentBy = DeliveryId{4'667};
    detail.projectZone = QStringLiteral("America/Toronto");
    Attempt attempt = m_fake.source.details[4'675].attempts.constFirst();
    attempt.startedAt = opened + seconds(60);
    attempt.finishedAt = attempt.startedAt + std::chrono::milliseconds(38);
    attempt.url = QStringLiteral("https://site.example/spark.py");
    attempt.requestHead.replace("/ingest", "/spark.py");
    attempt.exchange.outcome = Outcome::Delivered;
    attempt.exchange.errorClass = ErrorClass::None;
    attempt.exchange.status = 200;
    attempt.exchange.note = QStringLiteral("sent one at a time: the receiver closes the connection after each answer");
    detail.attempts = {attempt};
    DeliveryDetail &mail = m_fake.source.details[4'681];
    attempt.url = QStringLiteral("mailto:johndoe@epiclabs.example");
    attempt.requestHead = "Date: Tue, 14 Nov 2023 22:13:00 +0000\r\nFrom: callboard@example.org\r\n"
                          "To: johndoe@epiclabs.example\r\nSubject: T1S03 was published\r\n\r\n";
    attempt.exchange = {};
    attempt.exchange.outcome = Outcome::Delivered;
    attempt.exchange.protocol = Protocol::Smtp;
    attempt.exchange.status = 250;
    attempt.exchange.remoteAddress = QStringLiteral("203.0.113.25:587");
    attempt.exchange.responseHead = "250 2.0.0 Ok: queued as 4F1A22C0\r\n";
    mail.attempts = {attempt};
    DeliveryRow &old = m_fake.source.stored[4'680];
    old.delivery.supersededBy = DeliveryId{4'681};
    old.delivery.error = QStringLiteral("superseded by delivery 4681");
}

void TestDeliveriesShots::whatChangedIsPictured()
{
    QApplication::setStyle(new look::FlatStyle);
    fillStories();
    for (const bool dark : {false, true}) {
        QApplication::setPalette(dark ? look::darkPalette() : look::lightPalette());
        const QString suffix = dark ? QStringLiteral("-dark") : QStringLiteral("-light");
        FakePlatformClient platform;
        platform.refreshAnswer = [](const QString &asset) {
            RefreshedAsset refreshed;
            refreshed.asset.id = asset;
            refreshed.changes = {{"moderationstatus", QStringLiteral("2"), QStringLiteral("1")},
                                 {"tags", std::nullopt, QStringLiteral("baseball")}};
            return refreshed;
        };
        auto window = m_fake.make(m_dir.path(), &platform);
        window->resize(1280, 800);
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        auto *table = window->findChild<DeliveryTable *>();
        QTRY_COMPARE(table->model()->rowCount(), 81);
        auto *tabs = window->findChild<QTabWidget *>(QStringLiteral("inspectorTabs"));
        const auto child = [&](const char *name) { return window->findChild<QPushButton *>(QLatin1String(name)); };
        table->selectDelivery(DeliveryId{4'676});
        QTRY_COMPARE(tabs->tabText(5), QStringLiteral("Changes 6"));
        for (const auto &[tab, name] : {std::pair(3, "note"), std::pair(4, "window"), std::pair(5, "differences")}) {
            tabs->setCurrentIndex(tab);
            saveShot(*window, QLatin1String(name) + suffix);
        }
        child("recordButton")->click();
        saveShot(*window, QStringLiteral("record") + suffix);
        child("replayMenuButton")->click();
        auto *menu = window->findChild<QMenu *>(QStringLiteral("replayMenu"));
        QTRY_VERIFY(menu->isVisible());
        saveShot(*menu, QStringLiteral("replaymenu") + suffix);
        menu->close();
        window->findChild<QAction *>(QStringLiteral("refreshAction"))->trigger();
        QTRY_VERIFY(child("platformButton")->isVisible());
        saveShot(*window, QStringLiteral("platform") + suffix);
        child("differencesButton")->click();
        window->resize(960, 600);
        QTRY_COMPARE(window->size(), QSize(960, 600));
        saveShot(*window, QStringLiteral("changessmall") + suffix);
        window->resize(1280, 800);
        window->messages().dismiss();
        tabs->setCurrentIndex(4);
        table->selectDelivery(DeliveryId{4'680});
        QTRY_VERIFY(child("successorButton")->isVisible());
        saveShot(*window, QStringLiteral("superseded") + suffix);
        table->selectDelivery(DeliveryId{4'681});
        QTRY_VERIFY(!child("successorButton")->isVisible());
        tabs->setCurrentIndex(1);
        saveShot(*window, QStringLiteral("mail") + suffix);
        tabs->setCurrentIndex(5);
        saveShot(*window, QStringLiteral("firsttime") + suffix);
    }
}

QTEST_MAIN(TestDeliveriesShots)
#include "tst_deliveriesshots.moc"
