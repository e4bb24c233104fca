// POST /assets and GET /assets/{uuid}: LightFlow's publish request as the document prints it, and what is told about an
// asset afterwards.
#include "core/intake/httpdoor.h"

#include "tests/intake/doorclient.h"
#include "tests/intake/fakeplatform.h"
#include "tests/intake/fakesink.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace callboard;

namespace {

// seeds/lightflow-callbacks.txt, lines 6-36, with its faults mended, and a mail address besides.
QByteArray publishRequest()
{
    QFile file(QStringLiteral(CALLBOARD_SOURCE_DIR "/tests/intake/publish-request.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestDoorAssets : public QObject {
    Q_OBJECT

private slots:
    void init();
    void publishesAnAsset();
    void keepsTheOrderOfCallbacks();
    void takesAnAssetWithoutCallbacks();
    void refusesOtherMediaTypes_data();
    void refusesOtherMediaTypes();
    void namesThePathOfAFault_data();
    void namesThePathOfAFault();
    void asksToComeBack_data();
    void asksToComeBack();
    void asksNobodyBackForWhatWontPass_data();
    void asksNobodyBackForWhatWontPass();
    void needsTheToken();
    void tellsWhatIsKnown();
    void tellsOfAnAssetWithAnOddId();
    void knowsNoSuchAsset();
    void answersHeadWithoutABody();
    void namesTheMethods();

private:
    WireAnswer ask(const WireRequest &request) const { return askOnce(m_door->port(), request); }
    WireAnswer publish(const QByteArray &body) const
    {
        return ask({.path = "/assets", .contentType = "application/json", .body = body});
    }
    WireAnswer describe(const QByteArray &segment) const
    {
        return ask({.method = "GET", .path = "/assets/" + segment, .contentType = {}});
    }

    const QByteArray m_publish = publishRequest();
    FakeSink m_sink;
    std::unique_ptr<FakePlatform> m_platform;
    std::unique_ptr<HttpDoor> m_door;
};

void TestDoorAssets::init()
{
    m_door.reset();
    m_platform = std::make_unique<FakePlatform>();
    auto door = HttpDoor::open({.port = 0, .token = kToken, .hostNames = {}}, m_sink, *m_platform);
    QVERIFY2(door, door ? "" : qPrintable(door.error().detail));
    m_door = std::move(*door);
}

void TestDoorAssets::publishesAnAsset()
{
    const WireAnswer answer = publish(m_publish);
    QVERIFY2(answer.status == 201, answer.body.constData());
    QCOMPARE(answer.header("Content-Type"), QByteArray("application/json"));
    QCOMPARE(answer.header("Location"), QByteArray("/assets/asset-1"));
    QVERIFY2(answer.body.startsWith(R"({"uuid":"asset-1","callbacks":[)"), answer.body.constData());
    QCOMPARE(m_platform->published().size(), 1);
    const AssetRequest request = m_platform->published().first();
    QCOMPARE(request.callbacks.size(), 2);
    QCOMPARE(request.callbacks.first().headers.size(), 2);
    QVERIFY(request.record.contains("http://someserver.com/VideoSample.mp4"));
    QCOMPARE(m_sink.submissionCount(), 0);
}

void TestDoorAssets::keepsTheOrderOfCallbacks()
{
    const WireAnswer answer = publish(m_publish);
    const QJsonArray callbacks = answer.json().value(QStringLiteral("callbacks")).toArray();
    QCOMPARE(callbacks.size(), 2);
    QCOMPARE(callbacks[0].toObject().value(QStringLiteral("url")).toString(),
             QStringLiteral("https://callback.epiclabs/ingest"));
    QCOMPARE(callbacks[1].toObject().value(QStringLiteral("url")).toString(),
             QStringLiteral("mailto:johndoe@epiclabs.io"));
    QVERIFY2(!answer.body.contains("JWT TOKEN"), answer.body.constData());
}

void TestDoorAssets::takesAnAssetWithoutCallbacks()
{
    const WireAnswer answer = publish(R"({"parameters":{"input":{"urlPath":"/media/f.mp4"}}})");
    QCOMPARE(answer.status, 201);
    QCOMPARE(answer.body, QByteArray(R"({"uuid":"asset-1","callbacks":[]})"));
}

void TestDoorAssets::refusesOtherMediaTypes_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("encoding");
    for (const char *type : {"text/plain", "application/xml", "application/x-www-form-urlencoded", "",
                             "application/cloudevents+json", "application/json; charset=utf-16"})
        QTest::newRow(type) << QByteArray(type) << QByteArray();
    QTest::newRow("none") << QByteArray() << QByteArray();
    QTest::newRow("gzip") << QByteArray("application/json") << QByteArray("gzip");
}

void TestDoorAssets::refusesOtherMediaTypes()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, encoding);
    WireRequest request{.path = "/assets", .contentType = {}, .body = m_publish};
    if (!type.isNull())
        request.contentType = type;
    if (!encoding.isNull())
        request.headers.emplaceBack("Content-Encoding", encoding);
    const WireAnswer answer = ask(request);
    QCOMPARE(answer.status, 415);
    QCOMPARE(answer.header("Accept-Post"), QByteArray("application/json"));
    QVERIFY(m_platform->published().isEmpty());
}

