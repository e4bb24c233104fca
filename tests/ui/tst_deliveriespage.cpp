// The deliveries' page as an operator uses it: keys, chip, replay, filter, empty states.
#include "tests/ui/deliveryfakes.h"
#include "ui/deliveries/content/headtable.h"
#include "ui/deliveries/deliveriespage.h"
#include "ui/deliveries/deliveryinspector.h"
#include "ui/deliveries/deliverytable.h"
#include "ui/deliveries/filterbar.h"
#include "ui/deliveries/followchip.h"
#include "ui/look/payloadview.h"
#include "ui/shell/messagebar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QVBoxLayout>

using namespace callboard;

class TestDeliveriesPage : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aFailedDeliveryIsReplayedByOneKeyAndTheNewOneIsSelected();
    void aReplayThatTheFilterHidesIsOfferedToBeShown();
    void aDeliveredOneAsksOnceBeforeItIsReplayed();
    void dismissingTheQuestionReplaysNothing();
    void aDeliveryOnItsWayIsNotReplayed();
    void replayAllThatMatchAsksWithTheCountAndGoesOldestFirst();
    void selectingStopsFollowingAndTheChipCounts();
    void theFollowKeyReturnsToTheNewest();
    void slashGoesToTheFilterAndLettersAreTextThere();
    void escapeGoesBackToTheListThenClearsTheFilter();
    void nothingYetNothingMatchesAndCannotLoadAreThreeTexts();
    void theInspectorShowsTheRequestAndExplainsTheFailure();
    void copyAsCurlPutsTheRequestOnTheClipboard();
    void aDoubleClickGoesToTheInspector();
    void aReceiversMarkupStaysText();
    void everyControlHasANameAndAnAccessibleName();

private:
    void start();
    void select(qint64 id);
    template <class T>
    [[nodiscard]] T *child(const char *name) const
    {
        return m_window->findChild<T *>(QLatin1String(name));
    }

    fakes::StillClock m_clock;
    std::unique_ptr<fakes::MemorySource> m_source;
    std::unique_ptr<fakes::NotingEngine> m_engine;
    std::unique_ptr<QWidget> m_window;
    MessageBar *m_messages = nullptr;
    DeliveriesPage *m_page = nullptr;
    DeliveryTable *m_table = nullptr;
};

void TestDeliveriesPage::init()
{
    m_source = std::make_unique<fakes::MemorySource>();
    m_engine = std::make_unique<fakes::NotingEngine>();
    CallbackTarget target;
    target.id = TargetId{1};
    target.name = QStringLiteral("cms-hook");
    target.url = QStringLiteral("https://receiver.example/hook");
    m_source->targetList = {target};
    m_source->put(fakes::row(1, DeliveryState::Delivered, m_clock));
    m_source->put(fakes::row(2, DeliveryState::Failed, m_clock));
    m_source->put(fakes::row(3, DeliveryState::Sending, m_clock));
    m_engine->makeReplay = [this](DeliveryId id) {
        DeliveryRow made = fakes::row(id.value + 100, DeliveryState::Queued, m_clock);
        made.delivery.replayOf = id;
        m_source->put(made);
        return made.delivery.id;
    };
}

void TestDeliveriesPage::start()
{
    m_window = std::make_unique<QWidget>();
    m_window->resize(1100, 700);
    auto *layout = new QVBoxLayout(m_window.get());
    m_messages = new MessageBar;
    m_page = new DeliveriesPage(*m_source, *m_engine, *m_messages, m_clock);
    layout->addWidget(m_messages);
    layout->addWidget(m_page);
    m_table = m_page->findChild<DeliveryTable *>();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    const int expected = int(m_source->stored.size());
    QTRY_COMPARE(m_table->model()->rowCount(), expected);
    m_table->setFocus();
}

void TestDeliveriesPage::cleanup()
{
    m_window.reset();
    m_engine.reset();
    m_source.reset();
}

void TestDeliveriesPage::select(qint64 id)
{
    m_table->selectDelivery(DeliveryId{id});
    auto *inspector = m_page->findChild<DeliveryInspector *>();
    QCOMPARE(inspector->current(), DeliveryId{id});
    QVERIFY(inspector->isVisible());
}

