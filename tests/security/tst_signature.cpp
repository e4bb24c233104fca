// What leaves is signed as a receiver of that scheme expects it, and nothing else passes for it.
#include "core/security/signing/signature.h"

#include "core/domain/header.h"
#include "core/security/signing/signatureform.h"
#include "core/security/signing/signingkey.h"

#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

const Timestamp kNow{Milliseconds(1'614'265'330'999)};

SignedContent content(const QByteArray &body = R"({"test": 2432232314})")
{
    return {"msg_p5jXN8AQM9LWM0D4loKWxJek", kNow, body};
}

Signing with(SigningScheme scheme, const QString &header = {})
{
    return {scheme, header, {}};
}

// As they are on the wire: with the headers that every request has.
SignatureHeaders sent(const Signing &signing, const QStringList &keys, const SignedContent &what = content())
{
    auto headers = signatureHeaders(signing, keys, what);
    if (!headers)
        return {};
    const auto seconds = std::chrono::floor<std::chrono::seconds>(what.timestamp).time_since_epoch().count();
    headers->append({"webhook-id", what.id});
    headers->append({"webhook-timestamp", QByteArray::number(qint64(seconds))});
    return *headers;
}

QByteArray value(const SignatureHeaders &headers, const QByteArray &name)
{
    for (const auto &[header, text] : headers) {
        if (header == name)
            return text;
    }
    return {};
}

QByteArray signatureHeader(const Signing &signing)
{
    return signing.header.isEmpty() ? signatureForm(signing.scheme).header : signing.header.toUtf8();
}

SignatureVerdict verdict(const Signing &signing, const QString &key, const SignatureHeaders &headers,
                         const SignedContent &what = content(), Timestamp now = kNow)
{
    return verifySignature(signing, key, headers, what.body, now);
}

bool signsABody(SigningScheme scheme)
{
    return scheme != SigningScheme::Token;
}

bool signsATime(SigningScheme scheme)
{
    return signatureForm(scheme).content.contains("{timestamp}");
}

void addSchemes(bool ofATime = false)
{
    QTest::addColumn<SigningScheme>("scheme");
    for (SigningScheme scheme : allSigningSchemes()) {
        if (scheme != SigningScheme::None && (!ofATime || signsATime(scheme)))
            QTest::newRow(qPrintable(toString(scheme))) << scheme;
    }
}

} // namespace

class tst_Signature : public QObject {
    Q_OBJECT

private slots:
    void isTheOneOfStandardWebhooks();
    void isTheOneOfEachPlatform_data();
    void isTheOneOfEachPlatform();
    void verifies_data();
    void verifies();
    void doesNotPassForAnotherBody_data();
    void doesNotPassForAnotherBody();
    void doesNotPassForAnotherKey_data();
    void doesNotPassForAnotherKey();
    void doesNotPassForAnotherId();
    void goesStale_data();
    void goesStale();
    void missingIsSaid_data();
    void missingIsSaid();
    void withoutItsTimestampIsSaid_data();
    void withoutItsTimestampIsSaid();
    void ofTwoKeysEitherVerifies_data();
    void ofTwoKeysEitherVerifies();
    void whatStandsInBracesIsNotFilledIn_data();
    void whatStandsInBracesIsNotFilledIn();
    void goesWhereItIsWanted_data();
    void goesWhereItIsWanted();
    void showsTheMaskWithoutKeys_data();
    void showsTheMaskWithoutKeys();
    void aKeyThatDoesNotFitIsAnError();
    void onlyATokenIsASecretItself();
};

void tst_Signature::isTheOneOfStandardWebhooks()
{
    const auto headers = signatureHeaders(with(SigningScheme::Hmac),
                                          {QStringLiteral("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")}, content());
    QVERIFY(headers);
    QCOMPARE(*headers, (SignatureHeaders{{"webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="}}));
}

