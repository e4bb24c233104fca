// The vault opens what it sealed, in the place it was sealed for, and nothing else.
#include "core/security/vault.h"

#include <QTest>

using namespace callboard;

namespace {

std::shared_ptr<const Vault> vaultOf(char fill)
{
    return Vault::fromKey(QByteArray(kVaultKeyBytes, fill)).value();
}

CallbackTarget targetWithSecret(qint64 id, const QString &value)
{
    CallbackTarget target;
    target.id = TargetId{id};
    target.headers = {Header{.name = QStringLiteral("Authorization"), .value = value, .sealed = {}, .secret = true},
                      Header{.name = QStringLiteral("X-Plain"), .value = QStringLiteral("seen"), .sealed = {}}};
    return target;
}

} // namespace

class TestVault : public QObject {
    Q_OBJECT

private slots:
    void refusesAKeyOfAnotherLength_data();
    void refusesAKeyOfAnotherLength();
    void opensWhatItSealed_data();
    void opensWhatItSealed();
    void neverSealsTheSameWayTwice();
    void keepsThePlainTextOutOfTheCiphertext();
    void refusesAnotherContext();
    void refusesAnotherKey();
    void refusesEveryFlippedBit();
    void refusesEveryTruncation();
    void sealsSecretHeadersOnly();
    void opensSealedHeadersForTheWire();
    void refusesAHeaderMovedToAnotherTarget();
    void refusesAHeaderUnderAnotherName();
    void findsAHeaderWhoseNameChangedCase();
    void saysWhichHeaderNeedsTheVault();
    void leavesDisabledHeadersClosed();
    void letsATypedSecretThroughUnsaved();
};

void TestVault::refusesAKeyOfAnotherLength_data()
{
    QTest::addColumn<int>("length");
    for (int length : {0, 16, 31, 33, 64})
        QTest::addRow("%d bytes", length) << length;
}

void TestVault::refusesAKeyOfAnotherLength()
{
    QFETCH(int, length);
    const auto vault = Vault::fromKey(QByteArray(length, 'k'));
    QVERIFY(!vault);
    QCOMPARE(vault.error().code, ErrorCode::InvalidArgument);
}

void TestVault::opensWhatItSealed_data()
{
    QTest::addColumn<QByteArray>("plain");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("one byte") << QByteArray("x");
    QTest::newRow("with a null byte") << QByteArray("a\0b", 3);
    QTest::newRow("not UTF-8") << QByteArray("\xff\xfe");
    QTest::newRow("long") << QByteArray(100'000, 'p');
}

void TestVault::opensWhatItSealed()
{
    QFETCH(QByteArray, plain);
    const auto vault = vaultOf('a');
    const auto opened = vault->unseal(vault->seal(plain, QStringLiteral("place")), QStringLiteral("place"));
    QVERIFY(opened);
    QCOMPARE(*opened, plain);
}

void TestVault::neverSealsTheSameWayTwice()
{
    const auto vault = vaultOf('a');
    QVERIFY(vault->seal("same", QStringLiteral("place")) != vault->seal("same", QStringLiteral("place")));
}

void TestVault::keepsThePlainTextOutOfTheCiphertext()
{
    QVERIFY(!vaultOf('a')->seal("canary-4711", QStringLiteral("place")).contains("canary"));
}

void TestVault::refusesAnotherContext()
{
    const auto vault = vaultOf('a');
    const auto opened = vault->unseal(vault->seal("secret", QStringLiteral("here")), QStringLiteral("there"));
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::VaultCorrupt);
}

void TestVault::refusesAnotherKey()
{
    const QByteArray sealed = vaultOf('a')->seal("secret", QStringLiteral("place"));
    const auto opened = vaultOf('b')->unseal(sealed, QStringLiteral("place"));
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::VaultCorrupt);
}

void TestVault::refusesEveryFlippedBit()
{
    const auto vault = vaultOf('a');
    const QByteArray sealed = vault->seal("secret", QStringLiteral("place"));
    for (qsizetype i = 0; i < sealed.size(); ++i) {
        QByteArray damaged = sealed;
        damaged[i] = char(damaged[i] ^ (1 << (i % 8)));
        const auto opened = vault->unseal(damaged, QStringLiteral("place"));
        QVERIFY2(!opened, qPrintable(QStringLiteral("byte %1").arg(i)));
        QCOMPARE(opened.error().code, ErrorCode::VaultCorrupt);
    }
}

