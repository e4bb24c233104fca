// Comparing two deliveries or two attempts: what differs, line by line, and what can't be compared.
#include "tests/ui/deliveryfakes.h"
#include "ui/deliveries/compare/comparedialog.h"
#include "ui/deliveries/compare/linediff.h"
#include "ui/deliveries/deliveriespage.h"
#include "ui/deliveries/deliverytable.h"
#include "ui/look/look.h"
#include "ui/look/payloadview.h"
#include "ui/shell/messagebar.h"

#include <QLabel>
#include <QTabWidget>
#include <QTest>
#include <QVBoxLayout>

using namespace callboard;

class TestDeliveryCompare : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }
    void linesThatWentAndCameAreTold_data();
    void linesThatWentAndCameAreTold();
    void textsThatHaveNothingInCommonTakeNoTime();
    void twoDeliveriesAreComparedOlderFirst();
    void oneDeliveryIsComparedWithItsAttemptBefore();
    void whatWasTriedOnceSaysSo();

private:
    static Attempt attempt(int number, const QByteArray &body, int status)
    {
        Attempt made;
        made.number = number;
        made.url = QStringLiteral("https://receiver.example/hook");
        made.requestHead = "POST /hook HTTP/1.1\r\nContent-Type: application/json\r\n\r\n";
        made.requestBody = body;
        made.exchange.status = status;
        made.exchange.responseHead = "HTTP/1.1 " + QByteArray::number(status) + " X\r\n\r\n";
        return made;
    }
    void start();

    fakes::StillClock m_clock;
    fakes::MemorySource m_source;
    fakes::NotingEngine m_engine;
    std::unique_ptr<QWidget> m_window;
    MessageBar *m_messages = nullptr;
    DeliveryTable *m_table = nullptr;
};

void TestDeliveryCompare::start()
{
    m_window = std::make_unique<QWidget>();
    m_window->resize(1100, 700);
    auto *layout = new QVBoxLayout(m_window.get());
    m_messages = new MessageBar;
    auto *page = new DeliveriesPage(m_source, m_engine, *m_messages, m_clock);
    layout->addWidget(m_messages);
    layout->addWidget(page);
    m_table = page->findChild<DeliveryTable *>();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_COMPARE(m_table->model()->rowCount(), int(m_source.stored.size()));
    m_table->setFocus();
}

void TestDeliveryCompare::linesThatWentAndCameAreTold_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QByteArray>("told");
    QTest::newRow("same") << QByteArray("a\nb") << QByteArray("a\nb") << QByteArray("  a\n  b\n");
    QTest::newRow("changed") << QByteArray("a\nb\nc") << QByteArray("a\nx\nc") << QByteArray("  a\n- b\n+ x\n  c\n");
    QTest::newRow("came") << QByteArray("a\nc") << QByteArray("a\nb\nc") << QByteArray("  a\n+ b\n  c\n");
    QTest::newRow("went at the end") << QByteArray("a\nb") << QByteArray("a") << QByteArray("  a\n- b\n");
    QTest::newRow("repeated") << QByteArray("a\na") << QByteArray("a") << QByteArray("  a\n- a\n");
    QTest::newRow("moved") << QByteArray("1\na\n2\nb\n3") << QByteArray("1\nb\n2\na\n3")
                           << QByteArray("  1\n- a\n- 2\n  b\n+ 2\n+ a\n  3\n");
}

void TestDeliveryCompare::linesThatWentAndCameAreTold()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QByteArray, told);
    QCOMPARE(diffText(lineDiff(before, after)), told);
}

void TestDeliveryCompare::textsThatHaveNothingInCommonTakeNoTime()
{
    QByteArray before;
    QByteArray after;
    for (int line = 0; line < 100'000; ++line) {
        before += QByteArray::number(line) + '\n';
        after += QByteArray::number(-line - 1) + '\n';
    }
    QCOMPARE(differences(lineDiff(before, after)), 200'000);
}

void TestDeliveryCompare::twoDeliveriesAreComparedOlderFirst()
{
    m_source.stored.clear();
    for (const qint64 id : {1, 2})
        m_source.put(fakes::row(id, DeliveryState::Failed, m_clock));
    m_source.details[1].attempts = {attempt(1, "{\"a\":1,\"b\":2}", 503)};
    m_source.details[2].attempts = {attempt(1, "{\"a\":1,\"b\":3}", 503)};
    start();
    QTest::keyClick(m_table, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(m_table, Qt::Key_D);
    QTRY_VERIFY(m_window->findChild<CompareDialog *>());
    const auto *dialog = m_window->findChild<CompareDialog *>();
    QCOMPARE(dialog->findChild<QLabel *>(QStringLiteral("comparedLabel"))->text(),
             QStringLiteral("− Delivery 1, attempt 1\n+ Delivery 2, attempt 1"));
    QCOMPARE(dialog->findChild<PayloadView *>(QStringLiteral("payloadDiff"))->text(),
             QStringLiteral("  {\n    \"a\": 1,\n-   \"b\": 2\n+   \"b\": 3\n  }\n"));
    const auto *tabs = dialog->findChild<QTabWidget *>(QStringLiteral("compareTabs"));
    QCOMPARE(tabs->tabText(0), QStringLiteral("Payload, 2 lines differ"));
    QCOMPARE(tabs->tabText(1), QStringLiteral("Request, the same"));
}

void TestDeliveryCompare::oneDeliveryIsComparedWithItsAttemptBefore()
{
    m_source.stored.clear();
    DeliveryRow row = fakes::row(1, DeliveryState::Failed, m_clock);
    row.delivery.attempts = 2;
    m_source.put(row);
    m_source.details[1].attempts = {attempt(1, "{}", 503), attempt(2, "{}", 404)};
    start();
    m_table->selectRow(0);
    QTest::keyClick(m_table, Qt::Key_D);
    QTRY_VERIFY(m_window->findChild<CompareDialog *>());
    const QString told = m_window->findChild<PayloadView *>(QStringLiteral("responseDiff"))->text();
    QVERIFY2(told.startsWith(QStringLiteral("- HTTP/1.1 503 X\n+ HTTP/1.1 404 X\n")), qPrintable(told));
}

void TestDeliveryCompare::whatWasTriedOnceSaysSo()
{
    m_source.stored.clear();
    m_source.put(fakes::row(1, DeliveryState::Failed, m_clock));
    m_source.details[1].attempts = {attempt(1, "{}", 503)};
    start();
    m_table->selectRow(0);
    QTest::keyClick(m_table, Qt::Key_D);
    QTRY_VERIFY(m_messages->text().contains(QStringLiteral("less than twice")));
    QVERIFY(!m_window->findChild<CompareDialog *>());
}

QTEST_MAIN(TestDeliveryCompare)
#include "tst_deliverycompare.moc"
