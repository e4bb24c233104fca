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
    void ownContentTypeWins();
    void disabledHeadersStayHome();
    void badHeaderIsAnError();
    void getHasNoBody();
    void replaySaysWhatItRepeats();
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

QTEST_GUILESS_MAIN(tst_RequestBuilder)
#include "tst_requestbuilder.moc"