void TestDoorAssets::namesThePathOfAFault_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("named");
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("not JSON") << QByteArray("{\n\"parameters\": nope}") << QStringLiteral("line 2");
    QTest::newRow("an array") << QByteArray("[]") << QString();
    QTest::newRow("no parameters") << QByteArray("{}") << QStringLiteral("parameters");
    QTest::newRow("no input") << QByteArray(R"({"parameters":{}})") << QStringLiteral("parameters.input");
    QTest::newRow("a method that is none")
        << QByteArray(m_publish).replace("\"POST\"", "\"BREW\"") << QStringLiteral("parameters.callbacks[0].method");
    QTest::newRow("an address that is none") << QByteArray(m_publish).replace("mailto:johndoe@epiclabs.io", "nowhere")
                                             << QStringLiteral("parameters.callbacks[1].url");
    QTest::newRow("a trailing comma") << QByteArray(m_publish).replace("\"POST\"", "\"POST\",")
                                      << QStringLiteral("line");
}

void TestDoorAssets::namesThePathOfAFault()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, named);
    const WireAnswer answer = publish(body);
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.header("Content-Type"), QByteArray("application/problem+json"));
    QVERIFY2(!answer.detail().isEmpty() && answer.detail().contains(named), qPrintable(answer.detail()));
    QVERIFY(m_platform->published().isEmpty());
}

void TestDoorAssets::asksToComeBack_data()
{
    QTest::addColumn<int>("code");
    QTest::newRow("the vault is closed") << int(ErrorCode::VaultUnavailable);
    QTest::newRow("the store is away") << int(ErrorCode::StoreUnavailable);
    QTest::newRow("the store is busy") << int(ErrorCode::StoreBusy);
}

void TestDoorAssets::asksToComeBack()
{
    QFETCH(int, code);
    m_platform->refuseWith(ErrorCode(code), QStringLiteral("Not now."));
    const WireAnswer answer = publish(m_publish);
    QCOMPARE(answer.status, 503);
    QVERIFY(answer.header("Retry-After").toInt() > 0);
    QCOMPARE(answer.detail(), QStringLiteral("Not now."));
}

void TestDoorAssets::asksNobodyBackForWhatWontPass_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("status");
    QTest::newRow("a conflict") << int(ErrorCode::Conflict) << 409;
    QTest::newRow("a name that is taken") << int(ErrorCode::NameTaken) << 409;
    QTest::newRow("a workspace in use") << int(ErrorCode::WorkspaceInUse) << 409;
    QTest::newRow("not found") << int(ErrorCode::NotFound) << 404;
    QTest::newRow("not allowed") << int(ErrorCode::NotAllowed) << 400;
    QTest::newRow("the vault is damaged") << int(ErrorCode::VaultCorrupt) << 400;
    QTest::newRow("a newer schema") << int(ErrorCode::NewerSchema) << 400;
    QTest::newRow("too large") << int(ErrorCode::TooLarge) << 400;
}

