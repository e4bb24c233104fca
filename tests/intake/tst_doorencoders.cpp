// POST /v1/encoders/…: who may bring a notification, in which form, and what is answered.
#include "core/intake/httpdoor.h"

#include "tests/intake/doorclient.h"
#include "tests/intake/fakeplatform.h"
#include "tests/intake/fakesink.h"
#include "tests/intake/samplefile.h"

#include <QTest>

using namespace callboard;

namespace {

const QByteArray kZencoderSecret = "z-secret-0123456789";
const QByteArray kBrightcoveSecret = "b-secret-0123456789";
const QByteArray kSecretHeader = "X-Zencoder-Notification-Secret";

QByteArray basic(const QByteArray &user, const QByteArray &password)
{
    return "Basic " + QByteArray(user + ':' + password).toBase64();
}

} // namespace

class TestDoorEncoders : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void letsIn_data();
    void letsIn();
    void refusesSecretsWhereNoneIsSet_data();
    void refusesSecretsWhereNoneIsSet();
    void refusesASecretToldTwice();
    void takesZencodersNotification();
    void takesBrightcovesNotification();
    void takesEveryForm_data();
    void takesEveryForm();
    void takesTheAssetOfThePath();
    void keepsWhatMatchesNothing();
    void tellsOfARepetition();
    void refusesMalformedOnes_data();
    void refusesMalformedOnes();
    void refusesOtherMediaTypes();
    void asksToComeBackWhenTheStoreIsAway();
    void knowsNoOtherEncoder();

private:
    WireAnswer ask(const WireRequest &request) const { return askOnce(m_door->port(), request); }
    WireAnswer post(const QByteArray &path, const QByteArray &type, const QByteArray &body) const
    {
        return ask({.path = path, .contentType = type, .body = body});
    }

    QByteArray m_zencoder;
    QByteArray m_brightcove;
    FakeSink m_sink;
    std::unique_ptr<FakePlatform> m_platform;
    std::unique_ptr<HttpDoor> m_door;
};

void TestDoorEncoders::initTestCase()
{
    m_zencoder = sampleFile("zencoder-job-notification.json");
    m_brightcove = sampleFile("brightcove-title-create.json");
    QVERIFY(!m_zencoder.isEmpty());
    QVERIFY(!m_brightcove.isEmpty());
}

void TestDoorEncoders::init()
{
    m_door.reset();
    m_platform = std::make_unique<FakePlatform>();
    m_platform->setSecret(Encoder::Zencoder, kZencoderSecret);
    m_platform->setSecret(Encoder::Brightcove, kBrightcoveSecret);
    auto door = HttpDoor::open({.port = 0, .token = kToken, .hostNames = {}}, m_sink, *m_platform);
    QVERIFY2(door, door ? "" : qPrintable(door.error().detail));
    m_door = std::move(*door);
}

void TestDoorEncoders::letsIn_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<QByteArray>("secretHeader");
    QTest::addColumn<bool>("toZencoder");
    QTest::addColumn<bool>("toBrightcove");
    const QByteArray none;
    const auto row = [&](const char *name, const QByteArray &authorization, const QByteArray &header, bool zencoder,
                         bool brightcove) { QTest::newRow(name) << authorization << header << zencoder << brightcove; };
    row("nothing", none, none, false, false);
    row("the token", "Bearer " + kToken, none, true, true);
    row("another token", "Bearer other", none, false, false);
    row("Zencoder's secret as a token", "Bearer " + kZencoderSecret, none, false, false);
    row("the token as password", basic("callboard", kToken), none, true, true);
    row("the token as password of nobody", basic("", kToken), none, true, true);
    row("the token as user name", basic(kToken, ""), none, false, false);
    row("Zencoder's secret as password", basic("any", kZencoderSecret), none, true, false);
    row("Brightcove's secret as password", basic("any", kBrightcoveSecret), none, false, true);
    row("scheme in other case", "bASIC " + basic("any", kToken).sliced(6), none, true, true);
    row("a password with a colon more", basic("any", ":" + kToken), none, false, false);
    row("a password cut short", basic("any", kToken.chopped(1)), none, false, false);
    row("an empty password", basic("any", ""), none, false, false);
    row("no colon", "Basic " + kToken.toBase64(), none, false, false);
    row("not base64", "Basic !!!" + kToken, none, false, false);
    row("Zencoder's own header", none, kZencoderSecret, true, false);
    row("a wrong own header", none, kZencoderSecret + "x", false, false);
    row("the token in the own header", none, kToken, false, false);
    row("Brightcove's secret in Zencoder's header", none, kBrightcoveSecret, false, false);
    row("a wrong token beside the right header", "Bearer other", kZencoderSecret, true, false);
    row("the right token beside a wrong header", "Bearer " + kToken, "other", true, true);
    row("another scheme", "Digest " + kToken, none, false, false);
}

