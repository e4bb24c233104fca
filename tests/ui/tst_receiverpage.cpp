#include "tests/ui/receiverbench.h"
#include "ui/look/look.h"
#include "ui/look/payloadview.h"
#include "ui/receiver/receivedmodel.h"
#include "ui/receiver/rulespane.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTabWidget>
#include <QToolButton>

using namespace callboard;

namespace {

const QByteArray kBody = R"({"uuid":"6b48fbce-cd10-459c-b397-5673e4bbafaf","assetName":"T1S03","success":true,)"
                         R"("size":1.10})";

void choosePreset(const ReceiverBench &bench, int index)
{
    auto *combo = bench.find<QComboBox>("answerCombo");
    combo->setCurrentIndex(index);
    emit combo->activated(index);
}

} // namespace

class tst_ReceiverPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }

    void itIsOffUntilItIsStarted();
    void whatArrivesIsShownRawAndParsed();
    void theListStandsStillWhileOneReads();
    void aDeliveryOfThisWorkspaceIsFound();
    void aTakenPortIsSaidWithTheWayOut();
    void anAnswerIsChosenAndAppliedAtOnce();
    void aRuleIsCheckedAsItIsTyped();
    void portAndRulesAreKept();
    void aChangeIsToBeKeptAtOnce();
    void clearingCanBeTakenBack();
    void itsAddressBecomesATarget();
    void stoppingClosesThePort();
};

void tst_ReceiverPage::itIsOffUntilItIsStarted()
{
    ReceiverBench bench;
    QVERIFY(bench.page->url().isEmpty());
    QCOMPARE(bench.find<QLabel>("receiverAddressLabel")->text(), QStringLiteral("Off"));
    QVERIFY(!bench.find<QPushButton>("makeTargetButton")->isEnabled());
    auto *start = bench.find<QPushButton>("emptyActionButton");
    QVERIFY(start->isVisible());
    shoot(*bench.window, QStringLiteral("receiver-off"));
    bench.find<QSpinBox>("portSpin")->setValue(ReceiverBench::freePort());
    QTest::mouseClick(start, Qt::LeftButton);
    QTRY_VERIFY(!bench.page->url().isEmpty());
    QCOMPARE(bench.find<QLabel>("receiverAddressLabel")->text(), bench.page->url());
    QVERIFY(start->isVisible()); // now it makes a target
    bench.click("copyAddressButton");
    QCOMPARE(QGuiApplication::clipboard()->text(), bench.page->url());
    shoot(*bench.window, QStringLiteral("receiver-listening"));
}

void tst_ReceiverPage::whatArrivesIsShownRawAndParsed()
{
    ReceiverBench bench;
    QVERIFY(bench.start());
    QCOMPARE(bench.post(QStringLiteral("/ingest?n=1"), kBody, {{"X-Custom-Header", "a <b>value</b>"}}), 200);
    QTRY_COMPARE(bench.rows(), 1);
    QCOMPARE(bench.cell(0, ReceivedModel::NumberColumn), QStringLiteral("1"));
    QCOMPARE(bench.cell(0, ReceivedModel::MethodColumn), QStringLiteral("POST"));
    QCOMPARE(bench.cell(0, ReceivedModel::PathColumn), QStringLiteral("/ingest?n=1"));
    QCOMPARE(bench.cell(0, ReceivedModel::AnswerColumn), QStringLiteral("200"));
    bench.table()->setFocus();
    QTest::keyClick(bench.table(), Qt::Key_Down);
    auto *body = bench.find<PayloadView>("receivedBodyView");
    QTRY_VERIFY(body->isVisible());
    QVERIFY(body->text().contains(QStringLiteral("\"size\": 1.10")));
    QVERIFY(bench.find<PayloadView>("receivedRawView")->text().startsWith(QStringLiteral("POST /ingest?n=1 HTTP/1.1")));
    const auto *headers = bench.find<QTableWidget>("receivedHeaderTable");
    QStringList names;
    for (int row = 0; row < headers->rowCount(); ++row)
        names.append(headers->item(row, 0)->text().toLower() + u'=' + headers->item(row, 1)->text());
    QVERIFY2(names.contains(QStringLiteral("x-custom-header=a <b>value</b>")), qPrintable(names.join(u'|')));
    QVERIFY(!bench.find<QPushButton>("showDeliveryButton")->isVisible());
    shoot(*bench.window, QStringLiteral("receiver-request"));
    bench.click("rulesButton");
    bench.find<QTabWidget>("receivedTabs")->setCurrentIndex(1);
    bench.window->resize(908, 500);
    shoot(*bench.window, QStringLiteral("receiver-narrow"));
}

