// A new key for the vault: all of it or nothing, whatever moment the program ends at. The one that is killed is this
// program again, in a process of its own.
#include "core/security/keychain.h"
#include "core/security/keyfile.h"
#include "tests/engine/vaultworld.h"

#include <QProcess>
#include <QTest>

#include <unistd.h>

using namespace callboard;

class TestVaultRotation : public QObject {
    Q_OBJECT

private slots:
    void everythingIsSealedAnew();
    void theRecoveryKeyLapses();
    void thePassphraseOpensTheNewKeyToo();
    void whatDoesNotOpenIsNamedAndNothingChanges();
    void aFileInTheWayIsNotReplaced();
    void aCredentialIsNotChanged();
    void aNewKeyFileTakesTheKey();
    void anotherRotationMeanwhileIsNoticed();
    void itMayBeKilledAtAnyMoment_data();
    void itMayBeKilledAtAnyMoment();
};

namespace {

const QString kWords = QStringLiteral("four words in a row");

template <class T>
QString detailOf(const T &result)
{
    return result ? QStringLiteral("it succeeded") : result.error().detail;
}

// In the process that is killed.
int rotateAndDie(const QString &workspace, const QString &location, int step)
{
    const auto kind = VaultWorld::usesKeychain() ? VaultKeySource::Kind::Keychain : VaultKeySource::Kind::KeyFile;
    VaultKeeper keeper(workspace, {kind, location});
    keeper.setReached([step](VaultKeeper::Step reached) {
        if (int(reached) == step)
            ::_exit(0); // nothing is tidied up
    });
    const auto opened = keeper.open(false);
    return opened && keeper.rotate(*opened, {}) ? 2 : 3;
}

} // namespace

void TestVaultRotation::everythingIsSealedAnew()
{
    const VaultWorld world;
    const auto before = world.keeper().open(true);
    QVERIFY(before && world.fill(*before->vault));
    const QByteArray oldKey = world.key();
    const auto rotated = world.keeper().rotate(*before, {});
    QVERIFY2(rotated, qPrintable(detailOf(rotated)));
    QVERIFY(rotated->vault->id() != before->vault->id());
    QVERIFY(world.key() != oldKey);
    QVERIFY(!QFile::exists(world.newKeyFile()));
    QCOMPARE(world.openedBy(*rotated->vault), kSecretsInAll);
    QCOMPARE(world.openedBy(*before->vault), 0);
    const auto later = world.keeper().open(false);
    QVERIFY(later);
    QCOMPARE(later->vault->id(), rotated->vault->id());
    QCOMPARE(world.record().pending, QString());
}

void TestVaultRotation::theRecoveryKeyLapses()
{
    const VaultWorld world;
    const auto before = world.keeper().open(true);
    const auto recovery = world.keeper().makeRecovery(*before->vault);
    const auto rotated = world.keeper().rotate(*before, {});
    QVERIFY(rotated);
    const VaultFacts facts = world.keeper().facts().value();
    QVERIFY(!facts.recovery && facts.recoveryLapsed);
    QCOMPARE(detailOf(world.keeper().unlockWithRecovery(*recovery)),
             QStringLiteral("The recovery key went with the key it was made for: the key was rotated."));
    QVERIFY(world.keeper().rotate(*rotated, {}));
    QVERIFY(world.keeper().facts().value().recoveryLapsed); // still worth saying
    const auto now = world.keeper().open(false);
    QVERIFY(world.keeper().makeRecovery(*now->vault));
    QVERIFY(!world.keeper().facts().value().recoveryLapsed);
}

void TestVaultRotation::thePassphraseOpensTheNewKeyToo()
{
    const VaultWorld world;
    const auto before = world.keeper().open(true);
    QVERIFY(world.fill(*before->vault));
    QVERIFY(world.keeper().setPassphrase(*before, kWords));
    const auto without = world.keeper().rotate(*before, {});
    QVERIFY(detailOf(without).startsWith(QStringLiteral("The passphrase is needed as well")));
    QVERIFY(!world.keeper().rotate(*before, {QStringLiteral("not these words")}));
    QCOMPARE(world.openedBy(*before->vault), kSecretsInAll);
    const auto rotated = world.keeper().rotate(*before, {kWords});
    QVERIFY2(rotated, qPrintable(detailOf(rotated)));
    QVERIFY(QFile::remove(world.keyFile()));
    const auto unlocked = world.keeper().unlockWithPassphrase(kWords);
    QVERIFY(unlocked);
    QCOMPARE(unlocked->vault->id(), rotated->vault->id());
    QCOMPARE(world.openedBy(*unlocked->vault), kSecretsInAll);
}

void TestVaultRotation::whatDoesNotOpenIsNamedAndNothingChanges()
{
    const VaultWorld world;
    const auto before = world.keeper().open(true);
    QVERIFY(world.fill(*before->vault));
    const QByteArray oldKey = world.key();
    QVERIFY(world.db()->run(QStringLiteral("UPDATE target_access SET proxy_sealed = x'00' WHERE target_id = 1")));
    const auto rotated = world.keeper().rotate(*before, {});
    QVERIFY(!rotated);
    QCOMPARE(rotated.error().code, ErrorCode::VaultCorrupt);
    QVERIFY2(detailOf(rotated).startsWith(QStringLiteral("The proxy password of target 1 does not open")),
             qPrintable(detailOf(rotated)));
    QCOMPARE(world.key(), oldKey);
    QVERIFY(!QFile::exists(world.newKeyFile()));
    QCOMPARE(world.record().pending, QString());
    QCOMPARE(world.openedBy(*before->vault), kSecretsInAll - 1);
}

