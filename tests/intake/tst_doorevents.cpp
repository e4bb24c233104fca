// POST /v1/events: what is taken, in which mode, and what each bad input is told.
#include "core/intake/httpdoor.h"

#include "tests/intake/doorclient.h"
#include "tests/intake/fakeplatform.h"
#include "tests/intake/fakesink.h"

#include <QJsonArray>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using namespace callboard;

class TestDoorEvents : public QObject {
    Q_OBJECT

private slots:
    void init();
    void takesOneEvent_data();
    void takesOneEvent();
    void takesABatchWhole();
    void takesAnEmptyBatch();
    void takesABinaryEvent_data();
    void takesABinaryEvent();
    void takesAChunkedBody();
    void takesWhatAnOrdinaryClientSends();
    void keepsTheConnection();
    void refusesOtherMediaTypes_data();
    void refusesOtherMediaTypes();
    void refusesBadEvents_data();
    void refusesBadEvents();
    void refusesABatchWithOneBadEventWhole();
    void tellsOfAConflict();
    void countsThroughHowManyCallboardsItCame_data();
    void countsThroughHowManyCallboardsItCame();
    void endsALoop_data();
    void endsALoop();
    void asksToComeBackWhenTheStoreIsAway_data();
    void asksToComeBackWhenTheStoreIsAway();
    void answersWhenTheSinkDropsIt();

private:
    WireAnswer ask(const WireRequest &request) const { return askOnce(m_door->port(), request); }

    std::unique_ptr<FakeSink> m_sink;
    FakePlatform m_platform;
    std::unique_ptr<HttpDoor> m_door;
};

void TestDoorEvents::init()
{
    m_door.reset();
    m_sink = std::make_unique<FakeSink>();
    auto door = HttpDoor::open({.port = 0, .token = kToken, .hostNames = {}}, *m_sink, m_platform);
    QVERIFY2(door, door ? "" : qPrintable(door.error().detail));
    m_door = std::move(*door);
}

void TestDoorEvents::takesOneEvent_data()
{
    QTest::addColumn<QByteArray>("type");
    for (const char *type : {"application/cloudevents+json", "application/cloudevents+json; charset=utf-8",
                             "application/json", "Application/JSON;charset=\"UTF-8\""})
        QTest::newRow(type) << QByteArray(type);
}

void TestDoorEvents::takesOneEvent()
{
    QFETCH(QByteArray, type);
    const WireAnswer answer = ask({.contentType = type, .body = eventJson("e-1", "asset-7")});
    QCOMPARE(answer.status, 202);
    QCOMPARE(answer.header("Content-Type"), QByteArray("application/json"));
    QCOMPARE(answer.body, QByteArray(R"({"accepted":1,"duplicates":0,"ids":["e-1"]})"));
    QCOMPARE(m_sink->events().size(), 1);
    QCOMPARE(m_sink->events().first().asset, QStringLiteral("asset-7"));
}

void TestDoorEvents::takesABatchWhole()
{
    for (const QByteArray type : {"application/cloudevents-batch+json", "application/json"}) {
        init();
        const WireAnswer answer = ask({.contentType = type, .body = '[' + eventJson("1") + ',' + eventJson("2") + ']'});
        QCOMPARE(answer.status, 202);
        QCOMPARE(answer.json().value(QStringLiteral("ids")).toArray(),
                 QJsonArray({QStringLiteral("1"), QStringLiteral("2")}));
        QCOMPARE(m_sink->submissionCount(), 1);
        QCOMPARE(m_sink->events().size(), 2);
    }
}

void TestDoorEvents::takesAnEmptyBatch()
{
    const WireAnswer answer = ask({.contentType = "application/cloudevents-batch+json", .body = "[]"});
    QCOMPARE(answer.status, 202);
    QCOMPARE(answer.body, QByteArray(R"({"accepted":0,"duplicates":0,"ids":[]})"));
    QCOMPARE(m_sink->submissionCount(), 0);
}

void TestDoorEvents::takesABinaryEvent_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("JSON") << QByteArray("application/json") << QByteArray(R"({"uuid":"a","duration":1.10})");
    QTest::newRow("XML") << QByteArray("application/xml") << QByteArray("<result><id>a</id></result>");
}