void TestDoorEncoders::letsIn()
{
    QFETCH(QByteArray, authorization);
    QFETCH(QByteArray, secretHeader);
    QFETCH(bool, toZencoder);
    QFETCH(bool, toBrightcove);
    WireRequest request{.token = {}, .contentType = "application/json"};
    if (!authorization.isNull())
        request.headers.emplaceBack("Authorization", authorization);
    if (!secretHeader.isNull())
        request.headers.emplaceBack(kSecretHeader, secretHeader);
    for (const QByteArray path :
         {"/v1/encoders/zencoder", "/v1/encoders/zencoder/asset-7", "/v1/encoders/brightcove"}) {
        const bool zencoder = !path.endsWith("brightcove");
        request.path = path;
        request.body = zencoder ? m_zencoder : m_brightcove;
        const WireAnswer answer = ask(request);
        const bool allowed = zencoder ? toZencoder : toBrightcove;
        QCOMPARE(answer.status, allowed ? 202 : 401);
        QCOMPARE(answer.header("WWW-Authenticate").startsWith("Basic "), !allowed);
    }
    QCOMPARE(m_platform->notifications().size(), (toZencoder ? 2 : 0) + (toBrightcove ? 1 : 0));
    // What lets an encoder in opens no other door.
    request.path = "/v1/events";
    request.body = eventJson("1");
    QCOMPARE(ask(request).status, authorization == "Bearer " + kToken ? 202 : 401);
}

void TestDoorEncoders::refusesSecretsWhereNoneIsSet_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("an empty header") << kSecretHeader << QByteArray();
    QTest::newRow("an empty password") << QByteArray("Authorization") << basic("any", "");
    QTest::newRow("the secret of before") << kSecretHeader << kZencoderSecret;
}

void TestDoorEncoders::refusesSecretsWhereNoneIsSet()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    m_platform->setSecret(Encoder::Zencoder, {});
    const WireRequest request{.path = "/v1/encoders/zencoder",
                              .token = {},
                              .contentType = "application/json",
                              .headers = {{name, value}},
                              .body = m_zencoder};
    QCOMPARE(ask(request).status, 401);
    QVERIFY(m_platform->notifications().isEmpty());
}

void TestDoorEncoders::refusesASecretToldTwice()
{
    const WireRequest request{.path = "/v1/encoders/zencoder",
                              .token = {},
                              .contentType = "application/json",
                              .headers = {{kSecretHeader, "guess"}, {kSecretHeader, kZencoderSecret}},
                              .body = m_zencoder};
    QCOMPARE(ask(request).status, 400);
    QVERIFY(m_platform->notifications().isEmpty());
}

void TestDoorEncoders::takesZencodersNotification()
{
    m_platform->setOutcome({NotificationId{1}, QStringLiteral("asset-7"), false, 2});
    const WireAnswer answer = post("/v1/encoders/zencoder", "application/json; charset=utf-8", m_zencoder);
    QCOMPARE(answer.status, 202);
    QCOMPARE(answer.body, QByteArray(R"({"accepted":1,"matched":true,"asset":"asset-7","repeated":false,"events":2})"));
    QCOMPARE(m_platform->notifications().size(), 1);
    const EncoderNotification notification = m_platform->notifications().first();
    QVERIFY(notification.encoder == Encoder::Zencoder);
    QCOMPARE(notification.jobId, QStringLiteral("172151"));
    QCOMPARE(notification.state, QStringLiteral("finished"));
    QCOMPARE(notification.body, m_zencoder);
    QVERIFY(notification.asset.isEmpty());
}

void TestDoorEncoders::takesBrightcovesNotification()
{
    QCOMPARE(post("/v1/encoders/brightcove", "application/json", m_brightcove).status, 202);
    QCOMPARE(m_platform->notifications().size(), 1);
    const EncoderNotification notification = m_platform->notifications().first();
    QVERIFY(notification.encoder == Encoder::Brightcove);
    QCOMPARE(notification.videoId, QStringLiteral("5660367449001"));
    QCOMPARE(notification.body, m_brightcove);
}

void TestDoorEncoders::takesEveryForm_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    const QByteArray xml = "<hash><job><id type=\"integer\">12</id><state>finished</state></job>"
                           "<output><id>3</id><state>finished</state></output></hash>";
    const QByteArray form = "entity=12&entityType=TITLE&version=1&action=CREATE&jobId=j-1&videoId=12&accountId=5"
                            "&status=SUCCESS";
    QTest::newRow("JSON") << QByteArray("/v1/encoders/zencoder") << QByteArray("application/json") << m_zencoder;
    QTest::newRow("JSON, unsaid") << QByteArray("/v1/encoders/zencoder") << QByteArray() << m_zencoder;
    QTest::newRow("XML") << QByteArray("/v1/encoders/zencoder") << QByteArray("application/xml") << xml;
    QTest::newRow("XML as text") << QByteArray("/v1/encoders/zencoder") << QByteArray("text/xml;charset=utf-8") << xml;
    QTest::newRow("XML, unsaid") << QByteArray("/v1/encoders/zencoder") << QByteArray() << xml;
    QTest::newRow("form fields") << QByteArray("/v1/encoders/brightcove")
                                 << QByteArray("application/x-www-form-urlencoded") << form;
}

