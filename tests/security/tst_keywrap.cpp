// The vault's key sealed under a recovery key and under a passphrase; by its check it is known again.
#include "core/security/keywrap.h"
#include "core/security/recoverykey.h"

#include <QTest>

using namespace callboard;

class TestKeyWrap : public QObject {
    Q_OBJECT

private slots:
    void aKeyIsKnownByItsCheck();
    void aRecoveryKeyOpensTheVault();
    void anotherRecoveryKeyDoesNot();
    void aPassphraseOpensTheVault();
    void aShortPassphraseIsRefused();
    void aCostThatWouldStopThisMachineIsRefused_data();
    void aCostThatWouldStopThisMachineIsRefused();
};

namespace {

const QString kWords = QStringLiteral("four words in a row ü");

std::shared_ptr<const Vault> vault(char fill, const QString &id)
{
    return *Vault::fromKey(QByteArray(kVaultKeyBytes, fill), id);
}

const QString kContext = QStringLiteral("somewhere");

bool isSame(const Vault &one, const Vault &other)
{
    const auto plain = other.unseal(one.seal(QByteArrayLiteral("sealed"), kContext), kContext);
    return plain && *plain == "sealed" && one.id() == other.id();
}

} // namespace

void TestKeyWrap::aKeyIsKnownByItsCheck()
{
    const auto mine = vault('k', QStringLiteral("a1"));
    const QByteArray check = keyCheck(*mine);
    QVERIFY(fits(*mine, check));
    QVERIFY(!fits(*vault('l', QStringLiteral("a1")), check)); // another key
    QVERIFY(!fits(*vault('k', QStringLiteral("a2")), check)); // under another name
    QVERIFY(!fits(*mine, {}));
    QVERIFY(makeKeyId() != makeKeyId());
    QCOMPARE(makeVaultKey().size(), kVaultKeyBytes);
    QVERIFY(makeVaultKey() != makeVaultKey());
}

void TestKeyWrap::aRecoveryKeyOpensTheVault()
{
    const auto mine = vault('k', QStringLiteral("a1"));
    const QByteArray recovery = makeRecoveryKey();
    const QByteArray wrapped = wrapForRecovery(*mine, recovery);
    QVERIFY(!wrapped.contains(mine->copyOfKey()));
    QVERIFY(!wrapped.contains(recovery));
    const auto opened = openByRecovery(wrapped, recovery, QStringLiteral("a1"));
    QVERIFY(opened);
    QVERIFY(isSame(*mine, **opened));
}

void TestKeyWrap::anotherRecoveryKeyDoesNot()
{
    const QByteArray recovery = makeRecoveryKey();
    const QByteArray wrapped = wrapForRecovery(*vault('k', QStringLiteral("a1")), recovery);
    const auto byAnother = openByRecovery(wrapped, makeRecoveryKey(), QStringLiteral("a1"));
    QVERIFY(!byAnother);
    QCOMPARE(byAnother.error().code, ErrorCode::VaultCorrupt);
    QVERIFY(!openByRecovery(wrapped, recovery, QStringLiteral("a2"))); // carried into another workspace
}

void TestKeyWrap::aPassphraseOpensTheVault()
{
    const auto mine = vault('k', QStringLiteral("a1"));
    const auto wrapped = wrapForPassphrase(*mine, kWords);
    QVERIFY(wrapped);
    QVERIFY(wrapped->startsWith(QStringLiteral("argon2id13 3 268435456 ")));
    QVERIFY(!wrapped->contains(QStringLiteral("four")));
    // However an input method puts the letter together.
    const auto opened = openByPassphrase(*wrapped, QStringLiteral("four words in a row u\u0308"), QStringLiteral("a1"));
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
    QVERIFY(isSame(*mine, **opened));
    const auto wrong = openByPassphrase(*wrapped, QStringLiteral("five words in a row ü"), QStringLiteral("a1"));
    QVERIFY(!wrong);
    QCOMPARE(wrong.error(),
             (Error{ErrorCode::VaultCorrupt, QStringLiteral("This is not the passphrase of this workspace.")}));
}

void TestKeyWrap::aShortPassphraseIsRefused()
{
    const auto wrapped = wrapForPassphrase(*vault('k', {}), QStringLiteral("elf Zeichen"));
    QVERIFY(!wrapped);
    QCOMPARE(wrapped.error().code, ErrorCode::InvalidArgument);
    QVERIFY(wrapped.error().detail.contains(QStringLiteral("at least 12 characters")));
    QVERIFY(passphraseProblem(QStringLiteral("zwölf Zeiche")).isEmpty());
}

void TestKeyWrap::aCostThatWouldStopThisMachineIsRefused_data()
{
    QTest::addColumn<QString>("stored");
    const QString rest = QStringLiteral(" AAAAAAAAAAAAAAAAAAAAAA== AAAA");
    QTest::newRow("memory") << QStringLiteral("argon2id13 3 4398046510080") + rest;
    QTest::newRow("operations") << QStringLiteral("argon2id13 4294967295 268435456") + rest;
    QTest::newRow("no salt") << QStringLiteral("argon2id13 3 268435456  AAAA");
    QTest::newRow("another algorithm") << QStringLiteral("scrypt 3 268435456") + rest;
    QTest::newRow("nothing") << QString();
}

void TestKeyWrap::aCostThatWouldStopThisMachineIsRefused()
{
    QFETCH(QString, stored);
    const auto opened = openByPassphrase(stored, kWords, QStringLiteral("a1"));
    QVERIFY(!opened);
    QCOMPARE(opened.error().detail, QStringLiteral("What is stored of the passphrase is damaged."));
}

QTEST_GUILESS_MAIN(TestKeyWrap)
#include "tst_keywrap.moc"