void TestDeliveriesPage::aFailedDeliveryIsReplayedByOneKeyAndTheNewOneIsSelected()
{
    start();
    select(2);
    QTest::keyClick(m_table, Qt::Key_R);
    QCOMPARE(m_engine->replayed, QList<DeliveryId>{DeliveryId{2}});
    auto *inspector = m_page->findChild<DeliveryInspector *>();
    QTRY_COMPARE(inspector->current(), DeliveryId{102});
    QCOMPARE(m_messages->text(), QStringLiteral("Replay of 2 is on its way."));
    QCOMPARE(m_table->currentIndex().row(), 0);
    QTRY_COMPARE(child<QPushButton>("originButton")->text(), QStringLiteral("Replay of 2, same bytes"));
}

void TestDeliveriesPage::aReplayThatTheFilterHidesIsOfferedToBeShown()
{
    start();
    DeliveryFilter failed;
    failed.states = {DeliveryState::Failed};
    m_page->setFilter(failed);
    QTRY_COMPARE(m_table->model()->rowCount(), 1);
    select(2);
    QTest::keyClick(m_table, Qt::Key_R);
    QTRY_COMPARE(child<QPushButton>("messageActionButton")->text(), QStringLiteral("Show it"));
    QTest::mouseClick(child<QPushButton>("messageActionButton"), Qt::LeftButton);
    auto *inspector = m_page->findChild<DeliveryInspector *>();
    QTRY_COMPARE(inspector->current(), DeliveryId{102});
    QVERIFY(child<FilterBar>("filterBar")->isEmpty());
}

void TestDeliveriesPage::aDeliveredOneAsksOnceBeforeItIsReplayed()
{
    start();
    select(1);
    QTest::keyClick(m_table, Qt::Key_R);
    QVERIFY(m_engine->replayed.isEmpty());
    QVERIFY(m_messages->text().contains(QStringLiteral("delivered already")));
    auto *action = child<QPushButton>("messageActionButton");
    QVERIFY(action->hasFocus());
    QTest::keyClick(action, Qt::Key_Space);
    QCOMPARE(m_engine->replayed, QList<DeliveryId>{DeliveryId{1}});
}

void TestDeliveriesPage::dismissingTheQuestionReplaysNothing()
{
    start();
    select(1);
    QTest::keyClick(m_table, Qt::Key_R);
    QTest::keyClick(child<QPushButton>("messageActionButton"), Qt::Key_Escape);
    QVERIFY(!m_messages->isOpen());
    QVERIFY(m_engine->replayed.isEmpty());
    QVERIFY2(m_table->hasFocus(), "the keyboard is back where it was");
}

void TestDeliveriesPage::aDeliveryOnItsWayIsNotReplayed()
{
    start();
    select(3);
    QTest::keyClick(m_table, Qt::Key_R);
    QVERIFY(m_engine->replayed.isEmpty());
    QVERIFY(m_messages->text().contains(QStringLiteral("still on its way")));
    QTRY_VERIFY(!child<QPushButton>("replayButton")->isEnabled());
}

