// What is read of certificates and keys, made by the openssl command as operators make theirs.
#include "core/transport/certificates.h"
#include "core/transport/connectionsecurity.h"
#include "tests/support/testauthority.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace callboard;

namespace {

const QString kPassphrase = QStringLiteral("correct horse");

QByteArray contents(const QString &file)
{
    QFile read(file);
    return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
}

} // namespace

class TestCertificates : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void describesTheFirst();
    void saysWhatIsNoCertificate_data();
    void saysWhatIsNoCertificate();
    void warnsOfOneThatHasEnded();
    void warnsOfOneThatHasNotBegun();
    void pinsAsOthersDo_data();
    void pinsAsOthersDo();
    void readsKeys_data();
    void readsKeys();
    void opensAKeyWithItsPassphraseAlone();
    void tellsWhichKeyBelongs();
    void readsPkcs12_data();
    void readsPkcs12();
    void saysWhatIsWrongWithPkcs12();
    void makesNothingOfDefaults();
    void refusesWhatDoesNotFitTogether_data();
    void refusesWhatDoesNotFitTogether();
    void connectionsAreSharedWhereAllIsTheSame();
    void namesTheProxyWithoutItsPassword();

private:
    [[nodiscard]] QByteArray pkcs12(const IssuedCertificate &issued, const QString &options);

    QTemporaryDir m_directory;
    std::unique_ptr<TestAuthority> m_root;
    std::unique_ptr<TestAuthority> m_between;
    IssuedCertificate m_client; // of the one between
};

void TestCertificates::initTestCase()
{
    m_root = std::make_unique<TestAuthority>(m_directory.path(), QStringLiteral("root"));
    m_between = std::make_unique<TestAuthority>(m_directory.path(), QStringLiteral("between"), *m_root);
    m_client = m_between->issue(QStringLiteral("client"));
    QVERIFY(!m_client.certificatePem.isEmpty());
}

void TestCertificates::describesTheFirst()
{
    const auto described = describeCertificates("A note above.\n" + m_client.certificatePem
                                                + m_between->own().certificatePem);
    QVERIFY(described);
    QCOMPARE(described->subject, QStringLiteral("client"));
    QCOMPARE(described->issuer, QStringLiteral("between"));
    QCOMPARE(described->count, 2);
    QCOMPARE(described->ends - described->begins, std::chrono::days(30));
    const QSslCertificate first(m_client.certificatePem);
    QCOMPARE(described->ends.time_since_epoch().count(), first.expiryDate().toMSecsSinceEpoch());
    QCOMPARE(described->pin, pinOf(first));
}

void TestCertificates::saysWhatIsNoCertificate_data()
{
    QTest::addColumn<QByteArray>("pem");
    QTest::addColumn<QString>("said");
    const QString none = QStringLiteral("There is no certificate in PEM in it.");
    QTest::newRow("nothing") << QByteArray() << none;
    QTest::newRow("text") << QByteArray("certificate") << none;
    QTest::newRow("a key") << m_client.keyPem << none;
    QTest::newRow("damaged") << QByteArray("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n") << none;
    QTest::newRow("the second damaged") << QByteArray(
        m_client.certificatePem + "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")
                                        << QStringLiteral("Of 2 certificates in it 1 can be read.");
}

void TestCertificates::saysWhatIsNoCertificate()
{
    QFETCH(QByteArray, pem);
    const auto described = describeCertificates(pem);
    QVERIFY(!described);
    QCOMPARE(described.error().code, ErrorCode::InvalidArgument);
    QTEST(described.error().detail, "said");
}

void TestCertificates::warnsOfOneThatHasEnded()
{
    const auto described = describeCertificates(m_client.certificatePem);
    QVERIFY(described);
    QCOMPARE(validityProblem(*described, described->ends - Milliseconds(1)), std::nullopt);
    QCOMPARE(validityProblem(*described, described->ends),
             QStringLiteral("The certificate of client ended on %1.").arg(toIso(described->ends).left(10)));
    // It can be saved all the same.
    const auto ended = m_root->issue(QStringLiteral("ended"), {.days = -1});
    QVERIFY(makeConnectionSecurity(showing(ended.certificatePem, ended.keyPem), {}));
}

void TestCertificates::warnsOfOneThatHasNotBegun()
{
    const auto described = describeCertificates(m_client.certificatePem);
    QVERIFY(described);
    QCOMPARE(validityProblem(*described, described->begins - Milliseconds(1)),
             QStringLiteral("The certificate of client is valid from %1 only.").arg(toIso(described->begins).left(10)));
}

void TestCertificates::pinsAsOthersDo_data()
{
    QTest::addColumn<QString>("key");
    for (const char *key : {"rsa:2048", "ec", "ed25519"})
        QTest::newRow(key) << QString::fromLatin1(key);
}

