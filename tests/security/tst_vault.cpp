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

CallbackTarget targetWithKeys(qint64 id)
{
    CallbackTarget target;
    target.id = TargetId{id};
    target.signing.scheme = SigningScheme::Mux;
    target.signing.keys = {{{QStringLiteral("canary-of-the-newest"), {}}, std::nullopt},
                           {{QStringLiteral("canary-of-the-older"), {}}, Timestamp(Milliseconds(5'000))}};
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
    void sealsSigningKeys();
    void opensSigningKeysInTheirOrder();
    void refusesKeysOfAnotherTarget();
    void refusesAHeaderInAKeysPlace();
    void saysThatASigningKeyNeedsTheVault();
    void leavesKeysClosedWhereNothingIsSigned();
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
    QCOMPARE(headers->headers.at(0).value, QStringLiteral("Bearer café"));
    QCOMPARE(headers->headers.at(1).value, QStringLiteral("seen"));
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
    QVERIFY(headers.error().detail.startsWith(QStringLiteral("The secret header “Authorization”: ")));
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
    QVERIFY(headers->headers.at(0).value.isEmpty());
}

void TestVault::letsATypedSecretThroughUnsaved()
{
    const CallbackTarget target = targetWithSecret(0, QStringLiteral("Bearer typed"));
    const auto headers = openSecrets(target, nullptr);
    QVERIFY(headers);
    QCOMPARE(headers->headers.at(0).value, QStringLiteral("Bearer typed"));
}

void TestVault::sealsSigningKeys()
{
    CallbackTarget target = targetWithKeys(7);
    QVERIFY(hasUnsealed(target));
    sealSecrets(target, *vaultOf('a'));
    QVERIFY(!hasUnsealed(target));
    for (const SigningKey &key : target.signing.keys) {
        QVERIFY(key.secret.plain.isEmpty());
        QVERIFY(!key.secret.sealed.isEmpty());
        QVERIFY(!key.secret.sealed.contains("canary"));
    }
    const CallbackTarget once = target;
    sealSecrets(target, *vaultOf('a'));
    QCOMPARE(target.signing, once.signing); // what is sealed stays
}

void TestVault::opensSigningKeysInTheirOrder()
{
    CallbackTarget target = targetWithKeys(7);
    const CallbackTarget typed = target;
    sealSecrets(target, *vaultOf('a'));
    std::swap(target.signing.keys[0].secret, target.signing.keys[1].secret); // a newer one came before it
    const auto open = openSecrets(target, vaultOf('a').get());
    QVERIFY(open);
    QCOMPARE(open->keys.size(), 2);
    QCOMPARE(open->keys[0].secret.plain, typed.signing.keys[1].secret.plain);
    QCOMPARE(open->keys[1].secret.plain, typed.signing.keys[0].secret.plain);
    QCOMPARE(open->keys[1].until, typed.signing.keys[1].until);
}

void TestVault::refusesKeysOfAnotherTarget()
{
    CallbackTarget ours = targetWithKeys(7);
    CallbackTarget other = targetWithKeys(8);
    sealSecrets(ours, *vaultOf('a'));
    sealSecrets(other, *vaultOf('a'));
    std::swap(ours.signing.keys, other.signing.keys);
    for (const CallbackTarget &target : {ours, other}) {
        const auto open = openSecrets(target, vaultOf('a').get());
        QVERIFY(!open);
        QCOMPARE(open.error().code, ErrorCode::VaultCorrupt);
        QVERIFY2(open.error().detail.startsWith(QLatin1String("The signing key: ")), qPrintable(open.error().detail));
    }
}

void TestVault::refusesAHeaderInAKeysPlace()
{
    CallbackTarget target = targetWithSecret(7, QStringLiteral("a-secret-of-a-header"));
    sealSecrets(target, *vaultOf('a'));
    target.signing.scheme = SigningScheme::Mux;
    target.signing.keys = {{{{}, target.headers[0].sealed}, std::nullopt}};
    QVERIFY(!openSecrets(target, vaultOf('a').get()));
}

void TestVault::saysThatASigningKeyNeedsTheVault()
{
    CallbackTarget target = targetWithKeys(7);
    QVERIFY(openSecrets(target, nullptr)); // typed just now
    sealSecrets(target, *vaultOf('a'));
    QVERIFY(needsVault(target));
    const auto open = openSecrets(target, nullptr);
    QVERIFY(!open);
    QCOMPARE(open.error().code, ErrorCode::VaultUnavailable);
    QVERIFY(open.error().detail.contains(QLatin1String("signing key")));
}

void TestVault::leavesKeysClosedWhereNothingIsSigned()
{
    CallbackTarget target = targetWithKeys(7);
    sealSecrets(target, *vaultOf('a'));
    target.signing.scheme = SigningScheme::None;
    QVERIFY(!needsVault(target));
    const auto open = openSecrets(target, nullptr);
    QVERIFY(open);
    QVERIFY(open->keys.isEmpty());
}

QTEST_GUILESS_MAIN(TestVault)
#include "tst_vault.moc"