void TestDeliveriesPage::replayAllThatMatchAsksWithTheCountAndGoesOldestFirst()
{
    for (int id = 10; id < 1'211; ++id)
        m_source->put(fakes::row(id, DeliveryState::Failed, m_clock));
    m_window = std::make_unique<QWidget>();
    auto *layout = new QVBoxLayout(m_window.get());
    m_messages = new MessageBar;
    m_page = new DeliveriesPage(*m_source, *m_engine, *m_messages, m_clock);
    layout->addWidget(m_messages);
    layout->addWidget(m_page);
    m_table = m_page->findChild<DeliveryTable *>();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_engine->makeReplay = nullptr;
    DeliveryFilter failed;
    failed.states = {DeliveryState::Failed};
    m_page->setFilter(failed);
    m_table->setFocus();
    QTest::keyClick(m_table, Qt::Key_R, Qt::ShiftModifier);
    QTRY_COMPARE(child<QPushButton>("messageActionButton")->text(), QStringLiteral("Replay 1,202"));
    QVERIFY(m_engine->replayed.isEmpty());
    QTest::mouseClick(child<QPushButton>("messageActionButton"), Qt::LeftButton);
    QTRY_COMPARE(m_messages->text(), QStringLiteral("Replays of 1,202 deliveries are on their way."));
    QCOMPARE(m_engine->replayed.size(), 1'202);
    QVERIFY(std::is_sorted(m_engine->replayed.begin(), m_engine->replayed.end()));
    QCOMPARE(m_engine->replayCalls.size(), 3);
}

void TestDeliveriesPage::selectingStopsFollowingAndTheChipCounts()
{
    start();
    auto *chip = child<FollowChip>("followButton");
    QCOMPARE(chip->text(), QStringLiteral("Following"));
    QTest::keyClick(m_table, Qt::Key_Down);
    QCOMPARE(chip->text(), QStringLiteral("Follow"));
    const QModelIndex chosen = m_table->currentIndex();
    QVERIFY(chosen.isValid());
    const QPersistentModelIndex kept = chosen;
    m_source->put(fakes::row(4, DeliveryState::Queued, m_clock));
    m_source->put(fakes::row(5, DeliveryState::Queued, m_clock));
    emit m_engine->changed({{DeliveryId{4}, DeliveryId{5}}, false});
    QTRY_COMPARE(chip->text(), QStringLiteral("2 new"));
    QCOMPARE(m_table->currentIndex(), QModelIndex(kept));
}

void TestDeliveriesPage::theFollowKeyReturnsToTheNewest()
{
    start();
    for (const auto key : {Qt::Key_F, Qt::Key_End}) {
        QTest::keyClick(m_table, Qt::Key_Down);
        const int before = m_table->model()->rowCount();
        m_source->put(fakes::row(200 + before, DeliveryState::Queued, m_clock));
        emit m_engine->changed({{DeliveryId{200 + before}}, false});
        QTest::keyClick(m_table, key);
        QTRY_COMPARE(m_table->model()->rowCount(), before + 1);
        QCOMPARE(child<FollowChip>("followButton")->text(), QStringLiteral("Following"));
    }
}

void TestDeliveriesPage::slashGoesToTheFilterAndLettersAreTextThere()
{
    start();
    select(2);
    QTest::keyClick(m_table, Qt::Key_Slash);
    auto *edit = child<QLineEdit>("filterEdit");
    QVERIFY(edit->hasFocus());
    QTest::keyClicks(edit, QStringLiteral("asset-2r"));
    QVERIFY2(m_engine->replayed.isEmpty(), "R is a letter here");
    QTRY_COMPARE(m_table->model()->rowCount(), 0);
    QTest::keyClick(edit, Qt::Key_Backspace);
    QTRY_COMPARE(m_table->model()->rowCount(), 1);
}

void TestDeliveriesPage::escapeGoesBackToTheListThenClearsTheFilter()
{
    start();
    QTest::keyClick(m_table, Qt::Key_Slash);
    auto *edit = child<QLineEdit>("filterEdit");
    QTest::keyClicks(edit, QStringLiteral("asset-2"));
    QTRY_COMPARE(m_table->model()->rowCount(), 1);
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(m_table->hasFocus());
    QCOMPARE(m_table->model()->rowCount(), 1);
    QTest::keyClick(m_table, Qt::Key_Escape);
    QTRY_COMPARE(m_table->model()->rowCount(), 3);
    QVERIFY(edit->text().isEmpty());
}

void TestDeliveriesPage::nothingYetNothingMatchesAndCannotLoadAreThreeTexts()
{
    m_source->stored.clear();
    start();
    auto *button = child<QPushButton>("emptyActionButton");
    QTRY_VERIFY(button->isVisible());
    QCOMPARE(button->text(), QStringLiteral("Fire an event"));
    QSignalSpy fired(m_page, &DeliveriesPage::fireEventRequested);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(fired.size(), 1);

    DeliveryFilter filter;
    filter.text = QStringLiteral("nowhere");
    m_page->setFilter(filter);
    QTRY_COMPARE(button->text(), QStringLiteral("Clear filter"));
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(button->text(), QStringLiteral("Fire an event"));

    emit m_source->failed(QStringLiteral("disk full"));
    QTRY_COMPARE(button->text(), QStringLiteral("Try again"));
}

void TestDeliveriesPage::theInspectorShowsTheRequestAndExplainsTheFailure()
{
    Attempt attempt;
    attempt.url = QStringLiteral("https://receiver.example/hook");
    attempt.requestHead = "POST /hook HTTP/1.1\r\nHost: receiver.example\r\nContent-Type: application/json\r\n\r\n";
    attempt.requestBody = "{\"uuid\":\"6b48\"}";
    attempt.exchange.outcome = Outcome::Rejected;
    attempt.exchange.errorClass = ErrorClass::Status;
    attempt.exchange.status = 503;
    attempt.exchange.responseHead = "HTTP/1.1 503 Service Unavailable\r\n\r\n";
    attempt.exchange.responseBody = "upstream not ready";
    m_source->details[2].attempts = {attempt};
    start();
    select(2);
    auto *why = child<QLabel>("explanationLabel");
    QTRY_VERIFY(why->text().contains(QStringLiteral("receiver.example failed")));
    QCOMPARE(child<PayloadView>("payloadView")->text(), QStringLiteral("{\n  \"uuid\": \"6b48\"\n}"));
    QCOMPARE(child<HeadTable>("requestViewHeaders")->headText(),
             QStringLiteral("POST /hook HTTP/1.1\nHost: receiver.example\nContent-Type: application/json"));
    QCOMPARE(child<PayloadView>("requestView")->text(), QStringLiteral("{\n  \"uuid\": \"6b48\"\n}"));
    QCOMPARE(child<HeadTable>("responseViewHeaders")->headText(), QStringLiteral("HTTP/1.1 503 Service Unavailable"));
    QCOMPARE(child<PayloadView>("responseView")->text(), QStringLiteral("upstream not ready"));
}

void TestDeliveriesPage::copyAsCurlPutsTheRequestOnTheClipboard()
{
    Attempt attempt;
    attempt.url = QStringLiteral("https://receiver.example/hook");
    attempt.requestHead = "POST /hook HTTP/1.1\r\nHost: receiver.example\r\n\r\n";
    attempt.requestBody = "x";
    m_source->details[2].attempts = {attempt};
    start();
    select(2);
    QTRY_VERIFY(child<QPushButton>("copyCurlButton")->isEnabled());
    QTest::keyClick(m_table, Qt::Key_C);
    QVERIFY2(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("curl ")),
             qPrintable(m_messages->text() + QGuiApplication::clipboard()->text()));
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("'https://receiver.example/hook'")));
}

