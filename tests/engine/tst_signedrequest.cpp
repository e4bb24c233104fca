// The signature in a request is that of the very bytes that leave with it.
#include "core/engine/requestbuilder.h"
#include "core/payload/rendering.h"
#include "core/security/signing/signature.h"
#include "core/security/signing/signingkey.h"

#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

const Timestamp kNow{Milliseconds(1'700'000'000'999)};
const QString kKey = QStringLiteral("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
const QString kOlderKey = QStringLiteral("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX");
const QString kText = QStringLiteral("planted-shared-secret");

CallbackTarget target(SigningScheme scheme = SigningScheme::Hmac)
{
    CallbackTarget made;
    made.name = QStringLiteral("t");
    made.url = QStringLiteral("https://callback.example/ingest");
    made.signing.scheme = scheme;
    return made;
}

SigningKey key(const QString &text, std::optional<Timestamp> until = {})
{
    return {{text, {}}, until};
}

RequestContext context()
{
    return {QStringLiteral("dl_x_1"), kNow, {}, std::nullopt, {}};
}

Result<BuiltRequest> build(const CallbackTarget &made, const QList<SigningKey> &keys,
                           const RequestContext &how = context())
{
    return buildRequest(made, OpenSecrets(made.headers, keys), sampleEvent(Trigger::Success), how);
}

QByteArray value(const BuiltRequest &built, const QByteArray &name)
{
    QByteArrayList found;
    for (const auto &[header, text] : built.request.headers) {
        if (header.compare(name, Qt::CaseInsensitive) == 0)
            found.append(text);
    }
    return found.join(" and ");
}

// As the log shows it.
QByteArray shown(const BuiltRequest &built, const QByteArray &name)
{
    for (const QByteArray &line : built.maskedHead.split('\n')) {
        if (line.startsWith(name) && line.mid(name.size()).startsWith(": "))
            return line.mid(name.size() + 2).trimmed();
    }
    return {};
}

SignatureVerdict verdict(const CallbackTarget &made, const BuiltRequest &built, const QString &with)
{
    SignatureHeaders headers;
    for (const auto &[name, text] : built.request.headers)
        headers.append({name, text});
    return verifySignature(made.signing, with, headers, built.request.body, kNow);
}

} // namespace

class tst_SignedRequest : public QObject {
    Q_OBJECT

private slots:
    void carriesTheSchemesHeadersAndNoOther_data();
    void carriesTheSchemesHeadersAndNoOther();
    void signsTheVeryBody();
    void signsTheSameBytesOfAReplayAnew();
    void signsTheEmptyBodyOfGet();
    void signsWithTheKeysOfThisMoment();
    void signsNothingWhereSigningIsOff();
    void signsBesideTheTargetsOwnHeaders();
    void aTokenIsMaskedInTheHeadOnly();
    void previewShowsTheMask_data();
    void previewShowsTheMask();
    void aKeyThatDoesNotFitSendsNothing();
};

void tst_SignedRequest::carriesTheSchemesHeadersAndNoOther_data()
{
    QTest::addColumn<SigningScheme>("scheme");
    QTest::addColumn<QByteArrayList>("names");
    const auto row = [](SigningScheme scheme, const QByteArrayList &names) {
        QTest::newRow(qPrintable(toString(scheme))) << scheme << names;
    };
    row(SigningScheme::Hmac, {"webhook-signature"});
    row(SigningScheme::Ed25519, {"webhook-signature"});
    row(SigningScheme::Mux, {"Mux-Signature"});
    row(SigningScheme::Cloudflare, {"Webhook-Signature"});
    row(SigningScheme::BodySha256, {"X-Signature-SHA256"});
    row(SigningScheme::BodySha512, {"X-Signature-SHA512"});
    row(SigningScheme::Cloudinary, {"X-Cld-Signature", "X-Cld-Timestamp"});
    row(SigningScheme::Kaltura, {"X-KALTURA-SIGNATURE", "X-KALTURA-HASH-ALGO"});
    row(SigningScheme::Token, {"X-Callback-Token"});
}

void tst_SignedRequest::carriesTheSchemesHeadersAndNoOther()
{
    QFETCH(SigningScheme, scheme);
    QFETCH(QByteArrayList, names);
    const CallbackTarget made = target(scheme);
    const QString with = makeSigningKey(scheme);
    const auto built = build(made, {key(with)});
    QVERIFY(built);
    QByteArrayList headers;
    for (const auto &[name, text] : built->request.headers)
        headers.append(name);
    QCOMPARE(headers, (QByteArrayList{"Content-Type", "User-Agent", "webhook-id", "webhook-timestamp"} + names));
    QCOMPARE(value(*built, "webhook-timestamp"), QByteArray("1700000000"));
    QCOMPARE(verdict(made, *built, with), SignatureVerdict::Valid);
    for (const QByteArray &name : names)
        QVERIFY2(!shown(*built, name).isEmpty(), built->maskedHead.constData());
}

void tst_SignedRequest::signsTheVeryBody()
{
    const CallbackTarget made = target();
    const auto built = build(made, {key(kKey)});
    QVERIFY(built);
    QCOMPARE(verdict(made, *built, kKey), SignatureVerdict::Valid);
    BuiltRequest other = *built;
    other.request.body.replace("\r\n", "\n"); // laid out otherwise
    other.request.body += ' ';
    QCOMPARE(verdict(made, other, kKey), SignatureVerdict::Foreign);
}

