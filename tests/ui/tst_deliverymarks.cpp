// What one keeps of deliveries and how one narrows the log: marks, notes, a replay to another URL, payloads saved,
// columns as one likes them, a range of time, chips. By keyboard and menu.
#include "tests/ui/deliveryfakes.h"
#include "ui/deliveries/deliveriespage.h"
#include "ui/deliveries/deliveryinspector.h"
#include "ui/deliveries/deliverytable.h"
#include "ui/deliveries/filterbar.h"
#include "ui/deliveries/list/daterange.h"
#include "ui/deliveries/list/deliverycolumns.h"
#include "ui/deliveries/list/filterchip.h"
#include "ui/deliveries/replay/resenddialog.h"
#include "ui/look/look.h"
#include "ui/shell/messagebar.h"

#include <QAction>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace callboard;
using Model = DeliveryListModel;

class TestDeliveryMarks : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }
    void init();
    void cleanup();
    void spaceMarksTheSelectionAndTakesTheMarkOff();
    void theListCanBeNarrowedToWhatIsMarked();
    void nWritesANoteThatEnterKeeps();
    void escapeLeavesANoteAsItWas();
    void aDeliveryGoesToAnotherUrlThisOnce();
    void anAddressThatCannotBeIsRefusedWithItsReason();
    void thePayloadIsSavedByteForByte();
    void columnsAreMovedResizedAndHiddenAndKept();
    void columnsOfALaterVersionAreUnderstood();
    void aColumnNeverPushesAnotherOutOfSight();
    void aRangeOfTimeIsChosen();
    void lastHourStaysAnAge();
    void whatTheMenuChoseIsAChipThatCanBeTakenOff();
    void controlAndFFindsInThePayload();

private:
    template <class T>
    [[nodiscard]] T *child(const char *name) const
    {
        return m_window->findChild<T *>(QString::fromLatin1(name));
    }
    void trigger(int column, const QString &text);
    [[nodiscard]] QHeaderView *header() const { return m_table->horizontalHeader(); }

    fakes::StillClock m_clock;
    std::unique_ptr<fakes::MemorySource> m_source;
    std::unique_ptr<fakes::NotingEngine> m_engine;
    std::unique_ptr<QWidget> m_window;
    MessageBar *m_messages = nullptr;
    DeliveriesPage *m_page = nullptr;
    DeliveryTable *m_table = nullptr;
};

void TestDeliveryMarks::init()
{
    m_source = std::make_unique<fakes::MemorySource>();
    m_engine = std::make_unique<fakes::NotingEngine>();
    CallbackTarget target;
    target.id = TargetId{1};
    target.name = QStringLiteral("cms-hook");
    target.url = QStringLiteral("https://receiver.example/hook");
    target.headers = {{QStringLiteral("Authorization"), {}, QByteArray("sealed"), true, true}};
    m_source->targetList = {target};
    Attempt attempt;
    attempt.url = target.url;
    attempt.requestHead = "POST /hook HTTP/1.1\r\nHost: receiver.example\r\nContent-Type: application/json\r\n\r\n";
    attempt.requestBody = QByteArray("{\"a\":\"\0\"}", 9);
    for (const qint64 id : {1, 2, 3}) {
        m_source->put(fakes::row(id, DeliveryState::Failed, m_clock));
        m_source->details[id].attempts = {attempt};
    }
    m_window = std::make_unique<QWidget>();
    m_window->resize(1280, 800);
    auto *layout = new QVBoxLayout(m_window.get());
    m_messages = new MessageBar;
    m_page = new DeliveriesPage(*m_source, *m_engine, *m_messages, m_clock);
    layout->addWidget(m_messages);
    layout->addWidget(m_page);
    m_table = m_page->findChild<DeliveryTable *>();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_COMPARE(m_table->model()->rowCount(), 3);
    m_table->setFocus();
}

void TestDeliveryMarks::cleanup()
{
    m_window.reset();
    m_engine.reset();
    m_source.reset();
}

