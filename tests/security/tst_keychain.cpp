// The system keychain in the four sessions that keychain.sh makes and names in CALLBOARD_TEST_SESSION: a real
// gnome-keyring on a private bus, the same one locked, one that is stopped, and no bus at all.
#include "core/security/keychain.h"
#include "core/security/vault.h"
#include "core/security/vaultkey.h"

#include <QElapsedTimer>
#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

class TestKeychain : public QObject {
    Q_OBJECT

private slots:
    void init();
    void makesAKeyAndReadsItAgain();
    void keepsAKeyForEachWorkspace();
    void makesNoKeyUnlessAsked();
    void servesAnyThreadAgainAndAgain();
    void forgetsAnEntry();
    void asksNobodyWhileItIsLocked();
    void saysThatItsQuestionWasDismissed();
    void givesUpOnAKeychainThatDoesNotAnswer();
    void failsAtOnceWithoutABus();

private:
    static VaultKeySource entry(const char *tag)
    {
        return {VaultKeySource::Kind::Keychain, QStringLiteral("workspace/") + QLatin1String(tag)};
    }
    static QByteArray neededSession(const QByteArray &function)
    {
        if (function == "failsAtOnceWithoutABus")
            return "none";
        if (function == "asksNobodyWhileItIsLocked" || function == "saysThatItsQuestionWasDismissed")
            return "locked";
        return function == "givesUpOnAKeychainThatDoesNotAnswer" ? "stopped" : "keyring";
    }
};

// A test run in another session than its own would prove nothing.
void TestKeychain::init()
{
    QCOMPARE(qgetenv("CALLBOARD_TEST_SESSION"), neededSession(QTest::currentTestFunction()));
}

void TestKeychain::makesAKeyAndReadsItAgain()
{
    const auto made = loadVaultKey(entry("one"), true);
    QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
    QCOMPARE(made->size(), kVaultKeyBytes);
    const auto read = loadVaultKey(entry("one"), false);
    QVERIFY(read);
    QCOMPARE(*read, *made);
}

void TestKeychain::keepsAKeyForEachWorkspace()
{
    const auto left = loadVaultKey(entry("left"), true);
    const auto right = loadVaultKey(entry("right"), true);
    QVERIFY(left && right);
    QVERIFY(*left != *right);
}

void TestKeychain::makesNoKeyUnlessAsked()
{
    const auto key = loadVaultKey(entry("absent"), false);
    QVERIFY(!key);
    QCOMPARE(key.error().code, ErrorCode::VaultUnavailable);
}

void TestKeychain::servesAnyThreadAgainAndAgain()
{
    const auto made = loadVaultKey(entry("threads"), true);
    QVERIFY(made);
    for (int i = 0; i < 4; ++i) {
        Result<QByteArray> read;
        std::unique_ptr<QThread> thread(QThread::create([&] { read = loadVaultKey(entry("threads"), false); }));
        thread->start();
        QVERIFY(thread->wait(20'000));
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        QCOMPARE(*read, *made);
    }
}

void TestKeychain::forgetsAnEntry()
{
    const QDeadlineTimer deadline(10s);
    QVERIFY(writeKeychain(QStringLiteral("workspace/gone"), QByteArray(kVaultKeyBytes, 'g'), deadline));
    QVERIFY(readKeychain(QStringLiteral("workspace/gone"), deadline).value());
    QVERIFY(removeKeychain(QStringLiteral("workspace/gone"), deadline));
    QVERIFY(!readKeychain(QStringLiteral("workspace/gone"), deadline).value());
    QVERIFY(removeKeychain(QStringLiteral("workspace/gone"), deadline));
}

void TestKeychain::asksNobodyWhileItIsLocked()
{
    const auto key = readKeychain(QStringLiteral("workspace/one"), QDeadlineTimer(10s), Asking::Never);
    QVERIFY(!key);
    QCOMPARE(key.error().trouble, KeyTrouble::Locked);
    QVERIFY(key.error().error.detail.startsWith(QStringLiteral("The system keychain is locked.")));
}

// There is nobody on this bus to ask for the password: the question is dismissed at once. To QtKeychain that is an
// entry which is not there, and a key would be made anew.
void TestKeychain::saysThatItsQuestionWasDismissed()
{
    const auto key = readKeychain(QStringLiteral("workspace/one"), QDeadlineTimer(10s));
    QVERIFY(!key);
    QCOMPARE(key.error().trouble, KeyTrouble::Refused);
    const auto made = loadVaultKey(entry("one"), true);
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::VaultUnavailable);
}

void TestKeychain::givesUpOnAKeychainThatDoesNotAnswer()
{
    QElapsedTimer timer;
    timer.start();
    const auto key = loadVaultKey(entry("one"), true, 1s);
    QVERIFY(!key);
    QCOMPARE(key.error().code, ErrorCode::VaultUnavailable);
    QCOMPARE(key.error().detail,
             QStringLiteral("The system keychain did not answer within 1 s. Unlock it, or set "
                            "CALLBOARD_VAULT_KEY_FILE."));
    QVERIFY2(timer.elapsed() >= 990 && timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
}

void TestKeychain::failsAtOnceWithoutABus()
{
    QElapsedTimer timer;
    timer.start();
    const auto key = loadVaultKey(entry("one"), true, 10s);
    QVERIFY(!key);
    QCOMPARE(key.error().code, ErrorCode::VaultUnavailable);
    QVERIFY2(key.error().detail.contains(QStringLiteral("CALLBOARD_VAULT_KEY_FILE")), qPrintable(key.error().detail));
    QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