void TestDoorEvents::takesABinaryEvent()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    const WireAnswer answer = ask({.contentType = type,
                                   .headers = {{"CE-SpecVersion", "1.0"},
                                               {"ce-id", "b-1"},
                                               {"ce-source", "/test"},
                                               {"ce-type", "media.asset.published"},
                                               {"ce-subject", "a"}},
                                   .body = body});
    QVERIFY2(answer.status == 202, answer.body.constData());
    QCOMPARE(m_sink->events().size(), 1);
    QCOMPARE(m_sink->events().first().data, body);
    QCOMPARE(m_sink->events().first().sourceId, QStringLiteral("b-1"));
}

void TestDoorEvents::takesAChunkedBody()
{
    QCOMPARE(ask({.body = eventJson("1"), .chunked = true}).status, 202);
    QCOMPARE(m_sink->events().size(), 1);
}

void TestDoorEvents::takesWhatAnOrdinaryClientSends()
{
    QNetworkAccessManager manager;
    QNetworkRequest request(QUrl(m_door->url() + QStringLiteral("/v1/events")));
    request.setRawHeader("Authorization", "Bearer " + kToken);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/cloudevents+json"));
    const std::unique_ptr<QNetworkReply> reply(manager.post(request, eventJson("q-1")));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QVERIFY(finished.wait(10'000));
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 202);
    QCOMPARE(m_sink->events().size(), 1);
}

void TestDoorEvents::keepsTheConnection()
{
    DoorClient client(m_door->port());
    QCOMPARE(client.send({.body = eventJson("1")}).status, 202);
    QCOMPARE(client.send({.path = "/nowhere", .body = eventJson("2")}).status, 404);
    QCOMPARE(client.send({.token = {}, .body = eventJson("3")}).status, 401);
    QCOMPARE(client.send({.body = eventJson("4")}).status, 202);
    QCOMPARE(m_sink->events().size(), 2);
}

void TestDoorEvents::refusesOtherMediaTypes_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("encoding");
    for (const char *type : {"text/plain", "application/xml", "application/x-www-form-urlencoded",
                             "application/cloudevents+xml", "application/json; charset=iso-8859-1"})
        QTest::newRow(type) << QByteArray(type) << QByteArray();
    QTest::newRow("none") << QByteArray() << QByteArray();
    QTest::newRow("gzip") << QByteArray("application/json") << QByteArray("gzip");
}

void TestDoorEvents::refusesOtherMediaTypes()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, encoding);
    WireRequest request{.contentType = {}, .body = eventJson("1")};
    if (!type.isNull())
        request.contentType = type;
    if (!encoding.isNull())
        request.headers.emplaceBack("Content-Encoding", encoding);
    const WireAnswer answer = ask(request);
    QCOMPARE(answer.status, 415);
    QVERIFY(answer.header("Accept-Post").contains("application/cloudevents+json"));
    QCOMPARE(m_sink->submissionCount(), 0);
}

void TestDoorEvents::refusesBadEvents_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("named");
    const QByteArray good = eventJson("1");
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("not JSON") << QByteArray("{nope") << QString();
    QTest::newRow("cut short") << good.chopped(1) << QString();
    QTest::newRow("trailing bytes") << QByteArray(good + "x") << QString();
    QTest::newRow("a number") << QByteArray("7") << QString();
    QTest::newRow("not UTF-8") << QByteArray(good).replace("finished", "\xff\xfe") << QString();
    QTest::newRow("no id") << QByteArray(good).replace(R"("id":"1",)", "") << QStringLiteral("id");
    QTest::newRow("no source") << QByteArray(good).replace(R"("source":"/test",)", "") << QStringLiteral("source");
    QTest::newRow("no subject") << QByteArray(good).replace(R"("subject":"asset-1",)", "") << QStringLiteral("subject");
    QTest::newRow("empty id") << QByteArray(good).replace(R"("id":"1")", R"("id":"")") << QStringLiteral("id");
    QTest::newRow("unknown type") << QByteArray(good).replace("media.asset.published", "media.asset.eaten")
                                  << QStringLiteral("type");
    QTest::newRow("other version") << QByteArray(good).replace("\"1.0\"", "\"0.3\"") << QStringLiteral("specversion");
    QTest::newRow("data is no record") << QByteArray(R"({"specversion":"1.0","id":"1","source":"/t",)"
                                                     R"("type":"media.asset.published","subject":"a","data":7})")
                                       << QStringLiteral("data");
}

void TestDoorEvents::refusesBadEvents()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, named);
    const WireAnswer answer = ask({.body = body});
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.header("Content-Type"), QByteArray("application/problem+json"));
    QVERIFY(!answer.detail().isEmpty());
    QVERIFY2(answer.detail().contains(named), qPrintable(answer.detail()));
    QCOMPARE(m_sink->submissionCount(), 0);
}

