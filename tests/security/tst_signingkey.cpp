// Keys as people hand them on: their spellings and lengths, and errors that never give one away.
#include "core/security/signing/signingkey.h"

#include <QTest>

using namespace callboard;

namespace {

QString spelled(const char *prefix, const QByteArray &bytes)
{
    return QString::fromLatin1(prefix + bytes.toBase64());
}

} // namespace

class tst_SigningKey : public QObject {
    Q_OBJECT

private slots:
    void isMadeAsItsSchemeTakesIt_data();
    void isMadeAsItsSchemeTakesIt();
    void derivesThePublicKeyOfRfc8032_data();
    void derivesThePublicKeyOfRfc8032();
    void seedAndWholeKeyAreOne();
    void takesEveryLengthThatIsAllowed_data();
    void takesEveryLengthThatIsAllowed();
    void refuses_data();
    void refuses();
    void aPublicKeySignsNothing();
};

void tst_SigningKey::isMadeAsItsSchemeTakesIt_data()
{
    QTest::addColumn<SigningScheme>("scheme");
    QTest::addColumn<QString>("prefix");
    for (SigningScheme scheme : allSigningSchemes()) {
        if (scheme == SigningScheme::None)
            continue;
        const QString prefix = scheme == SigningScheme::Hmac ? QStringLiteral("whsec_")
            : scheme == SigningScheme::Ed25519               ? QStringLiteral("whsk_")
                                                             : QString();
        QTest::newRow(qPrintable(toString(scheme))) << scheme << prefix;
    }
}

void tst_SigningKey::isMadeAsItsSchemeTakesIt()
{
    QFETCH(SigningScheme, scheme);
    QFETCH(QString, prefix);
    const QString key = makeSigningKey(scheme);
    QVERIFY(key.startsWith(prefix));
    QVERIFY(signingKeyBytes(scheme, key));
    QVERIFY(key.size() >= 32); // 256 bits, however they are spelled
    QVERIFY(makeSigningKey(scheme) != key);
}

// RFC 8032 §7.1
void tst_SigningKey::derivesThePublicKeyOfRfc8032_data()
{
    QTest::addColumn<QByteArray>("seed");
    QTest::addColumn<QByteArray>("open");
    QTest::newRow("test 1") << QByteArray("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
                            << QByteArray("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    QTest::newRow("test 2") << QByteArray("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
                            << QByteArray("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    QTest::newRow("test 3") << QByteArray("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7")
                            << QByteArray("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025");
}

void tst_SigningKey::derivesThePublicKeyOfRfc8032()
{
    QFETCH(QByteArray, seed);
    QFETCH(QByteArray, open);
    const auto key = publicSigningKey(spelled("whsk_", QByteArray::fromHex(seed)));
    QVERIFY(key);
    QCOMPARE(*key, spelled("whpk_", QByteArray::fromHex(open)));
}

void tst_SigningKey::seedAndWholeKeyAreOne()
{
    const QByteArray seed = QByteArray::fromHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    const QByteArray open = QByteArray::fromHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    const auto fromSeed = signingKeyBytes(SigningScheme::Ed25519, spelled("whsk_", seed));
    const auto fromBoth = signingKeyBytes(SigningScheme::Ed25519, spelled("whsk_", seed + open));
    QVERIFY(fromSeed && fromBoth);
    QCOMPARE(*fromSeed, seed + open);
    QCOMPARE(*fromBoth, *fromSeed);
}

void tst_SigningKey::takesEveryLengthThatIsAllowed_data()
{
    QTest::addColumn<SigningScheme>("scheme");
    QTest::addColumn<QString>("key");
    for (int bytes : {24, 32, 64})
        QTest::addRow("hmac of %d", bytes) << SigningScheme::Hmac << spelled("whsec_", QByteArray(bytes, 'k'));
    for (int signs : {16, 1024})
        QTest::addRow("text of %d", signs) << SigningScheme::Mux << QString(signs, u'k');
    QTest::newRow("text beyond ASCII") << SigningScheme::Token << QStringLiteral("geheimes Schlüsselwort");
    QTest::newRow("another scheme's spelling is a text too")
        << SigningScheme::BodySha256 << spelled("whsec_", QByteArray(24, 'k'));
}

void tst_SigningKey::takesEveryLengthThatIsAllowed()
{
    QFETCH(SigningScheme, scheme);
    QFETCH(QString, key);
    const auto bytes = signingKeyBytes(scheme, key);
    QVERIFY2(bytes, bytes ? "" : qPrintable(bytes.error().detail));
}

void tst_SigningKey::refuses_data()
{
    QTest::addColumn<SigningScheme>("scheme");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *name, SigningScheme scheme, const QString &key, const char *part) {
        QTest::newRow(name) << scheme << key << QString::fromLatin1(part);
    };
    const QByteArray planted("planted-4711-planted-4711-planted");
    row("empty", SigningScheme::Hmac, {}, "does not begin with whsec_");
    row("without its prefix", SigningScheme::Hmac, QString::fromLatin1(planted.toBase64()), "whsec_");
    row("not base64", SigningScheme::Hmac, QStringLiteral("whsec_planted-4711!"), "not base64");
    row("too short", SigningScheme::Hmac, spelled("whsec_", planted.left(23)), "has 23 bytes; it must have 24 to 64");
    row("too long", SigningScheme::Hmac, spelled("whsec_", planted.repeated(2)), "has 66 bytes");
    row("an HMAC key", SigningScheme::Ed25519, spelled("whsec_", planted.left(32)), "does not begin with whsk_");
    row("the public key", SigningScheme::Ed25519, spelled("whpk_", planted.left(32)), "does not begin with whsk_");
    row("no seed", SigningScheme::Ed25519, spelled("whsk_", planted), "has 33 bytes; it must have 32, or 64");
    row("not its public key", SigningScheme::Ed25519, spelled("whsk_", planted.repeated(2).left(64)),
        "don't belong together");
    row("a short text", SigningScheme::Mux, QStringLiteral("planted-4711"), "has 12 bytes; it must have 16 to 1024");
    row("a long text", SigningScheme::Kaltura, QString(1025, u'x'), "has 1025 bytes");
    row("a line break", SigningScheme::Token, QStringLiteral("planted-4711\nX-Injected: yes"), "control character");
}

void tst_SigningKey::refuses()
{
    QFETCH(SigningScheme, scheme);
    QFETCH(QString, key);
    QFETCH(QString, part);
    const auto bytes = signingKeyBytes(scheme, key);
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().code, ErrorCode::InvalidArgument);
    QVERIFY2(bytes.error().detail.contains(part), qPrintable(bytes.error().detail));
    for (const QString &clear : {QStringLiteral("planted"), QStringLiteral("cGxhbnRlZ"), QStringLiteral("xxx")})
        QVERIFY2(!bytes.error().detail.contains(clear), qPrintable(bytes.error().detail));
}

void tst_SigningKey::aPublicKeySignsNothing()
{
    const QString open = publicSigningKey(makeSigningKey(SigningScheme::Ed25519)).value();
    QVERIFY(open.startsWith(QLatin1String("whpk_")));
    QVERIFY(!signingKeyBytes(SigningScheme::Ed25519, open));
    QVERIFY(!publicSigningKey(makeSigningKey(SigningScheme::Hmac)));
}

QTEST_GUILESS_MAIN(tst_SigningKey)
#include "tst_signingkey.moc"