void TestDeliveriesPage::aDoubleClickGoesToTheInspector()
{
    Attempt attempt;
    attempt.url = QStringLiteral("https://receiver.example/hook");
    attempt.requestHead = "POST /hook HTTP/1.1\r\nHost: receiver.example\r\n\r\n";
    attempt.requestBody = "{}";
    m_source->details[2].attempts = {attempt};
    start();
    const QPoint middle = m_table->visualRect(m_table->model()->index(1, DeliveryListModel::Asset)).center();
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, middle);
    auto *inspector = m_page->findChild<DeliveryInspector *>();
    QTRY_VERIFY(!child<PayloadView>("payloadView")->text().isEmpty());
    QTest::mouseDClick(m_table->viewport(), Qt::LeftButton, {}, middle);
    QVERIFY(inspector->isAncestorOf(QApplication::focusWidget()));
}

void TestDeliveriesPage::aReceiversMarkupStaysText()
{
    DeliveryRow row = fakes::row(2, DeliveryState::Failed, m_clock);
    row.delivery.asset = QStringLiteral("<b>bold</b>");
    m_source->put(row);
    Attempt attempt;
    attempt.exchange.outcome = Outcome::NotSent;
    attempt.exchange.errorClass = ErrorClass::Tls;
    attempt.exchange.errorText = QStringLiteral("<img src='file:///etc/passwd'>");
    m_source->details[2].attempts = {attempt};
    start();
    select(2);
    auto *why = child<QLabel>("explanationLabel");
    QTRY_VERIFY(why->text().contains(QStringLiteral("<img")));
    for (const QLabel *label : m_window->findChildren<QLabel *>()) {
        if (!label->text().isEmpty())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
    const QString tip = m_table->model()->index(1, DeliveryListModel::Asset).data(Qt::ToolTipRole).toString();
    QCOMPARE(tip, QStringLiteral("&lt;b&gt;bold&lt;/b&gt;"));
}

void TestDeliveriesPage::everyControlHasANameAndAnAccessibleName()
{
    start();
    select(2);
    for (QWidget *widget : m_page->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible())
            continue;
        const auto *button = qobject_cast<QAbstractButton *>(widget);
        const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty())
            || qobject_cast<QLabel *>(widget) || qobject_cast<QTabBar *>(widget) || widget->focusProxy();
        QVERIFY2(named, qPrintable(QString::fromLatin1(widget->metaObject()->className()) + widget->objectName()));
        QVERIFY2(!widget->objectName().isEmpty() || widget->focusProxy(), widget->metaObject()->className());
    }
}

QTEST_MAIN(TestDeliveriesPage)
#include "tst_deliveriespage.moc"
