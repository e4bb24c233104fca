#include "core/engine/requestbuilder.h"

#include "core/payload/rendering.h"

#include <QTest>

using namespace callboard;

namespace {

const Timestamp kNow{Milliseconds(1'700'000'000'999)};

CallbackTarget target()
{
    CallbackTarget made;
    made.name = QStringLiteral("t");
    made.url = QStringLiteral("https://callback.example:8443/ingest?a=b%20c");
    return made;
}

Result<BuiltRequest> build(const CallbackTarget &made)
{
    return buildRequest(made, made.headers, sampleEvent(Trigger::Success), QStringLiteral("dl_x_1"), kNow);
}

QByteArray value(const BuiltRequest &built, const char *name)
{
    for (const auto &[key, text] : built.request.headers) {
        if (key == name)
            return text;
    }
    return {};
}

} // namespace

class tst_RequestBuilder : public QObject {
    Q_OBJECT

private slots:
    void saysWhoSendsWhat();
    void headNamesHostPortAndQuery();
    void secretsAreMaskedInTheHeadOnly();
    void previewOfASealedSecretShowsTheMask();
    void showsWhoItIsAndMasksItInTheHead();
    void previewOfAnAuthenticationShowsTheMask();
    void withoutATokenNothingIsBuilt();
    void ownContentTypeWins();
    void disabledHeadersStayHome();
    void badHeaderIsAnError();
    void getHasNoBody();
    void replaySaysWhatItRepeats();
    void saysHowFarAnEventHasCome();
};

void tst_RequestBuilder::saysWhoSendsWhat()
{
    const auto built = build(target());
    QVERIFY(built);
    QCOMPARE(value(*built, "webhook-id"), QByteArray("dl_x_1"));
    QCOMPARE(value(*built, "webhook-timestamp"), QByteArray("1700000000"));
    QCOMPARE(value(*built, "User-Agent"), QByteArray("Callboard/" CALLBOARD_VERSION));
    QCOMPARE(value(*built, "Content-Type"), QByteArray("application/json"));
    QCOMPARE(built->request.method, QByteArray("POST"));
}

void tst_RequestBuilder::headNamesHostPortAndQuery()
{
    const auto built = build(target());
    QVERIFY(built);
    QVERIFY2(built->maskedHead.startsWith("POST /ingest?a=b%20c HTTP/1.1\r\nHost: callback.example:8443\r\n"),
             built->maskedHead.constData());
    QVERIFY(built->maskedHead.endsWith("\r\n\r\n"));
    QVERIFY(built->maskedHead.contains(
        QByteArray("Content-Length: ").append(QByteArray::number(built->request.body.size()))));
}

void tst_RequestBuilder::secretsAreMaskedInTheHeadOnly()
{
    CallbackTarget made = target();
    made.headers = {{QStringLiteral("Authorization"), QStringLiteral("Bearer s3cret"), {}, true, true}};
    const auto built = build(made);
    QVERIFY(built);
    QCOMPARE(value(*built, "Authorization"), QByteArray("Bearer s3cret"));
    QVERIFY(!built->maskedHead.contains("s3cret"));
    QVERIFY(built->maskedHead.contains("Authorization: •••\r\n"));
}

void tst_RequestBuilder::previewOfASealedSecretShowsTheMask()
{
    CallbackTarget made = target();
    made.headers = {{QStringLiteral("Authorization"), {}, QByteArray("sealed"), true, true}};
    const auto built = build(made);
    QVERIFY(built);
    QVERIFY(built->maskedHead.contains("Authorization: •••\r\n"));
}

void tst_RequestBuilder::showsWhoItIsAndMasksItInTheHead()
{
    CallbackTarget made = target();
    made.authentication.scheme = AuthScheme::Basic;
    made.authentication.user = QStringLiteral("mü");
    made.authentication.secret.plain = QStringLiteral("s3:cret");
    OpenSecrets open(made.headers);
    open.authentication = made.authentication;
    const auto built = buildRequest(made, open, sampleEvent(Trigger::Success), QStringLiteral("dl_x_1"), Timestamp());
    QVERIFY(built);
    QCOMPARE(value(*built, "Authorization"), "Basic " + QByteArray("mü:s3:cret").toBase64());
    QVERIFY2(built->maskedHead.contains("\r\nAuthorization: Basic •••\r\n"), built->maskedHead.constData());
    QVERIFY(!built->maskedHead.contains(QByteArray("mü:s3:cret").toBase64()));
    QVERIFY(!built->showsToken);
}

