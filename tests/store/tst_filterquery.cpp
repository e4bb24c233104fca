// The filter's language asked of a workspace: every condition finds what it says, bodies are searched in bounded steps,
// and what a person types is never part of a statement.
#include "core/store/filter/filterlanguage.h"
#include "core/store/sql/bytesearch.h"
#include "core/store/sql/database.h"
#include "core/store/tables/attemptstore.h"
#include "core/store/tables/deliverystore.h"
#include "core/store/tables/eventstore.h"
#include "core/store/tables/markstore.h"
#include "core/store/tables/targetstore.h"
#include "core/store/workspacereader.h"

#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace callboard;
using namespace std::chrono_literals;
using S = DeliveryState;

class TestFilterQuery : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyConditionFindsWhatItSays_data();
    void everyConditionFindsWhatItSays();
    void whatIsTypedIsNeverPartOfTheStatement();
    void asMuchAsTheLanguageTakesIsAsked();
    void whatCantBeReadIsSaid();
    void whatWasAskedIsNotKept();
    void aScanGoesThroughAllInStepsNewestFirst();
    void bytesAreFoundInEitherCase();
    void aReplaySaysHowTheTryBeforeEnded();

private:
    void put(qint64 id);
    QTemporaryDir m_directory;
    std::unique_ptr<Database> m_db;
    std::unique_ptr<WorkspaceReader> m_reader;
};

namespace {

constexpr Timestamp kNow{Milliseconds(1'700'000'000'000)};
constexpr int kAll = 240;

FilterTargets targets()
{
    return {{TargetId{1}, QStringLiteral("cms")}, {TargetId{2}, QStringLiteral("spark_site")}};
}

DeliveryFilter filter(const QString &text)
{
    const ParsedFilter parsed = parseFilter(text, targets(), kNow);
    if (!parsed.problems.isEmpty())
        qFatal("%s", qPrintable(parsed.problems.constFirst().sentence()));
    return parsed.filter;
}

} // namespace