void TestVault::refusesEveryTruncation()
{
    const auto vault = vaultOf('a');
    const QByteArray sealed = vault->seal("secret", QStringLiteral("place"));
    for (qsizetype length = 0; length < sealed.size(); ++length)
        QVERIFY2(!vault->unseal(sealed.first(length), QStringLiteral("place")), qPrintable(QString::number(length)));
}

void TestVault::sealsSecretHeadersOnly()
{
    CallbackTarget target = targetWithSecret(7, QStringLiteral("Bearer canary"));
    sealSecrets(target, *vaultOf('a'));
    QVERIFY(target.headers[0].value.isEmpty());
    QVERIFY(!target.headers[0].sealed.isEmpty());
    QCOMPARE(target.headers[1].value, QStringLiteral("seen"));
    QVERIFY(target.headers[1].sealed.isEmpty());
}

void TestVault::opensSealedHeadersForTheWire()
{
    CallbackTarget target = targetWithSecret(7, QStringLiteral("Bearer café"));
    sealSecrets(target, *vaultOf('a'));
    const auto headers = openSecrets(target, vaultOf('a').get());
    QVERIFY(headers);
    QCOMPARE(headers->at(0).value, QStringLiteral("Bearer café"));
    QCOMPARE(headers->at(1).value, QStringLiteral("seen"));
    QVERIFY(target.headers[0].value.isEmpty());
}

void TestVault::refusesAHeaderMovedToAnotherTarget()
{
    CallbackTarget target = targetWithSecret(7, QStringLiteral("Bearer canary"));
    sealSecrets(target, *vaultOf('a'));
    target.id = TargetId{8};
    const auto headers = openSecrets(target, vaultOf('a').get());
    QVERIFY(!headers);
    QCOMPARE(headers.error().code, ErrorCode::VaultCorrupt);
    QVERIFY(headers.error().detail.startsWith(QStringLiteral("Authorization: ")));
}

void TestVault::refusesAHeaderUnderAnotherName()
{
    CallbackTarget target = targetWithSecret(7, QStringLiteral("Bearer canary"));
    sealSecrets(target, *vaultOf('a'));
    target.headers[0].name = QStringLiteral("X-Echo");
    QVERIFY(!openSecrets(target, vaultOf('a').get()));
}

void TestVault::findsAHeaderWhoseNameChangedCase()
{
    CallbackTarget target = targetWithSecret(7, QStringLiteral("Bearer canary"));
    sealSecrets(target, *vaultOf('a'));
    target.headers[0].name = QStringLiteral("AUTHORIZATION");
    QVERIFY(openSecrets(target, vaultOf('a').get()));
}

void TestVault::saysWhichHeaderNeedsTheVault()
{
    CallbackTarget target = targetWithSecret(7, QStringLiteral("Bearer canary"));
    QVERIFY(needsVault(target));
    sealSecrets(target, *vaultOf('a'));
    QVERIFY(needsVault(target));
    const auto headers = openSecrets(target, nullptr);
    QVERIFY(!headers);
    QCOMPARE(headers.error().code, ErrorCode::VaultUnavailable);
    QVERIFY(headers.error().detail.contains(QStringLiteral("Authorization")));
}

void TestVault::leavesDisabledHeadersClosed()
{
    CallbackTarget target = targetWithSecret(7, QStringLiteral("Bearer canary"));
    sealSecrets(target, *vaultOf('a'));
    target.headers[0].enabled = false;
    QVERIFY(!needsVault(target));
    const auto headers = openSecrets(target, nullptr);
    QVERIFY(headers);
    QVERIFY(headers->at(0).value.isEmpty());
}

void TestVault::letsATypedSecretThroughUnsaved()
{
    const CallbackTarget target = targetWithSecret(0, QStringLiteral("Bearer typed"));
    const auto headers = openSecrets(target, nullptr);
    QVERIFY(headers);
    QCOMPARE(headers->at(0).value, QStringLiteral("Bearer typed"));
}

QTEST_GUILESS_MAIN(TestVault)
#include "tst_vault.moc"