// From the header's menu, as by a click on `column`.
void TestDeliveryMarks::trigger(int column, const QString &text)
{
    m_table->showColumnMenu(m_table->mapToGlobal(QPoint(10, 10)), column);
    auto *menu = child<QMenu>("columnMenu");
    QVERIFY(menu);
    for (QAction *action : menu->actions()) {
        if (action->text() == text) {
            action->trigger();
            menu->close();
            QTRY_VERIFY(!child<QMenu>("columnMenu"));
            return;
        }
    }
    QFAIL(qPrintable(text));
}

void TestDeliveryMarks::spaceMarksTheSelectionAndTakesTheMarkOff()
{
    m_table->selectDelivery(DeliveryId{3});
    QTest::keyClick(m_table, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(m_table, Qt::Key_Space);
    QCOMPARE(m_engine->marks.size(), 1);
    QCOMPARE(m_engine->marks[0].first, (QList<DeliveryId>{DeliveryId{3}, DeliveryId{2}}));
    QVERIFY(m_engine->marks[0].second);
    for (const qint64 id : {2, 3})
        m_source->stored[id].marked = true;
    emit m_engine->changed({{DeliveryId{2}, DeliveryId{3}}, false});
    const QModelIndex mark = m_table->model()->index(0, Model::Mark);
    QTRY_VERIFY(mark.data(Model::MarkedRole).toBool());
    QCOMPARE(mark.data(Qt::AccessibleTextRole).toString(), QStringLiteral("Mark: yes"));
    QCOMPARE(m_table->selectedRows(), (QList<int>{0, 1}));
    QTest::keyClick(m_table, Qt::Key_Space);
    QVERIFY(!m_engine->marks[1].second);
}

void TestDeliveryMarks::theListCanBeNarrowedToWhatIsMarked()
{
    m_source->stored[2].marked = true;
    child<QAbstractButton>("markedFilterButton")->click();
    QTRY_COMPARE(m_table->model()->rowCount(), 1);
    QVERIFY(m_page->findChild<FilterBar *>()->filter().marked);
    child<QAbstractButton>("clearFilterButton")->click();
    QTRY_COMPARE(m_table->model()->rowCount(), 3);
}

void TestDeliveryMarks::nWritesANoteThatEnterKeeps()
{
    m_table->selectDelivery(DeliveryId{2});
    QTRY_VERIFY(child<QPushButton>("copyCurlButton")->isEnabled());
    QTest::keyClick(m_table, Qt::Key_N);
    auto *edit = child<QLineEdit>("noteEdit");
    QVERIFY(edit->hasFocus());
    QTest::keyClicks(edit, QStringLiteral("rang their desk"));
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(m_engine->notes.size(), 1);
    QCOMPARE(m_engine->notes[0].first, DeliveryId{2});
    QCOMPARE(m_engine->notes[0].second, QStringLiteral("rang their desk"));
    QVERIFY(m_table->hasFocus());
    QVERIFY(child<QWidget>("noteLine")->isVisible());
    QVERIFY2(m_engine->replayed.isEmpty(), "R is a letter there");
}

void TestDeliveryMarks::escapeLeavesANoteAsItWas()
{
    m_source->stored[2].note = QStringLiteral("before");
    m_table->selectDelivery(DeliveryId{2});
    QTRY_VERIFY(child<QWidget>("noteLine")->isVisible());
    QTest::keyClick(m_table, Qt::Key_N);
    auto *edit = child<QLineEdit>("noteEdit");
    QCOMPARE(edit->text(), QStringLiteral("before"));
    QTest::keyClicks(edit, QStringLiteral("after"));
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(m_engine->notes.isEmpty());
    QVERIFY(!edit->isVisible());
    QVERIFY(m_table->hasFocus());
    QCOMPARE(m_table->selectedRows(), QList<int>{1});
}

void TestDeliveryMarks::aDeliveryGoesToAnotherUrlThisOnce()
{
    m_table->selectDelivery(DeliveryId{2});
    QTest::keyClick(m_table, Qt::Key_E, Qt::ShiftModifier);
    auto *dialog = child<ResendDialog>("resendDialog");
    QVERIFY(dialog);
    auto *url = child<QLineEdit>("resendUrlEdit");
    QCOMPARE(url->text(), QStringLiteral("https://receiver.example/hook"));
    url->setText(QStringLiteral("https://other.example/try"));
    QVERIFY(child<QLabel>("resendUrlLine")->text().contains(QStringLiteral("Secret headers are left out")));
    QTest::keyClick(url, Qt::Key_Return);
    QTRY_COMPARE(m_engine->elsewhere.size(), 1);
    QCOMPARE(m_engine->elsewhere[0].first, DeliveryId{2});
    QCOMPARE(m_engine->elsewhere[0].second, QStringLiteral("https://other.example/try"));
    QTRY_VERIFY(m_messages->text().contains(QStringLiteral("other.example")));
}

void TestDeliveryMarks::anAddressThatCannotBeIsRefusedWithItsReason()
{
    m_table->selectDelivery(DeliveryId{2});
    QTest::keyClick(m_table, Qt::Key_E, Qt::ShiftModifier);
    auto *send = child<QPushButton>("resendButton");
    child<QLineEdit>("resendUrlEdit")->setText(QStringLiteral("mailto:ops@example.org"));
    QVERIFY(!send->isEnabled());
    QVERIFY(send->toolTip().contains(QStringLiteral("HTTP request")));
    child<QLineEdit>("resendUrlEdit")->setText(QStringLiteral("ftp://receiver.example/"));
    QVERIFY(!send->isEnabled());
    QVERIFY(!send->toolTip().isEmpty());
}

void TestDeliveryMarks::thePayloadIsSavedByteForByte()
{
    m_table->selectDelivery(DeliveryId{2});
    QTRY_VERIFY(child<QPushButton>("copyCurlButton")->isEnabled());
    QTest::keyClick(m_table, Qt::Key_S, Qt::ControlModifier);
    auto *dialog = child<QFileDialog>("savePayloadDialog");
    QVERIFY(dialog);
    QVERIFY(dialog->selectedFiles().constFirst().endsWith(QStringLiteral("delivery-2-1-request.json")));
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("body"));
    emit dialog->fileSelected(path);
    dialog->reject();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), m_source->details[2].attempts[0].requestBody);
    QVERIFY(m_messages->text().contains(path));
}