// Of every ten: the tenth failed with 503, the fifth was moderated and is slow, the third waits without an attempt.
void TestFilterQuery::put(qint64 id)
{
    MediaEvent event;
    event.id = {id};
    event.source = QStringLiteral("/s");
    event.sourceId = QString::number(id);
    event.asset = QStringLiteral("asset-%1").arg(id);
    event.data = "{\"title\":\"record " + QByteArray::number(id) + "\"}";
    QVERIFY(EventStore(*m_db).insert(event, event.fingerprint(), 1));
    const qint64 kind = id % 10;
    Delivery delivery;
    delivery.id = {id};
    delivery.target = {id % 2 == 0 ? 2 : 1};
    delivery.asset = event.asset;
    delivery.trigger = kind == 5 ? Trigger::Moderation : Trigger::Success;
    delivery.firstEvent = delivery.latestEvent = event.id;
    delivery.state = kind == 0 ? S::Failed : kind == 3 ? S::Queued : S::Delivered;
    delivery.attempts = kind == 0 ? 3 : kind == 3 ? 0 : 1;
    delivery.status = kind == 0 ? 503 : kind == 3 ? 0 : 200;
    delivery.cause = kind == 0 ? QStringLiteral("http-503") : QString();
    delivery.error = kind == 0 ? QStringLiteral("It answered 503, 50% of the time") : QString();
    delivery.createdAt = kNow - Milliseconds(2h) + std::chrono::minutes(id % 100);
    if (isFinal(delivery.state))
        delivery.finishedAt = delivery.createdAt + 30min;
    delivery.replayOf = kind == 7 ? DeliveryId{id - 7 + 4} : DeliveryId{};
    QVERIFY(DeliveryStore(*m_db).insert(delivery));
    for (int number = 1; number <= delivery.attempts; ++number) {
        Attempt attempt;
        attempt.id = {id * 10 + number};
        attempt.delivery = delivery.id;
        attempt.number = number;
        attempt.requestHead = "POST /hook HTTP/1.1\r\nX-Number: " + QByteArray::number(number) + "\r\n\r\n";
        attempt.requestBody = "{\"Title\":\"Sommer " + QByteArray::number(id) + "\"}";
        QVERIFY(AttemptStore(*m_db).insertPending(attempt, number > 1));
        attempt.exchange.outcome = kind == 0 ? Outcome::Rejected : Outcome::Delivered;
        attempt.exchange.status = delivery.status;
        attempt.exchange.responseBody = kind == 0 ? QByteArray("\0upstream NOT ready\xff", 20) : QByteArray();
        attempt.exchange.timings.done = kind == 5 ? std::chrono::microseconds(2'500'000)
                                                  : std::chrono::microseconds(38'000);
        QVERIFY(AttemptStore(*m_db).complete(attempt.id, attempt.exchange, kNow));
    }
}

void TestFilterQuery::initTestCase()
{
    const QString name = m_directory.filePath(QStringLiteral("w.db"));
    m_db = Database::open(name, Database::Access::Write).value();
    QVERIFY(m_db->begin());
    for (const FilterTarget &named : targets()) {
        CallbackTarget target;
        target.id = named.id;
        target.name = named.name;
        target.url = QStringLiteral("https://example.com/");
        QVERIFY(TargetStore(*m_db).save(target, kNow));
    }
    for (qint64 id = 1; id <= kAll; ++id)
        put(id);
    for (const qint64 id : {1, 10})
        QVERIFY(MarkStore(*m_db).setMarked(DeliveryId{id}, true, kNow));
    QVERIFY(MarkStore(*m_db).setNote(DeliveryId{10}, QStringLiteral("asked the CMS_"), kNow));
    QVERIFY(m_db->commit());
    m_reader = WorkspaceReader::open(name).value();
}

void TestFilterQuery::everyConditionFindsWhatItSays_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count");
    const auto add = [](const char *text, int count) { QTest::newRow(text) << QString::fromLatin1(text) << count; };
    add("", kAll);
    add("state:failed", 24);
    add("state:failed,queued", 48);
    add("not state:delivered", 48);
    add("state:failed state:queued", 0);
    add("target:cms", 120);
    add("-target:cms", 120);
    add("target:cms,spark_site", kAll);
    add("target:spark*", 120);
    add("target~_si", 120);
    add("asset:asset-7", 1);
    add("asset:asset-7*", 11);
    add("asset:asset-7,asset-8", 2);
    add("asset:ASSET-7,asset-8", 1); // an id is opaque
    add("asset:ASSET-7*", 0);
    add("asset:\"asset-7*\",asset-8", 1);
    add("asset:asset?7,asset-[78],asset_7", 0);
    add("-asset:ASSET-7", kAll);
    add("asset~ASSET-7", 11);
    add("asset~SeT-7,*t-23", 22);
    add("cause:http-5*", 24);
    add("-cause:http-503", kAll - 24);
    add("event:moderated", 24);
    add("event:published,moderated", kAll);
    add("event:9", 1);
    add("not event:9", kAll - 1);
    add("code:5xx", 24);
    add("code:none", 24);
    add("code:2xx,503", kAll - 24);
    add("code>=200 code<300", kAll - 48);
    add("code<300", kAll - 48); // without those that nobody answered
    add("code:..299", kAll - 48);
    add("not code<300", 48);
    add("dur>2s", 24);
    add("not dur>2s", kAll - 24); // what has no duration is not longer
    add("dur<2s", kAll - 48);
    add("dur:2s..3s", 24);
    add("tries>=3", 24);
    add("tries:0", 24);
    add("since:1h", 80); // minutes 60 to 99 of each hundred
    add("until:1h", 160);
    add("not since:1h", 160);
    add("since:1h since:30m", 20); // minutes 90 to 99 of each hundred
    add("id:4", 1);
    add("id:4,5,6", 3);
    add("id>=239", 2);
    add("id:1..10 state:failed", 1);
    add("error~50%", 24);
    add("error~\"503, 50\"", 24);
    add("note:CMS_", 1);
    add("note:xCMS", 0);
    add("is:noted", 1);
    add("is:marked", 2);
    add("marked state:failed", 1);
    add("not marked", kAll - 2);
    add("is:replay", 24);
    add("replayed>0", 24);
    add("not replayed>100", kAll - 14);
    add("asset-7", 11);
    add("-asset-7", kAll - 11);
    add("asset-7 state:delivered \"published\"", 8);
    add("body~\"sommer 12\"", 10); // 12 and 120 to 129 but for 123, which did not leave
    add("body~\"not ready\"", 24);
    add("body~\"x-number: 2\"", 24);
    add("body~\"record 3\"", 2); // of those alone that did not leave: 3 and 33
    add("-body~sommer", 24);
    add("body~winter", 0);
}

void TestFilterQuery::everyConditionFindsWhatItSays()
{
    QFETCH(QString, text);
    QFETCH(int, count);
    const DeliveryFilter wanted = filter(text);
    QCOMPARE(m_reader->deliveries(wanted, {}, 1000).size(), count);
    QCOMPARE(m_reader->count(wanted), count);
}

