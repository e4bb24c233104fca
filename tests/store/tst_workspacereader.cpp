#include "core/store/sql/database.h"
#include "core/store/tables/deliverystore.h"
#include "core/store/tables/eventstore.h"
#include "core/store/tables/healthstore.h"
#include "core/store/tables/targetstore.h"
#include "core/store/workspacereader.h"

#include <QTemporaryDir>
#include <QTest>

using namespace callboard;
using S = DeliveryState;

class tst_WorkspaceReader : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void pagesByKeyNewestFirst();
    void filtersByStateTargetAndText_data();
    void filtersByStateTargetAndText();
    void textIsNeverPartOfTheStatement();
    void rowsAmongIdsPassTheFilter();
    void findsByNumberAndByWebhookId();
    void targetKeepsEveryField();
    void auditNamesWhatDoesNotBalance();
    void aSummaryTellsThatItsTargetFails();

private:
    QTemporaryDir m_directory;
    std::unique_ptr<Database> m_db;
    std::unique_ptr<WorkspaceReader> m_reader;
};

namespace {

CallbackTarget target(qint64 id, const char *name)
{
    CallbackTarget made;
    made.id = {id};
    made.name = QString::fromLatin1(name);
    made.url = QStringLiteral("https://example.com/%1").arg(made.name);
    return made;
}

} // namespace

void tst_WorkspaceReader::initTestCase()
{
    const QString name = m_directory.filePath(QStringLiteral("w.db"));
    m_db = Database::open(name, Database::Access::Write).value();
    QVERIFY(m_db->begin());
    QVERIFY(TargetStore(*m_db).save(target(1, "cms"), Timestamp(Milliseconds(5))));
    QVERIFY(TargetStore(*m_db).save(target(2, "spark_site"), Timestamp(Milliseconds(5))));
    for (qint64 i = 1; i <= 250; ++i) {
        MediaEvent event;
        event.id = {i};
        event.source = QStringLiteral("/s");
        event.sourceId = QString::number(i);
        event.asset = QStringLiteral("asset-%1").arg(i);
        event.trigger = i % 5 == 0 ? Trigger::Moderation : Trigger::Success;
        QVERIFY(EventStore(*m_db).insert(event, event.fingerprint(), 1));
        Delivery delivery;
        delivery.id = {i};
        delivery.target = {i % 2 == 0 ? 2 : 1};
        delivery.asset = event.asset;
        delivery.trigger = event.trigger;
        delivery.firstEvent = event.id;
        delivery.latestEvent = event.id;
        delivery.state = i % 10 == 0 ? S::Failed : S::Queued;
        delivery.cause = i % 10 == 0 ? QStringLiteral("http-503") : QString();
        delivery.createdAt = Timestamp(Milliseconds(i * 1000));
        if (isFinal(delivery.state))
            delivery.finishedAt = delivery.createdAt;
        QVERIFY(DeliveryStore(*m_db).insert(delivery));
    }
    QVERIFY(m_db->commit());
    m_reader = WorkspaceReader::open(name).value();
}

void tst_WorkspaceReader::pagesByKeyNewestFirst()
{
    const auto first = m_reader->deliveries({}, {}, 100);
    QCOMPARE(first.size(), 100);
    QCOMPARE(first.first().delivery.id.value, 250);
    const auto second = m_reader->deliveries({}, first.last().delivery.id, 100);
    QCOMPARE(second.first().delivery.id.value, 150);
    const auto third = m_reader->deliveries({}, second.last().delivery.id, 100);
    QCOMPARE(third.size(), 50);
    QCOMPARE(third.last().delivery.id.value, 1);
    QCOMPARE(first.first().targetName, QStringLiteral("spark_site"));
}

