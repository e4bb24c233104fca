#include "ui/receiver/receivedmodel.h"
#include "ui/receiver/receiverdesk.h"
#include "ui/receiver/receiverrules.h"
#include "ui/receiver/rulestablemodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include <memory>

using namespace callboard;
using namespace std::chrono_literals;
using Action = ReceiverRule::Action;

namespace {

QList<ReceivedRequest> requests(quint64 from, quint64 to, qsizetype size = 3)
{
    QList<ReceivedRequest> list;
    for (quint64 number = from; number <= to; ++number) {
        ReceivedRequest request;
        request.number = number;
        request.method = "POST";
        request.target = "/x";
        request.body = QByteArray(size, 'x');
        request.answeredStatus = 200;
        list.append(request);
    }
    return list;
}

} // namespace

class tst_ReceiverModels : public QObject {
    Q_OBJECT

private slots:
    void theNewestStandsOnTopAndTheOldestGo();
    void whatWaitsIsBoundedToo();
    void bodiesAreBoundedTogether();
    void answersAreSaidAsTheyWere();
    void rulesAreEditedAsTexts();
    void everyFieldIsChecked_data();
    void everyFieldIsChecked();
    void rulesSurviveTheirScript();
    void aFloodComesInFewBatches();
};

void tst_ReceiverModels::theNewestStandsOnTopAndTheOldestGo()
{
    ReceivedModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.add(requests(1, 600));
    model.add(requests(601, 1300));
    QCOMPARE(model.rowCount(), ReceivedModel::kMostRows);
    QCOMPARE(model.request(0).number, 1300U);
    QCOMPARE(model.request(999).number, 301U);
    model.add(requests(1301, 3000)); // more than there is room for at once
    QCOMPARE(model.rowCount(), ReceivedModel::kMostRows);
    QCOMPARE(model.request(0).number, 3000U);
    QCOMPARE(model.request(999).number, 2001U);
    const auto gone = model.takeAll();
    QCOMPARE(model.rowCount(), 0);
    model.add(requests(3001, 3001));
    model.putBack(gone);
    QCOMPARE(model.rowCount(), ReceivedModel::kMostRows);
    QCOMPARE(model.request(1).number, 3000U);
}

void tst_ReceiverModels::whatWaitsIsBoundedToo()
{
    ReceivedModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.add(requests(1, 5));
    model.setFollowing(false);
    model.add(requests(6, 2000));
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(model.pending(), ReceivedModel::kMostRows);
    model.setFollowing(true);
    QCOMPARE(model.rowCount(), ReceivedModel::kMostRows);
    QCOMPARE(model.request(0).number, 2000U);
    QCOMPARE(model.pending(), 0);
}

void tst_ReceiverModels::bodiesAreBoundedTogether()
{
    ReceivedModel model;
    model.add(requests(1, 4, ReceivedModel::kMostBytes / 3));
    QCOMPARE(model.rowCount(), 3);
    model.add(requests(5, 5, ReceivedModel::kMostBytes + 1)); // one is always shown
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.request(0).number, 5U);
}

void tst_ReceiverModels::answersAreSaidAsTheyWere()
{
    ReceivedRequest request;
    request.answeredStatus = 503;
    QCOMPARE(answerWord(request), QStringLiteral("503"));
    QVERIFY(answerTone(request) == look::Tone::Failed);
    request.answeredStatus = 200;
    QVERIFY(answerTone(request) == look::Tone::Delivered);
    request.action = Action::HalfBody;
    QCOMPARE(answerWord(request), QStringLiteral("200, breaks off in the body"));
    QVERIFY(answerTone(request) == look::Tone::InDoubt);
    request.action = Action::Hang;
    request.answeredStatus = 0;
    QCOMPARE(answerWord(request), QStringLiteral("hangs"));
}

void tst_ReceiverModels::rulesAreEditedAsTexts()
{
    RulesTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy edited(&model, &RulesTableModel::edited);
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(model.isBlank(0));
    QVERIFY(model.setData(model.index(0, int(RuleField::Path)), QStringLiteral("/archive"), Qt::EditRole));
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(model.setData(model.index(0, int(RuleField::Status)), QStringLiteral("503"), Qt::EditRole));
    QVERIFY(model.setData(model.index(0, int(RuleField::Times)), QStringLiteral("2"), Qt::EditRole));
    QVERIFY(model.setData(model.index(0, int(RuleField::Delay)), QStringLiteral("250ms"), Qt::EditRole));
    QVERIFY(model.setData(model.index(0, int(RuleField::RetryAfter)), QStringLiteral("30"), Qt::EditRole));
    QCOMPARE(edited.size(), 5);
    const auto rules = model.rules();
    QVERIFY(rules);
    QCOMPARE(rules->first().path, QByteArray("/archive"));
    QCOMPARE(rules->first().status, 503);
    QCOMPARE(rules->first().times, 2);
    QCOMPARE(rules->first().delay.count(), 250);
    QCOMPARE(rules->first().headers.first().second, QByteArray("30"));
    QVERIFY(model.setData(model.index(0, int(RuleField::Action)), int(Action::Close), Qt::EditRole));
    QCOMPARE(model.index(0, int(RuleField::Status)).data().toString(), QStringLiteral("–"));
    QVERIFY(!model.index(0, int(RuleField::Status)).flags().testFlag(Qt::ItemIsEditable));
    QVERIFY(model.rules()->first().headers.isEmpty());
    QVERIFY(model.setData(model.index(1, 0), QStringLiteral("/"), Qt::EditRole));
    model.moveRule(1, -1);
    QCOMPARE(model.rules()->first().path, QByteArray("/"));
    model.removeRule(0);
    QCOMPARE(model.rules()->size(), 1);
}