void tst_SignedRequest::signsTheSameBytesOfAReplayAnew()
{
    const CallbackTarget made = target();
    RequestContext again = context();
    again.webhookId = QStringLiteral("dl_x_2");
    again.replayOf = QStringLiteral("dl_x_1");
    again.same = SentPayload{"application/json", "{\"as\" :\"it was\", \"price\": 1.10}"};
    const auto built = build(made, {key(kKey)}, again);
    QVERIFY(built);
    QCOMPARE(built->request.body, again.same->body);
    QCOMPARE(verdict(made, *built, kKey), SignatureVerdict::Valid);
    again.now += 1h;
    const auto later = build(made, {key(kKey)}, again);
    QVERIFY(later);
    QVERIFY(value(*later, "webhook-signature") != value(*built, "webhook-signature"));
}

void tst_SignedRequest::signsTheEmptyBodyOfGet()
{
    CallbackTarget made = target();
    made.method = Method::Get;
    const auto built = build(made, {key(kKey)});
    QVERIFY(built);
    QVERIFY(built->request.body.isEmpty());
    QCOMPARE(verdict(made, *built, kKey), SignatureVerdict::Valid);
}

void tst_SignedRequest::signsWithTheKeysOfThisMoment()
{
    const CallbackTarget made = target();
    const QList<SigningKey> keys{key(kKey), key(kOlderKey, kNow + 1ms)};
    const auto during = build(made, keys);
    QVERIFY(during);
    QCOMPARE(value(*during, "webhook-signature").count("v1,"), 2);
    QCOMPARE(verdict(made, *during, kKey), SignatureVerdict::Valid);
    QCOMPARE(verdict(made, *during, kOlderKey), SignatureVerdict::Valid);
    RequestContext later = context();
    later.now += 1ms;
    const auto after = build(made, keys, later);
    QVERIFY(after);
    QCOMPARE(value(*after, "webhook-signature").count("v1,"), 1);
    QCOMPARE(verdict(made, *after, kKey), SignatureVerdict::Valid);
    QCOMPARE(verdict(made, *after, kOlderKey), SignatureVerdict::Foreign);
}

void tst_SignedRequest::signsNothingWhereSigningIsOff()
{
    const auto built = build(target(SigningScheme::None), {key(kKey)});
    QVERIFY(built);
    QVERIFY(value(*built, "webhook-signature").isEmpty());
}

void tst_SignedRequest::signsBesideTheTargetsOwnHeaders()
{
    CallbackTarget made = target(SigningScheme::Mux);
    made.signing.header = QStringLiteral("X-Signed");
    made.headers = {{QStringLiteral("Authorization"), QStringLiteral("Bearer s3cret"), {}, true, true}};
    const auto built = build(made, {key(kText)});
    QVERIFY(built);
    QCOMPARE(value(*built, "Authorization"), QByteArray("Bearer s3cret"));
    QVERIFY(value(*built, "X-Signed").startsWith("t=1700000000,v1="));
    QCOMPARE(shown(*built, "Authorization"), QByteArray("•••"));
    QCOMPARE(shown(*built, "X-Signed"), value(*built, "X-Signed")); // it gives nothing away
}

void tst_SignedRequest::aTokenIsMaskedInTheHeadOnly()
{
    for (const QString &header : {QString(), QStringLiteral("X-Mine")}) {
        CallbackTarget made = target(SigningScheme::Token);
        made.signing.header = header;
        const auto built = build(made, {key(kText)});
        QVERIFY(built);
        const QByteArray name = header.isEmpty() ? QByteArray("X-Callback-Token") : header.toUtf8();
        QCOMPARE(value(*built, name), kText.toUtf8());
        QCOMPARE(shown(*built, name), QByteArray("•••"));
        QVERIFY(!built->maskedHead.contains("planted"));
    }
}

void tst_SignedRequest::previewShowsTheMask_data()
{
    QTest::addColumn<SigningScheme>("scheme");
    for (SigningScheme scheme : allSigningSchemes()) {
        if (scheme != SigningScheme::None)
            QTest::newRow(qPrintable(toString(scheme))) << scheme;
    }
}

void tst_SignedRequest::previewShowsTheMask()
{
    QFETCH(SigningScheme, scheme);
    const CallbackTarget made = target(scheme);
    const auto built = build(made, {});
    QVERIFY(built);
    QCOMPARE(built->maskedHead.count("•••"), 1);
    QVERIFY(verdict(made, *built, makeSigningKey(scheme)) == SignatureVerdict::Foreign);
}

void tst_SignedRequest::aKeyThatDoesNotFitSendsNothing()
{
    const auto built = build(target(), {key(kText)});
    QVERIFY(!built);
    QCOMPARE(built.error().code, ErrorCode::InvalidArgument);
    QVERIFY(!built.error().detail.contains(QLatin1String("planted")));
}

QTEST_GUILESS_MAIN(tst_SignedRequest)
#include "tst_signedrequest.moc"