void TestVaultRotation::aFileInTheWayIsNotReplaced()
{
    const VaultWorld world;
    const auto before = world.keeper().open(true);
    const QByteArray theirs(kVaultKeyBytes, 't');
    QVERIFY(makeKeyFile(world.newKeyFile(), theirs));
    const auto rotated = world.keeper().rotate(*before, {});
    QVERIFY(detailOf(rotated).contains(QStringLiteral("is in the way")));
    QVERIFY(world.keeper().open(false));
    QCOMPARE(readKeyFile(world.newKeyFile(), KeyFileGuard::OwnerOnly).value(), theirs);
}

void TestVaultRotation::aCredentialIsNotChanged()
{
    const VaultWorld world;
    const auto before = world.keeper().open(true);
    QVERIFY(world.fill(*before->vault));
    const VaultKeeper keeper(world.workspace(), {VaultKeySource::Kind::Credential, world.keyFile()});
    const auto opened = keeper.open(false);
    QVERIFY(opened);
    const auto refused = keeper.rotate(*opened, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::NotAllowed);
    QVERIFY(detailOf(refused).contains(QStringLiteral("--new-key-file")));
    const QString file = world.path() + QStringLiteral("/next.key");
    const auto rotated = keeper.rotate(*opened, {{}, file});
    QVERIFY2(rotated, qPrintable(detailOf(rotated)));
    QCOMPARE(keeper.open(false).error().trouble, KeyTrouble::Foreign); // until it is put in its place
    const VaultKeeper later(world.workspace(), {VaultKeySource::Kind::Credential, file});
    const auto now = later.open(false);
    QVERIFY(now);
    QCOMPARE(world.openedBy(*now->vault), kSecretsInAll);
}

void TestVaultRotation::aNewKeyFileTakesTheKey()
{
    const VaultWorld world;
    const auto before = world.keeper().open(true);
    const QString file = world.path() + QStringLiteral("/next.key");
    const QByteArray oldKey = world.key();
    QVERIFY(detailOf(world.keeper().rotate(*before, {{}, world.keyFile()})).contains(QStringLiteral("present key")));
    QVERIFY(makeKeyFile(file, QByteArray(kVaultKeyBytes, 'n'))); // of their own making
    const auto rotated = world.keeper().rotate(*before, {{}, file});
    QVERIFY(rotated);
    QCOMPARE(rotated->place, file);
    QCOMPARE(rotated->vault->copyOfKey(), QByteArray(kVaultKeyBytes, 'n'));
    QCOMPARE(world.key(), oldKey); // theirs to remove
}

void TestVaultRotation::anotherRotationMeanwhileIsNoticed()
{
    const VaultWorld world;
    const auto before = world.keeper().open(true);
    QVERIFY(world.fill(*before->vault));
    VaultKeeper slow = world.keeper();
    slow.setReached([&world](VaultKeeper::Step step) {
        if (step == VaultKeeper::Step::Kept)
            QVERIFY(world.keeper().open(false)); // which takes the other for one that was killed
    });
    const auto rotated = slow.rotate(*before, {});
    QVERIFY(!rotated);
    QCOMPARE(rotated.error().code, ErrorCode::Conflict);
    QCOMPARE(world.openedBy(*before->vault), kSecretsInAll);
    QVERIFY(world.keeper().open(false));
    QVERIFY(!QFile::exists(world.newKeyFile()));
    const auto again = world.keeper().rotate(*before, {});
    QVERIFY(again);
    const auto stale = world.keeper().rotate(*before, {}); // with a key of before
    QVERIFY(!stale);
    QCOMPARE(world.openedBy(*again->vault), kSecretsInAll);
}

void TestVaultRotation::itMayBeKilledAtAnyMoment_data()
{
    QTest::addColumn<int>("step");
    QTest::addColumn<bool>("rotated");
    using Step = VaultKeeper::Step;
    QTest::newRow("announced") << int(Step::Announced) << false;
    QTest::newRow("kept beside the old one") << int(Step::Kept) << false;
    QTest::newRow("sealed, not committed") << int(Step::Sealed) << false;
    QTest::newRow("committed") << int(Step::Committed) << true;
    QTest::newRow("finished") << int(Step::Finished) << true;
}

void TestVaultRotation::itMayBeKilledAtAnyMoment()
{
    QFETCH(int, step);
    QFETCH(bool, rotated);
    const VaultWorld world;
    const auto before = world.keeper().open(true);
    QVERIFY(before && world.fill(*before->vault));
    QProcess killed;
    killed.start(
        QCoreApplication::applicationFilePath(),
        {QStringLiteral("--rotate-and-die"), world.workspace(), world.source().location, QString::number(step)});
    QVERIFY(killed.waitForFinished());
    QCOMPARE(killed.exitCode(), 0);

    const QString unused = rotated ? before->vault->id() : world.record().pending;
    const auto after = world.keeper().open(true);
    QVERIFY(after);
    QCOMPARE(after->vault->id() != before->vault->id(), rotated);
    QCOMPARE(world.openedBy(*after->vault), kSecretsInAll);
    QVERIFY(!QFile::exists(world.newKeyFile()));
    const VaultRecord record = world.record();
    QCOMPARE(record.pending + record.retired, QString());
    if (VaultWorld::usesKeychain() && !unused.isEmpty()) {
        const auto entry = readKeychain(world.source().placeOfNew(unused), QDeadlineTimer(10'000));
        QVERIFY(entry && !*entry); // gone
    }
    const auto next = world.keeper().rotate(*after, {});
    QVERIFY2(next, qPrintable(detailOf(next)));
    QCOMPARE(world.openedBy(*next->vault), kSecretsInAll);
}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--rotate-and-die"))
        return rotateAndDie(arguments.value(2), arguments.value(3), arguments.value(4).toInt());
    TestVaultRotation test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_vaultrotation.moc"
