// Choosing without a mouse, what that does to following, what becomes of a replay's message, and where an old attempt
// went.
#include "tests/ui/deliveryfakes.h"
#include "ui/deliveries/deliveriespage.h"
#include "ui/deliveries/deliveryinspector.h"
#include "ui/deliveries/deliverytable.h"
#include "ui/deliveries/followchip.h"
#include "ui/look/elidedlabel.h"
#include "ui/look/look.h"
#include "ui/shell/messagebar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

using namespace callboard;

class TestDeliveryKeys : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }
    void init();
    void cleanup();
    void theFirstKeySelectsTheNewest_data();
    void theFirstKeySelectsTheNewest();
    void theRowWithTheKeyboardHasARing();
    void spaceOnASelectedListStopsFollowing();
    void aReplayStopsFollowing();
    void theMessageSaysHowAReplayEnded_data();
    void theMessageSaysHowAReplayEnded();
    void severalReplaysAreCounted();
    void anotherMessageIsLeftAlone();
    void anOldAttemptIsShownAndCopiedWithItsOwnAddress();
    void jAndKMove();
    void controlAndCCopiesTheRowsAsTheyAreShown();

private:
    void end(qint64 id, DeliveryState state, const QString &error = {});
    [[nodiscard]] QString chip() const { return m_window->findChild<FollowChip *>()->text(); }

    fakes::StillClock m_clock;
    std::unique_ptr<fakes::MemorySource> m_source;
    std::unique_ptr<fakes::NotingEngine> m_engine;
    std::unique_ptr<QWidget> m_window;
    MessageBar *m_messages = nullptr;
    DeliveryTable *m_table = nullptr;
    DeliveryInspector *m_inspector = nullptr;
};

void TestDeliveryKeys::init()
{
    m_source = std::make_unique<fakes::MemorySource>();
    m_engine = std::make_unique<fakes::NotingEngine>();
    CallbackTarget target;
    target.id = TargetId{1};
    target.url = QStringLiteral("https://receiver.example/new");
    m_source->targetList = {target};
    for (const qint64 id : {1, 2, 3})
        m_source->put(fakes::row(id, DeliveryState::Failed, m_clock));
    Attempt attempt;
    attempt.url = QStringLiteral("http://127.0.0.1:1/old");
    attempt.requestHead = "POST /old HTTP/1.1\r\nHost: 127.0.0.1:1\r\n\r\n";
    attempt.exchange.outcome = Outcome::NotSent;
    attempt.exchange.errorClass = ErrorClass::Refused;
    m_source->details[3].attempts = {attempt};
    m_engine->makeReplay = [this](DeliveryId id) {
        m_source->put(fakes::row(id.value + 100, DeliveryState::Queued, m_clock));
        return DeliveryId{id.value + 100};
    };
    m_window = std::make_unique<QWidget>();
    m_window->resize(1100, 700);
    auto *layout = new QVBoxLayout(m_window.get());
    m_messages = new MessageBar;
    auto *page = new DeliveriesPage(*m_source, *m_engine, *m_messages, m_clock);
    layout->addWidget(m_messages);
    layout->addWidget(page);
    m_table = page->findChild<DeliveryTable *>();
    m_inspector = page->findChild<DeliveryInspector *>();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_COMPARE(m_table->model()->rowCount(), 3);
    m_table->setFocus();
}

void TestDeliveryKeys::cleanup()
{
    m_window.reset();
    m_engine.reset();
    m_source.reset();
}

void TestDeliveryKeys::end(qint64 id, DeliveryState state, const QString &error)
{
    DeliveryRow row = fakes::row(id, state, m_clock);
    row.delivery.error = error;
    m_source->put(row);
    emit m_engine->changed({{DeliveryId{id}}, false});
}

void TestDeliveryKeys::theFirstKeySelectsTheNewest_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("down") << Qt::Key_Down;
    QTest::newRow("j") << Qt::Key_J;
    QTest::newRow("space") << Qt::Key_Space;
}

void TestDeliveryKeys::theFirstKeySelectsTheNewest()
{
    QFETCH(Qt::Key, key);
    QCOMPARE(chip(), QStringLiteral("Following"));
    QTest::keyClick(m_table, key);
    QCOMPARE(m_table->selectedRows(), QList<int>{0});
    QCOMPARE(m_inspector->current(), DeliveryId{3});
    QCOMPARE(chip(), QStringLiteral("Follow"));
}

void TestDeliveryKeys::theRowWithTheKeyboardHasARing()
{
    const QColor accent = m_table->palette().color(QPalette::Link);
    const auto ringed = [&](int row) {
        const QImage image = m_table->viewport()->grab().toImage();
        const QRect rect = m_table->visualRect(m_table->model()->index(row, DeliveryListModel::Asset));
        int found = 0;
        for (int x = rect.left(); x <= rect.right(); ++x)
            found += image.pixelColor(x, rect.top()) == accent ? 1 : 0;
        return found == rect.width();
    };
    QTest::keyClick(m_table, Qt::Key_Down);
    QVERIFY(ringed(0));
    QTest::keyClick(m_table, Qt::Key_Down);
    QVERIFY(!ringed(0));
    QVERIFY(ringed(1));
    auto *edit = m_inspector->findChild<QPushButton *>(QStringLiteral("editTargetButton"));
    QTRY_VERIFY(edit->isEnabled());
    edit->setFocus();
    QVERIFY(!ringed(1));
}

