// What is said with a server that gives tokens: the question, and what each answer means.
#include "core/engine/tokenexchange.h"
#include "core/transport/connectionsecurity.h"
#include "tests/support/testcertificate.h"

#include <QTemporaryDir>
#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

Authentication client()
{
    Authentication open;
    open.scheme = AuthScheme::OAuth2;
    open.user = QStringLiteral("the client");
    open.secret.plain = QStringLiteral("planted:4711 & more/~ü");
    open.tokenUrl = QStringLiteral("https://login.example.com/token");
    return open;
}

CallbackTarget target(const Authentication &open = client())
{
    CallbackTarget target;
    target.url = QStringLiteral("https://cms.example/hook");
    target.authentication = open;
    return target;
}

QByteArray header(const TransportRequest &request, const QByteArray &name)
{
    for (const auto &[one, value] : request.headers) {
        if (one == name)
            return value;
    }
    return {};
}

Exchange answered(int status, const QByteArray &body)
{
    Exchange exchange;
    exchange.status = status;
    exchange.outcome = status / 100 == 2 ? Outcome::Delivered : Outcome::Rejected;
    exchange.responseBody = body;
    exchange.responseSize = body.size();
    return exchange;
}

QString refused(const Exchange &exchange, const Authentication &open = client())
{
    const auto token = readTokenAnswer(open, exchange);
    return token ? QStringLiteral("a token: ") + token->value : token.error().detail;
}

} // namespace

class tst_TokenExchange : public QObject {
    Q_OBJECT

private slots:
    void asksByBasicWithBothPartsEncoded();
    void asksWithTheSecretInTheForm();
    void asksByTheTargetsPolicy();
    void readsAToken();
    void aTokenIsGoodForSoLong_data();
    void aTokenIsGoodForSoLong();
    void whatIsNoTokenIsRefused_data();
    void whatIsNoTokenIsRefused();
    void aServerThatRefusesIsQuotedBrieflyAndWithoutTheSecret();
    void aServerThatCannotBeAsked();
    void anotherHostIsNotHeldToTheReceiversPins();
};

void tst_TokenExchange::asksByBasicWithBothPartsEncoded()
{
    Authentication open = client();
    open.scope = QStringLiteral("callbacks:send media");
    open.audience = QStringLiteral("https://cms.example/");
    const TransportRequest request = tokenRequest(target(open), open);
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.url, QUrl(QStringLiteral("https://login.example.com/token")));
    QCOMPARE(header(request, "Content-Type"), QByteArray("application/x-www-form-urlencoded"));
    QCOMPARE(header(request, "Authorization"),
             "Basic " + QByteArray("the+client:planted%3A4711+%26+more%2F%7E%C3%BC").toBase64());
    QCOMPARE(request.body,
             QByteArray("grant_type=client_credentials&scope=callbacks%3Asend+media"
                        "&audience=https%3A%2F%2Fcms.example%2F"));
}

void tst_TokenExchange::asksWithTheSecretInTheForm()
{
    Authentication open = client();
    open.secretInBody = true;
    const TransportRequest request = tokenRequest(target(open), open);
    QVERIFY(header(request, "Authorization").isEmpty());
    QCOMPARE(request.body,
             QByteArray("grant_type=client_credentials&client_id=the+client"
                        "&client_secret=planted%3A4711+%26+more%2F%7E%C3%BC"));
}

void tst_TokenExchange::asksByTheTargetsPolicy()
{
    CallbackTarget inside = target();
    QVERIFY(!tokenRequest(inside, client()).allowPrivate);
    inside.allowPrivate = true;
    inside.id = {7};
    const TransportRequest request = tokenRequest(inside, client());
    QVERIFY(request.allowPrivate);
    QVERIFY(!request.target.isValid()); // it shares no connection with what goes to the receiver
    QVERIFY(request.totalTimeout == 15s);
    QCOMPARE(request.keepResponseBytes, kLargestTokenAnswer);
}

void tst_TokenExchange::readsAToken()
{
    const auto token = readTokenAnswer(
        client(), answered(200, R"({"access_token":"ey.J\u0030-_~+/=","token_type":"bEaReR","expires_in":3600})"));
    QVERIFY2(token, qPrintable(token ? QString() : token.error().detail));
    QCOMPARE(token->value, QStringLiteral("ey.J0-_~+/="));
    QVERIFY(token->lifetime == 1h);
}

void tst_TokenExchange::aTokenIsGoodForSoLong_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("a minute") << QByteArray(R"(,"expires_in":60)") << qint64(60);
    QTest::newRow("in quotes") << QByteArray(R"(,"expires_in":"60")") << qint64(60);
    QTest::newRow("with a fraction") << QByteArray(R"(,"expires_in":60.0)") << qint64(60);
    QTest::newRow("not said") << QByteArray() << qint64(300);
    QTest::newRow("null") << QByteArray(R"(,"expires_in":null)") << qint64(300);
    QTest::newRow("a year is a day") << QByteArray(R"(,"expires_in":31536000)") << qint64(86400);
    QTest::newRow("for ever is a day") << QByteArray(R"(,"expires_in":1e300)") << qint64(86400);
    QTest::newRow("ended") << QByteArray(R"(,"expires_in":0)") << qint64(-1);
    QTest::newRow("long ended") << QByteArray(R"(,"expires_in":-5)") << qint64(-1);
    QTest::newRow("no number") << QByteArray(R"(,"expires_in":"soon")") << qint64(-1);
    QTest::newRow("no number at all") << QByteArray(R"(,"expires_in":"NaN")") << qint64(-1);
}

void tst_TokenExchange::aTokenIsGoodForSoLong()
{
    QFETCH(QByteArray, field);
    QFETCH(qint64, seconds);
    const auto token = readTokenAnswer(client(),
                                       answered(200, R"({"access_token":"t","token_type":"bearer")" + field + '}'));
    QCOMPARE(token ? token->lifetime.count() : -1000, seconds * 1000);
}