void tst_ReceiverPage::theListStandsStillWhileOneReads()
{
    ReceiverBench bench;
    QVERIFY(bench.start());
    QCOMPARE(bench.post(QStringLiteral("/one"), kBody), 200);
    QTRY_COMPARE(bench.rows(), 1);
    bench.table()->setFocus();
    QTest::keyClick(bench.table(), Qt::Key_Down);
    QCOMPARE(bench.post(QStringLiteral("/two"), kBody), 200);
    auto *follow = bench.find<QToolButton>("followButton");
    QTRY_COMPARE(follow->text(), QStringLiteral("1 new"));
    QCOMPARE(bench.rows(), 1);
    QTest::keyClick(bench.table(), Qt::Key_End);
    QCOMPARE(bench.rows(), 2);
    QCOMPARE(bench.cell(0, ReceivedModel::PathColumn), QStringLiteral("/two"));
    QCOMPARE(bench.table()->currentIndex().row(), 1); // the one that was read
    QCOMPARE(follow->text(), QStringLiteral("Following"));
}

void tst_ReceiverPage::aDeliveryOfThisWorkspaceIsFound()
{
    ReceiverBench bench;
    QVERIFY(bench.start());
    QCOMPARE(bench.post(QStringLiteral("/ours"), kBody, {{"webhook-id", webhookId(bench.tag, {1}).toLatin1()}}), 200);
    QCOMPARE(bench.post(QStringLiteral("/others"), kBody, {{"webhook-id", "dl_zzzzzz_1"}}), 200);
    QTRY_COMPARE(bench.rows(), 2);
    bench.table()->selectRow(1);
    auto *button = bench.find<QPushButton>("showDeliveryButton");
    QTRY_VERIFY(button->isVisible());
    QCOMPARE(button->text(), QStringLiteral("Show delivery 1"));
    shoot(*bench.window, QStringLiteral("receiver-delivery"));
    QSignalSpy asked(bench.page, &ReceiverPage::deliveryRequested);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].value<DeliveryId>().value, 1);
    bench.table()->selectRow(0);
    QVERIFY(!button->isVisible());
    bench.table()->selectRow(1);
    QTRY_VERIFY(button->isVisible()); // by then the other's question is answered, too
    bench.table()->selectRow(0);
    QVERIFY(!button->isVisible());
}

void tst_ReceiverPage::aTakenPortIsSaidWithTheWayOut()
{
    ReceiverBench bench;
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    bench.find<QSpinBox>("portSpin")->setValue(other.serverPort());
    bench.click("startButton");
    QTRY_VERIFY(bench.messages->isOpen());
    QVERIFY(bench.messages->text().contains(QStringLiteral("Port %1 is taken").arg(other.serverPort())));
    QVERIFY(bench.page->url().isEmpty());
    shoot(*bench.window, QStringLiteral("receiver-taken"));
    bench.click("messageActionButton");
    QTRY_VERIFY(!bench.page->url().isEmpty());
    QVERIFY(bench.find<QSpinBox>("portSpin")->value() != other.serverPort());
    QCOMPARE(bench.post(QStringLiteral("/x"), kBody), 200);
}

void tst_ReceiverPage::anAnswerIsChosenAndAppliedAtOnce()
{
    ReceiverBench bench;
    QVERIFY(bench.start());
    choosePreset(bench, 1);
    QCOMPARE(bench.post(QStringLiteral("/busy"), kBody), 503);
    QCOMPARE(bench.reply->rawHeader("Retry-After"), QByteArray("30"));
    choosePreset(bench, 2);
    for (const int status : {500, 500, 500, 200})
        QCOMPARE(bench.post(QStringLiteral("/thrice"), kBody), status);
    choosePreset(bench, 4);
    QCOMPARE(bench.post(QStringLiteral("/closed"), kBody), 0);
    QTRY_VERIFY(bench.rows() >= 6);
    QCOMPARE(bench.cell(0, ReceivedModel::AnswerColumn), QStringLiteral("closes without an answer"));
    shoot(*bench.window, QStringLiteral("receiver-answers"));
}