void TestFilterQuery::whatIsTypedIsNeverPartOfTheStatement()
{
    const QString evil = QStringLiteral("\"'; DROP TABLE delivery; --\"");
    for (const char *key : {"", "asset:", "asset~", "cause:", "error~", "note:", "body~", "target~", "-asset:"})
        QVERIFY(m_reader->count(filter(QLatin1String(key) + evil)) >= 0);
    QCOMPARE(m_reader->count({}), kAll);
}

void TestFilterQuery::asMuchAsTheLanguageTakesIsAsked()
{
    const auto list = [](const char *key, qsizetype values) -> QString {
        return QLatin1String(key) + QStringLiteral("asset-7") + QStringLiteral(",x").repeated(values - 1);
    };
    const QString few = QStringLiteral("id:1..10 ")
        + QStringLiteral("-\"no such\" ").repeated(kMostFilterConditions - 2); // the last one follows, with its values
    QCOMPARE(m_reader->count(filter(few + list("asset:", kMostFilterValues - 1))), 1);
    QCOMPARE(m_reader->count(filter(few + list("-body~", kMostFilterValues - 1))), 1); // the third did not leave
}

void TestFilterQuery::whatCantBeReadIsSaid()
{
    DeliveryFilter deep; // more than SQLite takes, and the language
    deep.conditions.append({DeliveryCondition::Field::Asset, false, {}, QStringList(1200, QStringLiteral("x")), {}});
    QVERIFY(!m_reader->readDeliveries(deep, {}, 10));
    QVERIFY(m_reader->deliveries(deep, {}, 10).isEmpty());
    QCOMPARE(m_reader->readDeliveries({}, {}, 10).value().size(), 10);
}

// Every text is a statement of its own.
void TestFilterQuery::whatWasAskedIsNotKept()
{
    const auto ask = [this](int from, int to) {
        for (int values = from; values < to; ++values) {
            const DeliveryFilter wanted = filter(QStringLiteral("asset:x") + QStringLiteral(",x").repeated(values));
            QVERIFY(m_reader->deliveries(wanted, {}, 10).isEmpty());
            QCOMPARE(m_reader->count(wanted), 0);
        }
    };
    ask(100, 110);
    const sqlite3_int64 before = sqlite3_memory_used();
    ask(110, 160);
    QVERIFY(sqlite3_memory_used() - before < 512 * 1024); // kept they would be many megabytes
}

void TestFilterQuery::aScanGoesThroughAllInStepsNewestFirst()
{
    const DeliveryFilter wanted = filter(QStringLiteral("body~\"not ready\" id>20"));
    QList<qint64> found;
    qint64 looked = 0;
    int steps = 0;
    for (DeliveryScan step; !step.ended; ++steps) {
        step = m_reader->scan(wanted, step.last, Milliseconds(0)); // as little as there can be
        looked += step.looked;
        for (const DeliveryRow &row : step.rows)
            found.append(row.delivery.id.value);
    }
    QCOMPARE(looked, kAll - 20);
    QVERIFY(steps > 3);
    QCOMPARE(found.size(), 22);
    QVERIFY(std::is_sorted(found.rbegin(), found.rend()));
    const DeliveryScan all = m_reader->scan({}, {}, 10s);
    QCOMPARE(all.rows.size(), kAll);
    QVERIFY(all.ended);
}

void TestFilterQuery::bytesAreFoundInEitherCase()
{
    QVERIFY(holdsBytes("abc", ""));
    QVERIFY(holdsBytes("xxABC", "abc"));
    QVERIFY(holdsBytes("aab", "AB"));
    QVERIFY(holdsBytes(QByteArrayView("\0\0a\0b", 5), QByteArrayView("A\0B", 3)));
    QVERIFY(holdsBytes("gr\xc3\xbc\xc3\x9f", "\xc3\xbc"));
    QVERIFY(!holdsBytes("ab", "abc"));
    QVERIFY(!holdsBytes({}, "a"));
    QVERIFY(!holdsBytes("aaaaaaab", "aac"));
}

void TestFilterQuery::aReplaySaysHowTheTryBeforeEnded()
{
    QCOMPARE(m_reader->delivery({17})->lastTry, std::optional(S::Delivered)); // 17 repeats 14
    QVERIFY(!m_reader->delivery({14})->lastTry);
}

QTEST_GUILESS_MAIN(TestFilterQuery)
#include "tst_filterquery.moc"