void tst_ReceiverModels::everyFieldIsChecked_data()
{
    QTest::addColumn<int>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fine");
    QTest::newRow("path") << int(RuleField::Path) << QStringLiteral("/a/b") << true;
    QTest::newRow("path without slash") << int(RuleField::Path) << QStringLiteral("a") << false;
    QTest::newRow("path with a space") << int(RuleField::Path) << QStringLiteral("/a b") << false;
    QTest::newRow("status too low") << int(RuleField::Status) << QStringLiteral("199") << false;
    QTest::newRow("status too high") << int(RuleField::Status) << QStringLiteral("600") << false;
    QTest::newRow("no status") << int(RuleField::Status) << QString() << false;
    QTest::newRow("delay") << int(RuleField::Delay) << QStringLiteral("2s") << true;
    QTest::newRow("no delay") << int(RuleField::Delay) << QString() << true;
    QTest::newRow("delay of days") << int(RuleField::Delay) << QStringLiteral("30d") << false;
    QTest::newRow("delay of words") << int(RuleField::Delay) << QStringLiteral("soon") << false;
    QTest::newRow("times") << int(RuleField::Times) << QStringLiteral("3") << true;
    QTest::newRow("never") << int(RuleField::Times) << QStringLiteral("0") << false;
    QTest::newRow("seconds") << int(RuleField::RetryAfter) << QStringLiteral("30") << true;
    QTest::newRow("date") << int(RuleField::RetryAfter) << QStringLiteral("Wed, 21 Oct 2026 07:28:00 GMT") << true;
    QTest::newRow("two lines") << int(RuleField::RetryAfter) << QStringLiteral("3\r\nX: y") << false;
}

void tst_ReceiverModels::everyFieldIsChecked()
{
    QFETCH(int, field);
    QFETCH(QString, text);
    QFETCH(bool, fine);
    RulesTableModel model;
    model.setRules({ReceiverRule{}});
    model.setData(model.index(0, field), text, Qt::EditRole);
    QCOMPARE(model.problem().isEmpty(), fine);
    QCOMPARE(model.rules().has_value(), fine);
    QCOMPARE(model.index(0, field).data(RulesTableModel::ProblemRole).toString().isEmpty(), fine);
}

void tst_ReceiverModels::rulesSurviveTheirScript()
{
    for (const AnswerPreset &preset : answerPresets()) {
        const auto read = parseReceiverScript(receiverScript(preset.rules));
        QVERIFY2(read && same(*read, preset.rules), qPrintable(preset.name));
    }
    for (const Action action : allActions()) {
        ReceiverRule rule;
        rule.path = "/a";
        rule.action = action;
        rule.delay = 1500ms;
        rule.times = 7;
        rule.body = "x";
        const auto read = parseReceiverScript(receiverScript({rule}));
        QVERIFY2(read && same(*read, {rule}), qPrintable(actionWord(action)));
    }
}

void tst_ReceiverModels::aFloodComesInFewBatches()
{
    constexpr int kRequests = 5000;
    ReceiverDesk desk;
    QString url;
    quint16 port = 0;
    quint64 count = 0;
    int batches = 0;
    bool bounded = true;
    connect(&desk, &ReceiverDesk::started, this, [&](const QString &at, quint16 on) {
        url = at;
        port = on;
    });
    connect(&desk, &ReceiverDesk::arrived, this, [&](const QList<ReceivedRequest> &batch, quint64 all) {
        ++batches;
        count = all;
        bounded = bounded && batch.size() <= ReceiverDesk::kMostKept;
    });
    desk.start(0);
    QTRY_VERIFY(port != 0);
    QElapsedTimer time;
    time.start();
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    QByteArray pipeline;
    for (int i = 0; i < kRequests; ++i)
        pipeline += "POST /flood HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi";
    socket.write(pipeline);
    connect(&socket, &QTcpSocket::readyRead, &socket, [&socket] { socket.readAll(); });
    QTRY_COMPARE(count, quint64(kRequests));
    QVERIFY(bounded);
    QVERIFY2(batches <= time.elapsed() / 50 + 1, qPrintable(QString::number(batches)));
}

QTEST_MAIN(tst_ReceiverModels)
#include "tst_receivermodels.moc"