void TestCertificates::pinsAsOthersDo()
{
    QFETCH(QString, key);
    const IssuedCertificate issued = m_root->issue(QStringLiteral("pinned"), {.key = key});
    QVERIFY(!issued.certificatePem.isEmpty());
    const QByteArray publicKey = openssl(QStringLiteral("x509 -pubkey -noout"), issued.certificatePem);
    const QByteArray der = openssl(QStringLiteral("pkey -pubin -outform der"), publicKey);
    const QByteArray digest = openssl(QStringLiteral("dgst -sha256 -binary"), der);
    QCOMPARE(digest.size(), 32);
    const QSslCertificate certificate(issued.certificatePem);
    QCOMPARE(pinOf(certificate), QStringLiteral("sha256/") + QString::fromLatin1(digest.toBase64()));
    QCOMPARE(keyDigest(certificate), digest);
    QCOMPARE(pinOf(QSslCertificate()), QString());
}

void TestCertificates::readsKeys_data()
{
    pinsAsOthersDo_data();
}

void TestCertificates::readsKeys()
{
    QFETCH(QString, key);
    const IssuedCertificate issued = m_root->issue(QStringLiteral("keyed"), {.key = key});
    const auto read = readPrivateKey(issued.certificatePem + issued.keyPem, {}); // as in a file of both
    QVERIFY(read);
    QVERIFY(read->startsWith("-----BEGIN PRIVATE KEY-----"));
    QVERIFY(!keyNeedsPassphrase(issued.keyPem));
    QCOMPARE(pairProblem(issued.certificatePem, *read), std::nullopt);
    QVERIFY(!connectionKey(*read).isNull());
    QVERIFY(makeConnectionSecurity(showing(issued.certificatePem, *read), {}));
}

void TestCertificates::opensAKeyWithItsPassphraseAlone()
{
    const QByteArray sealed = openssl(QStringLiteral("pkey -aes256 -passout pass:sesame"), m_client.keyPem);
    const QByteArray old = openssl(QStringLiteral("rsa -traditional -aes128 -passout pass:sesame"), m_client.keyPem);
    QVERIFY(old.contains("DEK-Info"));
    for (const QByteArray &pem : {sealed, old}) {
        QVERIFY(keyNeedsPassphrase(pem));
        const auto none = readPrivateKey(pem, {});
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::NotAllowed);
        QCOMPARE(none.error().detail, QStringLiteral("The key opens with its passphrase only."));
        const auto wrong = readPrivateKey(pem, kPassphrase);
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().code, ErrorCode::NotAllowed);
        QCOMPARE(wrong.error().detail, QStringLiteral("The passphrase does not open the key."));
        const auto read = readPrivateKey(pem, QStringLiteral("sesame"));
        QVERIFY(read);
        QCOMPARE(pairProblem(m_client.certificatePem, *read), std::nullopt);
        QVERIFY(!makeConnectionSecurity(showing(m_client.certificatePem, pem), {}));
    }
    const auto nothing = readPrivateKey(m_client.certificatePem, QStringLiteral("sesame"));
    QVERIFY(!nothing);
    QCOMPARE(nothing.error().code, ErrorCode::InvalidArgument);
    QVERIFY(!keyNeedsPassphrase(m_client.certificatePem));
}

void TestCertificates::tellsWhichKeyBelongs()
{
    QCOMPARE(pairProblem(m_client.certificatePem, m_root->own().keyPem),
             QStringLiteral("The client key is not the key of the client certificate."));
    QVERIFY(pairProblem("nothing", m_client.keyPem)->contains(QStringLiteral("certificate")));
    QVERIFY(pairProblem(m_client.certificatePem, "nothing")->contains(QStringLiteral("key")));
}

QByteArray TestCertificates::pkcs12(const IssuedCertificate &issued, const QString &options)
{
    const QString file = m_directory.filePath(QStringLiteral("client.p12"));
    const QByteArray made = openssl(QStringLiteral("pkcs12 -export -in %1 -inkey %2 -out %3 %4")
                                        .arg(issued.certificateFile, issued.keyFile, file, options));
    return made.isNull() ? QByteArray() : contents(file);
}

void TestCertificates::readsPkcs12_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("passphrase");
    const QString sesame = QStringLiteral("sesame");
    QTest::newRow("AES") << QStringLiteral("-passout pass:sesame") << sesame;
    QTest::newRow("RC2, as of old") << QStringLiteral("-legacy -passout pass:sesame") << sesame;
    QTest::newRow("no passphrase") << QStringLiteral("-passout pass:") << QString();
}