// Made with hashlib and hmac, from the platforms' own descriptions.
void tst_Signature::isTheOneOfEachPlatform_data()
{
    QTest::addColumn<SigningScheme>("scheme");
    QTest::addColumn<QByteArray>("headers"); // name: value, joined by line breaks
    QTest::newRow("mux") << SigningScheme::Mux
                         << QByteArray(
                                "Mux-Signature: t=1614265330,v1=52480a5e507cf243db1290855a8c14e066325a438a0584739"
                                "3fcaf4ae492c5fb");
    QTest::newRow("cloudflare")
        << SigningScheme::Cloudflare
        << QByteArray("Webhook-Signature: time=1614265330,sig1=52480a5e507cf243db1290855a8c14e066325a43"
                      "8a05847393fcaf4ae492c5fb");
    QTest::newRow("body-sha256")
        << SigningScheme::BodySha256
        << QByteArray("X-Signature-SHA256: 9869658db9c216a374d7f2d0fc8196f8c00abf98e1bf01988d4ec12d5be2"
                      "0cc3");
    QTest::newRow("body-sha512")
        << SigningScheme::BodySha512
        << QByteArray("X-Signature-SHA512: 977d57d1f6f1743f2913e11b78c472d61af54ab546587c0104f064d64b06"
                      "7479132f0800895c87f1273094ad79ca881d6c32f430b642bc4f017df3a618e4bfae");
    QTest::newRow("cloudinary")
        << SigningScheme::Cloudinary
        << QByteArray("X-Cld-Signature: 8779ea0b34243d9aa77ccf5d9f8a62094db11ea5d802871e586efaf7992f0d6"
                      "9"
                      "\n"
                      "X-Cld-Timestamp: 1614265330");
    QTest::newRow("kaltura") << SigningScheme::Kaltura
                             << QByteArray(
                                    "X-KALTURA-SIGNATURE: ecbc65d7ae178ad914d965e4e1ffc84515aa4aa8d364d47174df052fb4a"
                                    "dd8f6"
                                    "\n"
                                    "X-KALTURA-HASH-ALGO: 2");
    QTest::newRow("token") << SigningScheme::Token << QByteArray("X-Callback-Token: a-shared-secret-of-a-platform");
}

void tst_Signature::isTheOneOfEachPlatform()
{
    QFETCH(SigningScheme, scheme);
    QFETCH(QByteArray, headers);
    const auto made = signatureHeaders(with(scheme), {QStringLiteral("a-shared-secret-of-a-platform")}, content());
    QVERIFY(made);
    QByteArrayList lines;
    for (const auto &[name, text] : *made)
        lines.append(name + ": " + text);
    QCOMPARE(lines.join('\n'), headers);
}

void tst_Signature::verifies_data()
{
    addSchemes();
}