void tst_WorkspaceReader::filtersByStateTargetAndText_data()
{
    QTest::addColumn<DeliveryFilter>("filter");
    QTest::addColumn<int>("count");
    const auto with = [](auto change) {
        DeliveryFilter filter;
        change(filter);
        return filter;
    };
    QTest::newRow("all") << DeliveryFilter{} << 250;
    QTest::newRow("failed") << with([](auto &f) { f.states = {S::Failed}; }) << 25;
    QTest::newRow("failed or queued") << with([](auto &f) { f.states = {S::Failed, S::Queued}; }) << 250;
    QTest::newRow("target") << with([](auto &f) { f.target = {1}; }) << 125;
    QTest::newRow("cause") << with([](auto &f) { f.cause = QStringLiteral("http-503"); }) << 25;
    QTest::newRow("asset") << with([](auto &f) { f.asset = QStringLiteral("asset-7"); }) << 1;
    QTest::newRow("text in asset") << with([](auto &f) { f.text = QStringLiteral("ASSET-24"); }) << 11;
    QTest::newRow("text in target name") << with([](auto &f) { f.text = QStringLiteral("spark_"); }) << 125;
    QTest::newRow("text is a trigger's word") << with([](auto &f) { f.text = QStringLiteral("moderated"); }) << 50;
    QTest::newRow("percent is no wildcard") << with([](auto &f) { f.text = QStringLiteral("%"); }) << 0;
    QTest::newRow("since") << with([](auto &f) { f.since = Timestamp(Milliseconds(241'000)); }) << 10;
}

void tst_WorkspaceReader::filtersByStateTargetAndText()
{
    QFETCH(DeliveryFilter, filter);
    QFETCH(int, count);
    QCOMPARE(m_reader->deliveries(filter, {}, 1000).size(), count);
    QCOMPARE(m_reader->count(filter), count);
}

void tst_WorkspaceReader::textIsNeverPartOfTheStatement()
{
    DeliveryFilter filter;
    filter.text = QStringLiteral("'; DROP TABLE delivery; --");
    QCOMPARE(m_reader->count(filter), 0);
    QCOMPARE(m_reader->count({}), 250);
}

void tst_WorkspaceReader::rowsAmongIdsPassTheFilter()
{
    DeliveryFilter filter;
    filter.states = {S::Failed};
    const auto rows = m_reader->deliveries(filter, QList<DeliveryId>{{7}, {10}, {20}, {9999}});
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.first().delivery.id.value, 20);
}

void tst_WorkspaceReader::findsByNumberAndByWebhookId()
{
    QCOMPARE(m_reader->deliveryId(QStringLiteral("42")).value().value, 42);
    QCOMPARE(m_reader->deliveryId(webhookId(m_reader->workspaceTag(), {42})).value().value, 42);
    QCOMPARE(m_reader->deliveryId(QStringLiteral("9999")).error().code, ErrorCode::NotFound);
    QCOMPARE(m_reader->deliveryId(QStringLiteral("nonsense")).error().code, ErrorCode::NotFound);
}

void tst_WorkspaceReader::targetKeepsEveryField()
{
    CallbackTarget full = sparkPreset();
    full.id = {3};
    full.name = QStringLiteral("Full");
    full.url = QStringLiteral("https://example.com/full");
    full.headers = {{QStringLiteral("A"), QStringLiteral("b"), {}, false, false},
                    {QStringLiteral("S"), {}, QByteArray("\x01\x00\x02", 3), true, true}};
    full.scope = {ScopeKind::Project, QStringLiteral("16")};
    full.state = TargetState::Paused;
    full.stateReason = QStringLiteral("why");
    full.allowPrivate = true;
    full.ordered = false;
    full.maxInFlight = 3;
    full.rate = {100, std::chrono::minutes(1)};
    full.retry = RetryPolicy::parse(QStringLiteral("1s,2m")).value();
    const auto saved = TargetStore(*m_db).save(full, Timestamp(Milliseconds(77)));
    QVERIFY(saved);
    const auto read = m_reader->target(QStringLiteral("fULL"));
    QVERIFY(read);
    QVERIFY(*read == *saved);
    QCOMPARE(rateText(read->rate), QStringLiteral("100/min"));
    full.rate = {};
    QVERIFY(TargetStore(*m_db).save(full, Timestamp(Milliseconds(78))));
    QVERIFY(!m_reader->target(QStringLiteral("Full"))->rate.isSet());
}

void tst_WorkspaceReader::auditNamesWhatDoesNotBalance()
{
    QCOMPARE(m_reader->ledger().unexplained, 0);
    QCOMPARE(m_reader->ledger().accepted, 250);
    QCOMPARE(m_reader->balance().unexplained, 0);
    QCOMPARE(m_reader->balance().outcomes, 250);
    QCOMPARE(m_reader->counts().value().failed, 25);
    QVERIFY(m_db->run(QStringLiteral("UPDATE delivery SET first_event = 7, latest_event = 7 WHERE id = 5")));
    QVERIFY(m_db->run(QStringLiteral("UPDATE delivery SET state = 10, finished_at = 1 WHERE id = 6")));
    const LedgerCount broken = m_reader->ledger();
    const QString findings = broken.findings.join(u'\n');
    QCOMPARE(broken.outcomes, 250);
    QVERIFY2(findings.contains(QLatin1String("Event 5 does not have as many outcomes")), qPrintable(findings));
    QVERIFY2(findings.contains(QLatin1String("Event 7 has two outcomes for one target")), qPrintable(findings));
    QVERIFY2(findings.contains(QLatin1String("Delivery 6 is called delivered without")), qPrintable(findings));
    QVERIFY2(findings.contains(QLatin1String("The count of deliveries of target 2 is wrong")), qPrintable(findings));
    QVERIFY(m_db->run(QStringLiteral("UPDATE total SET value = 249 WHERE name = 'owed'")));
    const QString sums = m_reader->ledger().findings.join(u'\n');
    QVERIFY2(sums.contains(QString::fromUtf8("The sum “owed” is 249; 250 are there")), qPrintable(sums));
}

void tst_WorkspaceReader::aSummaryTellsThatItsTargetFails()
{
    const TargetHealth health{{1}, Timestamp(Milliseconds(5000)), true, 2};
    QVERIFY(m_db->begin());
    QVERIFY(HealthStore(*m_db).save(health));
    QVERIFY(m_db->commit());
    QVERIFY(m_db->run(QStringLiteral("UPDATE delivery SET state = 4, error = 'older' WHERE id = 241")));
    QVERIFY(m_db->run(QStringLiteral("UPDATE delivery SET state = 4, error = 'newest' WHERE id = 245")));
    QVERIFY(m_db->run(QStringLiteral("UPDATE delivery SET state = 3, error = 'refused' WHERE id = 247")));
    const QList<TargetSummary> summaries = m_reader->targetSummaries();
    QVERIFY(summaries[0].health == health);
    QCOMPARE(summaries[0].heldBecause, QStringLiteral("newest"));
    QCOMPARE(summaries[0].lastError, QStringLiteral("refused"));
    QVERIFY(!summaries[1].health);
    QCOMPARE(summaries[1].heldBecause, QString());
}

QTEST_GUILESS_MAIN(tst_WorkspaceReader)
#include "tst_workspacereader.moc"