void TestDeliveryMarks::columnsAreMovedResizedAndHiddenAndKept()
{
    trigger(Model::Asset, QStringLiteral("Status"));
    trigger(Model::Event, QStringLiteral("Move “Event” left"));
    const int before = header()->sectionSize(Model::Event);
    trigger(Model::Event, QStringLiteral("Make “Event” wider"));
    QCOMPARE(header()->sectionSize(Model::Event), before + 24);
    QVERIFY(m_table->isColumnHidden(Model::Status));
    QCOMPARE(header()->visualIndex(Model::Event), 1);
    const QTemporaryDir directory;
    QSettings settings(directory.filePath(QStringLiteral("layout.ini")), QSettings::IniFormat);
    m_page->saveLayout(settings);
    m_table->columns()->reset();
    QVERIFY(!m_table->isColumnHidden(Model::Status));
    QCOMPARE(header()->visualIndex(Model::Event), 2);
    m_page->restoreLayout(settings);
    QVERIFY(m_table->isColumnHidden(Model::Status));
    QCOMPARE(header()->visualIndex(Model::Event), 1);
    QCOMPARE(header()->sectionSize(Model::Event), before + 24);
}

void TestDeliveryMarks::columnsOfALaterVersionAreUnderstood()
{
    m_table->columns()->restore({QStringLiteral("when"), QStringLiteral("colour:90"), QStringLiteral("-state"),
                                 QStringLiteral("event:-7"), QStringLiteral("-note")});
    QCOMPARE(header()->visualIndex(Model::When), 0);
    QVERIFY2(!m_table->isColumnHidden(Model::State), "a log without its state says nothing");
    QVERIFY(header()->sectionSize(Model::Event) > 40);
}