void tst_ReceiverPage::aRuleIsCheckedAsItIsTyped()
{
    ReceiverBench bench;
    QVERIFY(bench.start());
    bench.click("rulesButton");
    auto *rules = bench.find<QTableView>("rulesTable");
    QVERIFY(rules->isVisible());
    const QModelIndex status = rules->model()->index(0, 2);
    rules->setCurrentIndex(status);
    rules->edit(status);
    auto *edit = rules->findChild<QLineEdit *>(QStringLiteral("ruleCellEdit"));
    QVERIFY(edit);
    edit->selectAll();
    QTest::keyClicks(edit, QStringLiteral("40"));
    auto *line = bench.find<QLabel>("rulesLine");
    QVERIFY(line->isVisible());
    QVERIFY(line->text().contains(QStringLiteral("Rule 1: A status is a number from 200 to 599.")));
    QCOMPARE(bench.post(QStringLiteral("/before"), kBody), 200);
    shoot(*bench.window, QStringLiteral("receiver-wrong-rule"));
    QTest::keyClicks(edit, QStringLiteral("4"));
    QCOMPARE(edit->text(), QStringLiteral("404"));
    QVERIFY(!line->isVisible());
    QCOMPARE(bench.post(QStringLiteral("/after"), kBody), 404);
    QCOMPARE(bench.find<QComboBox>("answerCombo")->currentText(), QStringLiteral("By rules of your own"));
}

void tst_ReceiverPage::portAndRulesAreKept()
{
    ReceiverBench first;
    QSettings settings(first.directory.filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
    const int port = ReceiverBench::freePort();
    first.find<QSpinBox>("portSpin")->setValue(port);
    choosePreset(first, 1);
    first.page->saveLayout(settings);

    ReceiverBench second;
    second.page->restoreLayout(settings);
    QCOMPARE(second.find<QSpinBox>("portSpin")->value(), port);
    QCOMPARE(second.find<QComboBox>("answerCombo")->currentIndex(), 1);
    second.click("startButton");
    QTRY_VERIFY(!second.page->url().isEmpty());
    QCOMPARE(second.post(QStringLiteral("/busy"), kBody), 503);
}

void tst_ReceiverPage::aChangeIsToBeKeptAtOnce()
{
    ReceiverBench bench;
    QSettings settings(bench.directory.filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
    connect(bench.page, &ReceiverPage::settingsChanged, bench.page, [&] { bench.page->saveLayout(settings); });
    QSignalSpy changed(bench.page, &ReceiverPage::settingsChanged);
    bench.find<QSpinBox>("portSpin")->setValue(4711);
    QCOMPARE(settings.value(QStringLiteral("receiver/port")).toInt(), 4711);
    choosePreset(bench, 1);
    QVERIFY(settings.value(QStringLiteral("receiver/rules")).toByteArray().contains("503"));
    QCOMPARE(changed.size(), 2);
}

void tst_ReceiverPage::clearingCanBeTakenBack()
{
    ReceiverBench bench;
    QVERIFY(bench.start());
    QCOMPARE(bench.post(QStringLiteral("/one"), kBody), 200);
    QTRY_COMPARE(bench.rows(), 1);
    bench.click("clearButton");
    QCOMPARE(bench.rows(), 0);
    QVERIFY(!bench.find<QPushButton>("clearButton")->isEnabled());
    QCOMPARE(bench.post(QStringLiteral("/two"), kBody), 200);
    QTRY_COMPARE(bench.rows(), 1);
    bench.click("messageActionButton");
    QCOMPARE(bench.rows(), 2);
    QCOMPARE(bench.cell(1, ReceivedModel::PathColumn), QStringLiteral("/one"));
}

void tst_ReceiverPage::itsAddressBecomesATarget()
{
    ReceiverBench bench;
    QVERIFY(bench.start());
    QSignalSpy asked(bench.page, &ReceiverPage::targetRequested);
    bench.click("makeTargetButton");
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].toString(), bench.page->url() + QStringLiteral("/callback"));
}

void tst_ReceiverPage::stoppingClosesThePort()
{
    ReceiverBench bench;
    QVERIFY(bench.start());
    const int port = bench.find<QSpinBox>("portSpin")->value();
    bench.click("startButton"); // it stops now
    QTRY_VERIFY(bench.page->url().isEmpty());
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost, quint16(port)));
}

QTEST_MAIN(tst_ReceiverPage)
#include "tst_receiverpage.moc"