void tst_RequestBuilder::previewOfAnAuthenticationShowsTheMask()
{
    CallbackTarget made = target();
    for (AuthScheme scheme : {AuthScheme::Basic, AuthScheme::Bearer, AuthScheme::OAuth2}) {
        made.authentication.scheme = scheme;
        made.authentication.user = QStringLiteral("me");
        made.authentication.secret.plain = QStringLiteral("s3cret"); // typed, and not opened
        const auto built = build(made);
        QVERIFY(built);
        const QByteArray shown = scheme == AuthScheme::Basic ? "Basic •••" : "Bearer •••";
        const QByteArray line = "\r\nAuthorization: " + shown + "\r\n";
        QVERIFY2(built->maskedHead.contains(line), built->maskedHead.constData());
        QCOMPARE(value(*built, "Authorization"), shown);
    }
}

void tst_RequestBuilder::withoutATokenNothingIsBuilt()
{
    CallbackTarget made = target();
    made.authentication.scheme = AuthScheme::OAuth2;
    OpenSecrets open(made.headers);
    open.authentication = made.authentication;
    RequestContext context{QStringLiteral("dl_x_1"), Timestamp(), {}, std::nullopt, {}};
    for (const char *token : {"", "a b", "a\r\nX-Evil: 1"}) {
        context.accessToken = QString::fromLatin1(token);
        const auto built = buildRequest(made, open, sampleEvent(Trigger::Success), context);
        QVERIFY(!built);
        QCOMPARE(built.error().code, ErrorCode::InvalidArgument);
    }
    context.accessToken = QStringLiteral("ey.J");
    const auto built = buildRequest(made, open, sampleEvent(Trigger::Success), context);
    QVERIFY(built && built->showsToken);
    QCOMPARE(value(*built, "Authorization"), QByteArray("Bearer ey.J"));
}

void tst_RequestBuilder::ownContentTypeWins()
{
    CallbackTarget made = target();
    made.headers = {{QStringLiteral("content-type"), QStringLiteral("application/vnd.media+json"), {}, false, true}};
    const auto built = build(made);
    QVERIFY(built);
    QCOMPARE(built->maskedHead.toLower().count("content-type:"), 1);
}

void tst_RequestBuilder::disabledHeadersStayHome()
{
    CallbackTarget made = target();
    made.headers = {{QStringLiteral("X-Off"), QStringLiteral("1"), {}, false, false}};
    const auto built = build(made);
    QVERIFY(built);
    QVERIFY(!built->maskedHead.contains("X-Off"));
}

void tst_RequestBuilder::badHeaderIsAnError()
{
    CallbackTarget made = target();
    made.headers = {{QStringLiteral("X-Bad"), QStringLiteral("a\r\nInjected: b"), {}, false, true}};
    const auto built = build(made);
    QVERIFY(!built);
    QCOMPARE(built.error().code, ErrorCode::InvalidHeader);
}

void tst_RequestBuilder::getHasNoBody()
{
    CallbackTarget made = target();
    made.method = Method::Get;
    const auto built = build(made);
    QVERIFY(built);
    QVERIFY(built->request.body.isEmpty());
    QVERIFY(built->maskedHead.contains("Content-Length: 0\r\n"));
    QVERIFY2(built->maskedHead.startsWith("GET /ingest?a=b%20c&status=finished&endDate="),
             built->maskedHead.constData());
}

void tst_RequestBuilder::replaySaysWhatItRepeats()
{
    const CallbackTarget made = target();
    const auto built = buildRequest(made, made.headers, sampleEvent(Trigger::Success), QStringLiteral("dl_x_2"), kNow,
                                    QStringLiteral("dl_x_1"));
    QVERIFY(built);
    QCOMPARE(value(*built, "callboard-replay-of"), QByteArray("dl_x_1"));
}

void tst_RequestBuilder::saysHowFarAnEventHasCome()
{
    CallbackTarget made = target();
    MediaEvent event = sampleEvent(Trigger::Success);
    const auto hops = [&] {
        const auto built = buildRequest(made, made.headers, event, QStringLiteral("dl_x_1"), kNow);
        return built ? value(*built, "callboard-hops") : QByteArray("none was built");
    };
    QCOMPARE(hops(), QByteArray()); // a record alone is no event for a door: it ends at its receiver
    made.format = PayloadFormat::CloudEvents;
    QCOMPARE(hops(), QByteArray("1"));
    event.hops = 2;
    QCOMPARE(hops(), QByteArray("3"));
    made.format = PayloadFormat::LightFlow;
    QCOMPARE(hops(), QByteArray("3"));
    made.headers = {{QStringLiteral("Callboard-Hops"), QStringLiteral("0"), {}}}; // nobody says it in our place
    QCOMPARE(hops(), QByteArray("none was built"));
}

QTEST_GUILESS_MAIN(tst_RequestBuilder)
#include "tst_requestbuilder.moc"