void TestDeliveryMarks::aColumnNeverPushesAnotherOutOfSight()
{
    header()->resizeSection(Model::Event, 5'000);
    QVERIFY(header()->length() <= m_table->viewport()->width());
    m_table->columns()->restore({QStringLiteral("event:700"), QStringLiteral("when:500")});
    QVERIFY(header()->length() <= m_table->viewport()->width());
    m_window->resize(960, 600);
    QVERIFY(header()->length() <= m_table->viewport()->width());
}

void TestDeliveryMarks::aRangeOfTimeIsChosen()
{
    m_source->stored[2].delivery.createdAt = m_clock.time - std::chrono::days(30);
    auto *ages = child<QComboBox>("sinceFilterCombo");
    emit ages->activated(ages->count() - 1);
    auto *dialog = child<DateRangeDialog>("dateRangeDialog");
    QVERIFY(dialog);
    const auto day = [this](int ago) {
        return QDateTime::fromMSecsSinceEpoch((m_clock.time - std::chrono::days(ago)).time_since_epoch().count());
    };
    child<QDateTimeEdit>("untilEdit")->setDateTime(day(40));
    QVERIFY(!child<QPushButton>("showRangeButton")->isEnabled());
    child<QDateTimeEdit>("sinceEdit")->setDateTime(day(31));
    child<QDateTimeEdit>("untilEdit")->setDateTime(day(29));
    child<QPushButton>("showRangeButton")->click();
    QTRY_COMPARE(m_table->model()->rowCount(), 1);
    const DeliveryFilter filter = m_page->findChild<FilterBar *>()->filter();
    QVERIFY(filter.since && filter.until);
    QVERIFY(ages->currentText().contains(QStringLiteral(" – ")));
    child<QAbstractButton>("clearFilterButton")->click();
    QTRY_COMPARE(m_table->model()->rowCount(), 3);
    QCOMPARE(ages->currentText(), QStringLiteral("Any time"));
}

void TestDeliveryMarks::lastHourStaysAnAge()
{
    auto *ages = child<QComboBox>("sinceFilterCombo");
    ages->setCurrentIndex(1);
    emit ages->activated(1);
    auto *bar = m_page->findChild<FilterBar *>();
    bar->setFilter(bar->filter());
    QCOMPARE(ages->currentText(), QStringLiteral("Last hour"));
    m_clock.time += std::chrono::hours(2);
    QCOMPARE(*bar->filter().since, m_clock.time - std::chrono::hours(1));
}

void TestDeliveryMarks::whatTheMenuChoseIsAChipThatCanBeTakenOff()
{
    DeliveryFilter filter;
    filter.asset = QStringLiteral("asset-2");
    m_page->setFilter(filter);
    QTRY_COMPARE(m_table->model()->rowCount(), 1);
    auto *chip = child<FilterChip>("assetFilterChip");
    QVERIFY(chip->isVisible());
    QCOMPARE(chip->text(), QStringLiteral("asset asset-2"));
    chip->click();
    QTRY_COMPARE(m_table->model()->rowCount(), 3);
    QVERIFY(!chip->isVisible());
}

void TestDeliveryMarks::controlAndFFindsInThePayload()
{
    m_table->selectDelivery(DeliveryId{2});
    QTRY_VERIFY(child<QPushButton>("copyCurlButton")->isEnabled());
    QTest::keyClick(m_table, Qt::Key_F, Qt::ControlModifier);
    auto *edit = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(edit);
    QCOMPARE(edit->objectName(), QStringLiteral("findEdit"));
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(!edit->isVisible());
    QCOMPARE(m_table->model()->rowCount(), 3);
}

QTEST_MAIN(TestDeliveryMarks)
#include "tst_deliverymarks.moc"