void tst_TokenExchange::whatIsNoTokenIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("HTML") << QByteArray("<html><b>Log in</b></html>");
    QTest::newRow("a list") << QByteArray(R"([{"access_token":"t","token_type":"bearer"}])");
    QTest::newRow("cut short") << QByteArray(R"({"access_token":"t","token_type":"bearer")");
    QTest::newRow("more behind it") << QByteArray(R"({"access_token":"t","token_type":"bearer"} x)");
    QTest::newRow("twice") << QByteArray(R"({"access_token":"t","access_token":"u","token_type":"bearer"})");
    QTest::newRow("no token") << QByteArray(R"({"token_type":"bearer"})");
    QTest::newRow("an empty token") << QByteArray(R"({"access_token":"","token_type":"bearer"})");
    QTest::newRow("a number") << QByteArray(R"({"access_token":17,"token_type":"bearer"})");
    QTest::newRow("no type") << QByteArray(R"({"access_token":"t"})");
    QTest::newRow("another type") << QByteArray(R"({"access_token":"t","token_type":"mac"})");
    QTest::newRow("a line break") << QByteArray(R"({"access_token":"t\r\nX-Evil: 1","token_type":"bearer"})");
    QTest::newRow("a space") << QByteArray(R"({"access_token":"t u","token_type":"bearer"})");
    QTest::newRow("a letter beyond ASCII") << QByteArray(R"({"access_token":"tü","token_type":"bearer"})");
    QTest::newRow("a zero") << QByteArray(R"({"access_token":"t\u0000","token_type":"bearer"})");
    QTest::newRow("too long") << R"({"access_token":")" + QByteArray(20'000, 't') + R"(","token_type":"bearer"})";
    QTest::newRow("too large") << R"({"access_token":"t","token_type":"bearer","x":")" + QByteArray(70'000, 'x')
            + "\"}";
    QTest::newRow("nested deeply") << QByteArray(30'000, '[');
}

void tst_TokenExchange::whatIsNoTokenIsRefused()
{
    QFETCH(QByteArray, body);
    const QString sentence = refused(answered(200, body));
    QVERIFY2(sentence.startsWith(QLatin1String("login.example.com gave no token")), qPrintable(sentence));
    QVERIFY2(!sentence.contains(u'<') && sentence.size() < 200, qPrintable(sentence));
}

void tst_TokenExchange::aServerThatRefusesIsQuotedBrieflyAndWithoutTheSecret()
{
    QCOMPARE(refused(answered(401, R"({"error":"invalid_client"})")),
             QStringLiteral("login.example.com refused the client: invalid_client"));
    QCOMPARE(
        refused(answered(400, R"({"error":"invalid_scope","error_description":"No\r\n\u001b[31m such\u202E one"})")),
        QStringLiteral("login.example.com refused the client: invalid_scope (No [31m such one)"));
    const QByteArray basic = QByteArray("the+client:planted%3A4711+%26+more%2F%7E%C3%BC").toBase64();
    for (const QByteArray &echoed :
         {QByteArray("planted:4711 & more/~ü"), QByteArray("planted%3A4711+%26+more%2F%7E%C3%BC"), basic}) {
        const QString sentence = refused(
            answered(400, R"({"error":"bad","error_description":"you sent )" + echoed + "\"}"));
        QCOMPARE(sentence, QStringLiteral("login.example.com refused the client: bad (you sent •••)"));
    }
    const QString longer = refused(
        answered(400, R"({"error":"e","error_description":")" + QByteArray(5000, 'x') + "\"}"));
    QVERIFY2(longer.size() < 300, qPrintable(longer));
    QCOMPARE(refused(answered(503, "<html>busy</html>")),
             QStringLiteral("login.example.com answered 503 when it was asked for a token."));
    QCOMPARE(refused(answered(302, {})),
             QStringLiteral("login.example.com answered 302 when it was asked for a token."));
}

void tst_TokenExchange::aServerThatCannotBeAsked()
{
    Exchange exchange;
    exchange.outcome = Outcome::NotSent;
    exchange.errorClass = ErrorClass::Refused;
    exchange.errorText = QStringLiteral("Connection refused");
    QCOMPARE(refused(exchange), QStringLiteral("login.example.com could not be asked for a token: Connection refused"));
    Exchange cut = answered(200, R"({"access_token":"t","token_type":"bearer"})");
    cut.truncated = true;
    QCOMPARE(refused(cut), QStringLiteral("login.example.com gave no token: its answer did not end."));
}

void tst_TokenExchange::anotherHostIsNotHeldToTheReceiversPins()
{
    const QTemporaryDir directory;
    const TestCertificate certificate = selfSignedCertificate(directory.path(), QStringLiteral("cms.example"));
    QVERIFY(!certificate.certificate.isNull());
    auto own = std::make_shared<ConnectionSecurity>();
    own->pins = {QByteArray(32, 'p')};
    own->authorities = {certificate.certificate};
    own->proxy = QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("proxy.example"), 8080);
    const auto other = tokenSecurity(target(), own);
    QVERIFY(other->pins.isEmpty());
    QVERIFY(other->authorities.contains(certificate.certificate));
    QVERIFY(other->usesProxy());
    Authentication same = client();
    same.tokenUrl = QStringLiteral("https://cms.example:443/token");
    QCOMPARE(tokenSecurity(target(same), own), std::shared_ptr<const ConnectionSecurity>(own));
    QVERIFY(!tokenSecurity(target(), nullptr));
}

QTEST_GUILESS_MAIN(tst_TokenExchange)
#include "tst_tokenexchange.moc"