void TestDoorEncoders::takesEveryForm()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    WireRequest request{.path = path, .contentType = {}, .body = body};
    if (!type.isNull())
        request.contentType = type;
    const WireAnswer answer = ask(request);
    QVERIFY2(answer.status == 202, answer.body.constData());
    QCOMPARE(m_platform->notifications().size(), 1);
    QCOMPARE(m_platform->notifications().first().body, body);
    QVERIFY(!m_platform->notifications().first().jobId.isEmpty());
}

void TestDoorEncoders::takesTheAssetOfThePath()
{
    QCOMPARE(post("/v1/encoders/zencoder/show%2F1", "application/json", m_zencoder).status, 202);
    QCOMPARE(post("/v1/encoders/brightcove/asset-8", "application/json", m_brightcove).status, 202);
    QCOMPARE(m_platform->notifications().at(0).asset, QStringLiteral("show/1"));
    QCOMPARE(m_platform->notifications().at(1).asset, QStringLiteral("asset-8"));
}

void TestDoorEncoders::keepsWhatMatchesNothing()
{
    m_platform->setOutcome({NotificationId{1}, {}, false, 0});
    const WireAnswer answer = post("/v1/encoders/zencoder", "application/json", m_zencoder);
    QCOMPARE(answer.status, 202);
    QCOMPARE(answer.body, QByteArray(R"({"accepted":1,"matched":false,"asset":null,"repeated":false,"events":0})"));
}

void TestDoorEncoders::tellsOfARepetition()
{
    m_platform->setOutcome({NotificationId{1}, QStringLiteral("“a”\n"), true, 0});
    const WireAnswer answer = post("/v1/encoders/zencoder", "application/json", m_zencoder);
    QCOMPARE(answer.status, 202);
    QCOMPARE(answer.json().value(QStringLiteral("repeated")).toBool(), true);
    QCOMPARE(answer.json().value(QStringLiteral("asset")).toString(), QStringLiteral("“a”\n"));
}

void TestDoorEncoders::refusesMalformedOnes_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    const QByteArray json = "application/json";
    QTest::newRow("empty") << json << QByteArray();
    QTest::newRow("not JSON") << json << QByteArray("{nope");
    QTest::newRow("cut short") << json << m_zencoder.chopped(2);
    QTest::newRow("no job") << json << QByteArray("{}");
    QTest::newRow("an array") << json << QByteArray("[]");
    QTest::newRow("XML that is none") << QByteArray("application/xml") << QByteArray("<hash><job></hash>");
    QTest::newRow("XML with a DOCTYPE") << QByteArray("application/xml")
                                        << QByteArray("<!DOCTYPE x [<!ENTITY e \"e\">]><hash><job>&e;</job></hash>");
    QTest::newRow("too deep") << json << QByteArray(QByteArray(100, '[') + QByteArray(100, ']'));
}

void TestDoorEncoders::refusesMalformedOnes()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    const WireAnswer answer = post("/v1/encoders/zencoder", type, body);
    QCOMPARE(answer.status, 400);
    QVERIFY(!answer.detail().isEmpty());
    QVERIFY(m_platform->notifications().isEmpty());
}

void TestDoorEncoders::refusesOtherMediaTypes()
{
    const WireAnswer answer = post("/v1/encoders/zencoder", "text/plain", m_zencoder);
    QCOMPARE(answer.status, 415);
    QVERIFY(answer.header("Accept-Post").contains("application/xml"));
    QVERIFY(m_platform->notifications().isEmpty());
}

void TestDoorEncoders::asksToComeBackWhenTheStoreIsAway()
{
    m_platform->refuseWith(ErrorCode::StoreUnavailable, QStringLiteral("The disk is full."));
    const WireAnswer answer = post("/v1/encoders/zencoder", "application/json", m_zencoder);
    QCOMPARE(answer.status, 503);
    QVERIFY(answer.header("Retry-After").toInt() > 0);
}

void TestDoorEncoders::knowsNoOtherEncoder()
{
    QCOMPARE(post("/v1/encoders/other", "application/json", m_zencoder).status, 404);
    QCOMPARE(post("/v1/encoders/zencoder/", "application/json", m_zencoder).status, 404);
    QCOMPARE(post("/v1/encoders/zencoder/a/b", "application/json", m_zencoder).status, 404);
    QCOMPARE(ask({.method = "GET", .path = "/v1/encoders/zencoder", .contentType = {}}).status, 405);
    QCOMPARE(ask({.path = "/v1/encoders/other", .token = {}, .body = m_zencoder}).status, 401);
}

QTEST_GUILESS_MAIN(TestDoorEncoders)
#include "tst_doorencoders.moc"