void TestDoorEvents::refusesABatchWithOneBadEventWhole()
{
    const QByteArray bad = QByteArray(eventJson("3")).replace(R"("subject":"asset-1",)", "");
    const WireAnswer answer = ask({.contentType = "application/cloudevents-batch+json",
                                   .body = '[' + eventJson("1") + ',' + eventJson("2") + ',' + bad + ']'});
    QCOMPARE(answer.status, 400);
    QVERIFY2(answer.detail().contains(u'2') || answer.detail().contains(u'3'), qPrintable(answer.detail()));
    QVERIFY(answer.detail().contains(QStringLiteral("subject")));
    QCOMPARE(m_sink->submissionCount(), 0);
}

void TestDoorEvents::tellsOfAConflict()
{
    m_sink->refuseWith(ErrorCode::Conflict, QStringLiteral("Event “1” of “/test” came before with other content."));
    const WireAnswer answer = ask({.body = eventJson("1")});
    QCOMPARE(answer.status, 409);
    QCOMPARE(answer.detail(), QStringLiteral("Event “1” of “/test” came before with other content."));
}

void TestDoorEvents::countsThroughHowManyCallboardsItCame_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<int>("hops");
    QTest::newRow("nothing said") << QByteArray() << 0;
    QTest::newRow("none") << QByteArray("0") << 0;
    QTest::newRow("one") << QByteArray("1") << 1;
    QTest::newRow("as many as are taken") << QByteArray("3") << 3;
}

void TestDoorEvents::countsThroughHowManyCallboardsItCame()
{
    QFETCH(QByteArray, said);
    QFETCH(int, hops);
    WireRequest request{.contentType = "application/json", .body = '[' + eventJson("1") + ',' + eventJson("2") + ']'};
    if (!said.isEmpty())
        request.headers = {{"Callboard-Hops", said}};
    QCOMPARE(ask(request).status, 202);
    QCOMPARE(m_sink->events().size(), 2);
    for (const MediaEvent &event : m_sink->events())
        QCOMPARE(event.hops, hops);
}

void TestDoorEvents::endsALoop_data()
{
    QTest::addColumn<QList<QByteArray>>("said");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QList<QByteArray> &said, int status) {
        QTest::newRow(name) << said << status;
    };
    row("one too many", {"4"}, 508);
    row("far too many", {"99999999999999999999"}, 508);
    row("no number", {"x"}, 400);
    row("nothing", {""}, 400);
    row("negative", {"-1"}, 400);
    row("a list", {"1, 2"}, 400);
    row("twice", {"1", "1"}, 400);
}

void TestDoorEvents::endsALoop()
{
    QFETCH(QList<QByteArray>, said);
    QFETCH(int, status);
    WireRequest request{.body = eventJson("1")};
    for (const QByteArray &value : said)
        request.headers.append({"callboard-hops", value});
    const WireAnswer answer = ask(request);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.header("Content-Type"), QByteArray("application/problem+json"));
    QCOMPARE(answer.json().value(QStringLiteral("title")).toString(),
             status == 508 ? QStringLiteral("Loop Detected") : QStringLiteral("Bad Request"));
    QCOMPARE(m_sink->submissionCount(), 0);
}

void TestDoorEvents::asksToComeBackWhenTheStoreIsAway_data()
{
    QTest::addColumn<int>("code");
    QTest::newRow("unavailable") << int(ErrorCode::StoreUnavailable);
    QTest::newRow("busy") << int(ErrorCode::StoreBusy);
}

void TestDoorEvents::asksToComeBackWhenTheStoreIsAway()
{
    QFETCH(int, code);
    m_sink->refuseWith(ErrorCode(code), QStringLiteral("The disk is full."));
    const WireAnswer answer = ask({.body = eventJson("1")});
    QCOMPARE(answer.status, 503);
    QVERIFY(answer.header("Retry-After").toInt() > 0);
    QCOMPARE(answer.detail(), QStringLiteral("The disk is full."));
}

void TestDoorEvents::answersWhenTheSinkDropsIt()
{
    m_sink->setMode(FakeSink::Mode::Drop);
    QCOMPARE(ask({.body = eventJson("1")}).status, 503);
}

QTEST_GUILESS_MAIN(TestDoorEvents)
#include "tst_doorevents.moc"