void TestCertificates::readsPkcs12()
{
    QFETCH(QString, options);
    QFETCH(QString, passphrase);
    const QString others = m_directory.filePath(QStringLiteral("others.pem"));
    QFile file(others);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(m_root->own().certificatePem + m_between->own().certificatePem); // in no order
    file.close();
    const QByteArray bytes = pkcs12(m_client, options + QStringLiteral(" -certfile ") + others);
    QVERIFY(!bytes.isEmpty());
    const auto read = readPkcs12(bytes, passphrase);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
    QCOMPARE(pairProblem(read->certificatePem, read->keyPem), std::nullopt);
    const auto ours = describeCertificates(read->certificatePem);
    QVERIFY(ours);
    QCOMPARE(ours->subject, QStringLiteral("client"));
    QCOMPARE(ours->count, 2); // with the one between
    QCOMPARE(QSslCertificate::fromData(read->authoritiesPem), QSslCertificate::fromData(m_root->own().certificatePem));
    if (!passphrase.isEmpty()) {
        const auto wrong = readPkcs12(bytes, kPassphrase);
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().code, ErrorCode::NotAllowed);
        QCOMPARE(wrong.error().detail, QStringLiteral("The passphrase does not open the file."));
        QCOMPARE(readPkcs12(bytes, {}).error().detail, QStringLiteral("The file opens with its passphrase only."));
    }
}

void TestCertificates::saysWhatIsWrongWithPkcs12()
{
    const auto text = readPkcs12(m_client.certificatePem, {});
    QVERIFY(!text);
    QCOMPARE(text.error().detail, QStringLiteral("It is no PKCS#12 file (.p12, .pfx)."));
    const QByteArray whole = pkcs12(m_client, QStringLiteral("-passout pass:sesame"));
    QCOMPARE(readPkcs12(whole.left(whole.size() / 2), QStringLiteral("sesame")).error().code,
             ErrorCode::InvalidArgument);
    const QByteArray keyless = pkcs12(m_client, QStringLiteral("-nokeys -passout pass:sesame"));
    QVERIFY(!keyless.isEmpty());
    QCOMPARE(readPkcs12(keyless, QStringLiteral("sesame")).error().detail,
             QStringLiteral("The PKCS#12 file holds no private key with its certificate."));
}

void TestCertificates::makesNothingOfDefaults()
{
    const auto made = makeConnectionSecurity({}, {});
    QVERIFY(made);
    QVERIFY(!*made);
}

void TestCertificates::refusesWhatDoesNotFitTogether_data()
{
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("authorities");
    QTest::addColumn<QString>("said");
    const QByteArray none;
    QTest::newRow("another's key") << m_client.certificatePem << m_root->own().keyPem << none
                                   << QStringLiteral("The client key is not the key of the client certificate.");
    QTest::newRow("no key") << m_client.certificatePem << none << none
                            << QStringLiteral("The client certificate needs its key.");
    QTest::newRow("no certificate in it")
        << QByteArray("text") << m_client.keyPem << none << QStringLiteral("The client certificate can't be read.");
    QTest::newRow("authorities") << none << none << m_client.keyPem << QStringLiteral("The authorities can't be read.");
}

void TestCertificates::refusesWhatDoesNotFitTogether()
{
    QFETCH(QByteArray, certificate);
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, authorities);
    QFETCH(QString, said);
    const auto made = makeConnectionSecurity(showing(certificate, key, authorities), {});
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::InvalidArgument);
    QVERIFY2(made.error().detail.startsWith(said), qPrintable(made.error().detail));
    QVERIFY(key.isEmpty() || !made.error().detail.contains(QString::fromLatin1(key.mid(30, 20))));
}

void TestCertificates::connectionsAreSharedWhereAllIsTheSame()
{
    const TlsSettings tls = showing(m_client.certificatePem, m_client.keyPem);
    const auto one = makeConnectionSecurity(tls, {});
    const auto again = makeConnectionSecurity(tls, {});
    QVERIFY(one && again);
    QVERIFY(isSameSecurity(*one, *again));
    QVERIFY(!isSameSecurity(*one, {}));
    const ProxySettings proxy{ProxyKind::Http, QStringLiteral("proxy.example"), 3128, QStringLiteral("me"), {}};
    const auto proxied = makeConnectionSecurity(tls, proxy);
    QVERIFY(!isSameSecurity(*one, *proxied));
    ProxySettings otherwise = proxy;
    otherwise.password.plain = QStringLiteral("new");
    QVERIFY(!isSameSecurity(*proxied, *makeConnectionSecurity(tls, otherwise)));
    TlsSettings pinned = tls;
    pinned.pins.append(pinOf(QSslCertificate(m_client.certificatePem)));
    QVERIFY(!isSameSecurity(*one, *makeConnectionSecurity(pinned, {})));
}

void TestCertificates::namesTheProxyWithoutItsPassword()
{
    const auto security = makeConnectionSecurity(
        {},
        {ProxyKind::Socks5, QStringLiteral("2001:db8::1"), 1080, QStringLiteral("me"), {QStringLiteral("sesame"), {}}});
    QVERIFY(security);
    QCOMPARE(proxyAddress(*security), QStringLiteral("[2001:db8::1]:1080"));
    QCOMPARE(withProxy(QStringLiteral("slow"), proxyAddress(*security)),
             QStringLiteral("slow; through the proxy [2001:db8::1]:1080"));
    QCOMPARE(withProxy(QStringLiteral("slow"), {}), QStringLiteral("slow"));
}

QTEST_GUILESS_MAIN(TestCertificates)
#include "tst_certificates.moc"