void TestDoorAssets::asksNobodyBackForWhatWontPass()
{
    QFETCH(int, code);
    QFETCH(int, status);
    m_platform->refuseWith(ErrorCode(code), QStringLiteral("Not ever."));
    const WireAnswer answer = publish(m_publish);
    QCOMPARE(answer.status, status);
    QVERIFY(answer.header("Retry-After").isEmpty());
    QCOMPARE(answer.detail(), QStringLiteral("Not ever."));
}

void TestDoorAssets::needsTheToken()
{
    WireRequest request{.path = "/assets", .token = {}, .contentType = "application/json", .body = m_publish};
    QCOMPARE(ask(request).status, 401);
    request.headers.emplaceBack("Authorization", "Basic " + QByteArray("x:" + kToken).toBase64());
    QCOMPARE(ask(request).status, 401); // Basic is for encoders alone
    QCOMPARE(ask({.method = "GET", .path = "/assets/asset-1", .token = {}, .contentType = {}}).status, 401);
    QVERIFY(m_platform->published().isEmpty());
    QVERIFY(m_platform->asked().isEmpty());
}

void TestDoorAssets::tellsWhatIsKnown()
{
    AssetDescription known;
    known.asset.id = QStringLiteral("6b48fbce");
    known.asset.published = true;
    known.asset.contentType = QStringLiteral("application/json");
    known.asset.record = R"({"assetName":"T1S03","inputUrl":"https://storage.googleapis.com/T1S03.mp4"})";
    known.callbacks.append(lightFlowPreset());
    known.callbacks.first().url = QStringLiteral("https://example.org/hook");
    m_platform->setAsset(known);
    const WireAnswer answer = describe("6b48fbce");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json().value(QStringLiteral("uuid")).toString(), QStringLiteral("6b48fbce"));
    QCOMPARE(answer.json().value(QStringLiteral("assetName")).toString(), QStringLiteral("T1S03"));
    QCOMPARE(answer.json().value(QStringLiteral("callbacks")).toArray().size(), 1);
}

void TestDoorAssets::tellsOfAnAssetWithAnOddId()
{
    AssetDescription known;
    known.asset.id = QStringLiteral("show/1?&エ %41");
    known.asset.published = true;
    m_platform->setAsset(known);
    const WireAnswer answer = describe("show%2F1%3F%26%E3%82%A8%20%2541");
    QCOMPARE(answer.status, 200);
    QCOMPARE(m_platform->asked(), QStringList{known.asset.id});
}

void TestDoorAssets::knowsNoSuchAsset()
{
    const WireAnswer answer = describe("nobody");
    QCOMPARE(answer.status, 404);
    QCOMPARE(answer.header("Content-Type"), QByteArray("application/problem+json"));
    QVERIFY2(answer.detail().contains(QStringLiteral("nobody")), qPrintable(answer.detail()));
    for (const QByteArray &segment : {QByteArray(), QByteArray("a/b"), QByteArray("a%00b"), QByteArray(256, 'a')})
        QCOMPARE(describe(segment).status, 404);
    QCOMPARE(m_platform->asked(), QStringList{QStringLiteral("nobody")});
}

void TestDoorAssets::answersHeadWithoutABody()
{
    AssetDescription known;
    known.asset.id = QStringLiteral("1");
    m_platform->setAsset(known);
    QTcpSocket socket; // a client that knows of no body would wait for the one that is announced
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_door->port());
    socket.write(
        WireRequest{.method = "HEAD", .path = "/assets/1", .contentType = {}, .headers = {{"Connection", "close"}}}
            .bytes(m_door->port()));
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    const QByteArray answer = socket.readAll();
    QVERIFY2(answer.startsWith("HTTP/1.1 200 ") && answer.endsWith("\r\n\r\n"), answer.constData());
    QCOMPARE(answer.count("\r\n\r\n"), 1);
}

void TestDoorAssets::namesTheMethods()
{
    QCOMPARE(ask({.method = "GET", .path = "/assets", .contentType = {}}).header("Allow"), QByteArray("POST"));
    QCOMPARE(ask({.method = "DELETE", .path = "/assets/1", .contentType = {}}).header("Allow"),
             QByteArray("GET, HEAD"));
}

QTEST_GUILESS_MAIN(TestDoorAssets)
#include "tst_doorassets.moc"