void tst_Signature::verifies()
{
    QFETCH(SigningScheme, scheme);
    const Signing signing = with(scheme);
    const QString key = makeSigningKey(scheme);
    for (const QByteArray &body : {QByteArray(), QByteArray("x"), QByteArray("a\0\xff.b", 5), QByteArray(100'000, '.')})
        QCOMPARE(verdict(signing, key, sent(signing, {key}, content(body)), content(body)), SignatureVerdict::Valid);
}

void tst_Signature::doesNotPassForAnotherBody_data()
{
    addSchemes();
}

void tst_Signature::doesNotPassForAnotherBody()
{
    QFETCH(SigningScheme, scheme);
    const Signing signing = with(scheme);
    const QString key = makeSigningKey(scheme);
    const SignatureHeaders headers = sent(signing, {key});
    const SignatureVerdict expected = signsABody(scheme) ? SignatureVerdict::Foreign : SignatureVerdict::Valid;
    for (qsizetype i = 0; i < content().body.size(); ++i) {
        QByteArray other = content().body;
        other[i] = char(other[i] ^ 1);
        QCOMPARE(verdict(signing, key, headers, content(other)), expected);
    }
    QCOMPARE(verdict(signing, key, headers, content({})), expected);
}

void tst_Signature::doesNotPassForAnotherKey_data()
{
    addSchemes();
}

void tst_Signature::doesNotPassForAnotherKey()
{
    QFETCH(SigningScheme, scheme);
    const Signing signing = with(scheme);
    const SignatureHeaders headers = sent(signing, {makeSigningKey(scheme)});
    QCOMPARE(verdict(signing, makeSigningKey(scheme), headers), SignatureVerdict::Foreign);
    QCOMPARE(verdict(signing, QStringLiteral("nonsense"), headers), SignatureVerdict::Foreign);
}

void tst_Signature::doesNotPassForAnotherId()
{
    for (SigningScheme scheme : {SigningScheme::Hmac, SigningScheme::Ed25519}) {
        const Signing signing = with(scheme);
        const QString key = makeSigningKey(scheme);
        SignatureHeaders headers = sent(signing, {key});
        headers[1].second = "msg_other";
        QCOMPARE(headers[1].first, QByteArray("webhook-id"));
        QCOMPARE(verdict(signing, key, headers), SignatureVerdict::Foreign);
    }
}

void tst_Signature::goesStale_data()
{
    addSchemes();
}

void tst_Signature::goesStale()
{
    QFETCH(SigningScheme, scheme);
    const Signing signing = with(scheme);
    const QString key = makeSigningKey(scheme);
    const SignatureHeaders headers = sent(signing, {key});
    const SignatureVerdict late = signsATime(scheme) ? SignatureVerdict::Stale : SignatureVerdict::Valid;
    QCOMPARE(verdict(signing, key, headers, content(), kNow + 5min), SignatureVerdict::Valid);
    QCOMPARE(verdict(signing, key, headers, content(), kNow + 5min + 1s), late);
    QCOMPARE(verdict(signing, key, headers, content(), kNow - 5min - 1s), late);
}

void tst_Signature::missingIsSaid_data()
{
    addSchemes();
}

void tst_Signature::missingIsSaid()
{
    QFETCH(SigningScheme, scheme);
    const Signing signing = with(scheme);
    const QString key = makeSigningKey(scheme);
    SignatureHeaders headers = sent(signing, {key});
    headers.removeIf([&](const auto &header) { return header.first == signatureHeader(signing); });
    QCOMPARE(verdict(signing, key, headers), SignatureVerdict::NoSignature);
    QCOMPARE(verdict(signing, key, {}), SignatureVerdict::NoSignature);
}

void tst_Signature::withoutItsTimestampIsSaid_data()
{
    addSchemes(true);
}

void tst_Signature::withoutItsTimestampIsSaid()
{
    QFETCH(SigningScheme, scheme);
    const Signing signing = with(scheme);
    const SignatureForm &form = signatureForm(scheme);
    const QString key = makeSigningKey(scheme);
    const SignatureHeaders headers = sent(signing, {key});
    for (const QByteArray &other : {QByteArray(), QByteArray("soon")}) {
        SignatureHeaders changed = headers;
        for (auto &[name, text] : changed) {
            if (!form.lead.isEmpty() && name == form.header)
                text = (other.isEmpty() ? QByteArray() : form.lead.left(form.lead.indexOf('=') + 1) + other + ',')
                    + text.mid(text.indexOf(',') + 1);
            else if (name == form.timestampHeader || name == "webhook-timestamp")
                text = other;
        }
        QCOMPARE(verdict(signing, key, changed), SignatureVerdict::NoTimestamp);
    }
}

void tst_Signature::ofTwoKeysEitherVerifies_data()
{
    addSchemes();
}

void tst_Signature::ofTwoKeysEitherVerifies()
{
    QFETCH(SigningScheme, scheme);
    const Signing signing = with(scheme);
    const QStringList keys{makeSigningKey(scheme), makeSigningKey(scheme)};
    const SignatureHeaders headers = sent(signing, keys);
    const bool both = signsWithSeveral(scheme);
    QCOMPARE(verdict(signing, keys[0], headers), SignatureVerdict::Valid);
    QCOMPARE(verdict(signing, keys[1], headers), both ? SignatureVerdict::Valid : SignatureVerdict::Foreign);
    QCOMPARE(verdict(signing, makeSigningKey(scheme), headers), SignatureVerdict::Foreign);
    const QByteArray one = value(sent(signing, {keys[0]}), signatureHeader(signing));
    QVERIFY(value(headers, signatureHeader(signing)).startsWith(one)); // the newest stands first
    QCOMPARE(value(headers, signatureHeader(signing)) == one, !both);
}

void tst_Signature::whatStandsInBracesIsNotFilledIn_data()
{
    addSchemes();
}

void tst_Signature::whatStandsInBracesIsNotFilledIn()
{
    QFETCH(SigningScheme, scheme);
    const Signing signing = with(scheme);
    const QString key = makeSigningKey(scheme);
    const SignedContent tricky{"{secret}{body}", kNow, "{secret} {id} {timestamp} {body} {signature}"};
    const SignatureHeaders headers = sent(signing, {key}, tricky);
    QCOMPARE(verdict(signing, key, headers, tricky), SignatureVerdict::Valid);
    QByteArray filledIn = tricky.body;
    filledIn.replace("{secret}", key.toUtf8());
    if (signsABody(scheme))
        QCOMPARE(verdict(signing, key, headers, content(filledIn)), SignatureVerdict::Foreign);
    if (scheme == SigningScheme::Token)
        return;
    for (const auto &[name, text] : headers)
        QVERIFY2(!text.contains(key.toUtf8()), name.constData());
}

void tst_Signature::goesWhereItIsWanted_data()
{
    addSchemes();
}

void tst_Signature::goesWhereItIsWanted()
{
    QFETCH(SigningScheme, scheme);
    const Signing signing = with(scheme, QStringLiteral("X-Our-Signature"));
    const QString key = makeSigningKey(scheme);
    const SignatureHeaders headers = sent(signing, {key});
    QCOMPARE(value(headers, "X-Our-Signature"), value(sent(with(scheme), {key}), signatureForm(scheme).header));
    QVERIFY(value(headers, signatureForm(scheme).header).isEmpty());
    QCOMPARE(verdict(signing, key, headers), SignatureVerdict::Valid);
}

void tst_Signature::showsTheMaskWithoutKeys_data()
{
    addSchemes();
}

void tst_Signature::showsTheMaskWithoutKeys()
{
    QFETCH(SigningScheme, scheme);
    const SignatureHeaders shown = shownSignature(with(scheme), content());
    const SignatureHeaders real = signatureHeaders(with(scheme), {makeSigningKey(scheme)}, content()).value();
    QCOMPARE(shown.size(), real.size());
    QVERIFY(shown[0].second.endsWith(kMask.toUtf8()));
    for (qsizetype i = 0; i < shown.size(); ++i) {
        QCOMPARE(shown[i].first, real[i].first);
        const QByteArray plain = shown[i].second.left(shown[i].second.indexOf(kMask.toUtf8()));
        QVERIFY2(real[i].second.startsWith(plain), plain.constData());
    }
}

void tst_Signature::aKeyThatDoesNotFitIsAnError()
{
    const auto headers = signatureHeaders(with(SigningScheme::Hmac), {QStringLiteral("a-key-of-another-scheme")},
                                          content());
    QVERIFY(!headers);
    QCOMPARE(headers.error().code, ErrorCode::InvalidArgument);
    QVERIFY(!headers.error().detail.contains(QLatin1String("another")));
}

void tst_Signature::onlyATokenIsASecretItself()
{
    for (SigningScheme scheme : allSigningSchemes()) {
        const QByteArray header = secretSignatureHeader(with(scheme));
        QCOMPARE(header, scheme == SigningScheme::Token ? QByteArray("X-Callback-Token") : QByteArray());
    }
    QCOMPARE(secretSignatureHeader(with(SigningScheme::Token, QStringLiteral("X-Mine"))), QByteArray("X-Mine"));
}

QTEST_GUILESS_MAIN(tst_Signature)
#include "tst_signature.moc"