void TestDeliveryKeys::spaceOnASelectedListStopsFollowing()
{
    m_table->selectRow(1);
    QTest::keyClick(m_table, Qt::Key_F);
    QTRY_COMPARE(m_table->selectedRows(), QList<int>{1});
    QCOMPARE(chip(), QStringLiteral("Following"));
    QTest::keyClick(m_table, Qt::Key_Space, Qt::ControlModifier); // takes it out again
    QCOMPARE(m_table->selectedRows(), QList<int>{});
    QCOMPARE(chip(), QStringLiteral("Follow"));
}

void TestDeliveryKeys::aReplayStopsFollowing()
{
    QTest::keyClick(m_table, Qt::Key_Down);
    QTest::keyClick(m_table, Qt::Key_F);
    QTRY_COMPARE(chip(), QStringLiteral("Following"));
    QTRY_COMPARE(m_table->selectedRows(), QList<int>{0});
    QTest::keyClick(m_table, Qt::Key_R);
    QTRY_COMPARE(m_inspector->current(), DeliveryId{103});
    QCOMPARE(chip(), QStringLiteral("Follow"));
    QCOMPARE(m_table->selectedRows(), QList<int>{0});
}

void TestDeliveryKeys::theMessageSaysHowAReplayEnded_data()
{
    QTest::addColumn<DeliveryState>("state");
    QTest::addColumn<QString>("error");
    QTest::addColumn<QString>("said");
    QTest::newRow("delivered") << DeliveryState::Delivered << QString() << QStringLiteral("Replay of 3 was delivered.");
    QTest::newRow("failed") << DeliveryState::Failed << QStringLiteral("127.0.0.1 refused the connection (port 1).")
                            << QStringLiteral("Replay of 3 failed: 127.0.0.1 refused the connection (port 1).");
    QTest::newRow("cancelled") << DeliveryState::Cancelled << QString() << QStringLiteral("Replay of 3 was cancelled.");
}

void TestDeliveryKeys::theMessageSaysHowAReplayEnded()
{
    QFETCH(DeliveryState, state);
    QFETCH(QString, error);
    QFETCH(QString, said);
    QTest::keyClick(m_table, Qt::Key_Down);
    QTest::keyClick(m_table, Qt::Key_R);
    QTRY_COMPARE(m_messages->text(), QStringLiteral("Replay of 3 is on its way."));
    end(103, DeliveryState::Sending);
    QTest::qWait(20);
    QCOMPARE(m_messages->text(), QStringLiteral("Replay of 3 is on its way."));
    end(103, state, error);
    QTRY_COMPARE(m_messages->text(), said);
}

void TestDeliveryKeys::severalReplaysAreCounted()
{
    m_table->selectAll();
    QTest::keyClick(m_table, Qt::Key_R);
    QTRY_COMPARE(m_messages->text(), QStringLiteral("Replays of 3 deliveries are on their way."));
    end(101, DeliveryState::Delivered);
    end(102, DeliveryState::Failed);
    end(103, DeliveryState::Delivered);
    QTRY_COMPARE(m_messages->text(), QStringLiteral("The 3 replays ended: 2 delivered, 1 not delivered."));
}

void TestDeliveryKeys::anotherMessageIsLeftAlone()
{
    QTest::keyClick(m_table, Qt::Key_Down);
    QTest::keyClick(m_table, Qt::Key_R);
    QTRY_VERIFY(m_messages->isOpen());
    m_messages->post({Message::Kind::Info, QStringLiteral("Something else."), {}, {}});
    end(103, DeliveryState::Delivered);
    QTest::qWait(20);
    QCOMPARE(m_messages->text(), QStringLiteral("Something else."));
}

void TestDeliveryKeys::anOldAttemptIsShownAndCopiedWithItsOwnAddress()
{
    QTest::keyClick(m_table, Qt::Key_Down);
    auto *copy = m_inspector->findChild<QPushButton *>(QStringLiteral("copyCurlButton"));
    QTRY_VERIFY(copy->isEnabled());
    const QString why = m_inspector->findChild<QLabel *>(QStringLiteral("explanationLabel"))->text();
    QVERIFY2(why.startsWith(QStringLiteral("127.0.0.1 refused the connection (port 1)")), qPrintable(why));
    QCOMPARE(m_inspector->findChild<ElidedLabel *>(QStringLiteral("headlineLabel"))->fullText(),
             QStringLiteral("POST http://127.0.0.1:1/old → no answer"));
    QTest::keyClick(m_table, Qt::Key_C);
    const QString command = QGuiApplication::clipboard()->text();
    QVERIFY2(command.contains(QStringLiteral("'http://127.0.0.1:1/old'")), qPrintable(command));
    QVERIFY(!command.contains(QStringLiteral("receiver.example")));
}

void TestDeliveryKeys::jAndKMove()
{
    m_table->selectDelivery(DeliveryId{3});
    QTest::keyClick(m_table, Qt::Key_J);
    QCOMPARE(m_table->currentIndex().row(), 1);
    QTest::keyClick(m_table, Qt::Key_J);
    QTest::keyClick(m_table, Qt::Key_K);
    QCOMPARE(m_table->currentIndex().row(), 1);
}

void TestDeliveryKeys::controlAndCCopiesTheRowsAsTheyAreShown()
{
    m_table->selectDelivery(DeliveryId{2});
    QTest::keyClick(m_table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("Delivery\tState\tTarget\tEvent\tAsset\tAttempts\tStatus\tDuration\tWhen\tMark\n"
                            "2\tFailed\tcms-hook\tpublished\tasset-2\t1\t\t\t2023-11-14T22:13:08.000Z\t"));
}

QTEST_MAIN(TestDeliveryKeys)
#include "tst_deliverykeys.moc"
