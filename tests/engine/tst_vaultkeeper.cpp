// The workspace's key: found again, told from others, never made anew where something is sealed; and what else opens
// it.
#include "core/security/keyfile.h"
#include "core/security/recoverykey.h"
#include "core/store/tables/sealedstore.h"
#include "core/store/tables/trailstore.h"
#include "tests/engine/vaultworld.h"

#include <QTest>

using namespace callboard;

class TestVaultKeeper : public QObject {
    Q_OBJECT

private slots:
    void makesTheFirstKeyAndFindsItAgain();
    void makesNoKeyUnlessAsked();
    void adoptsTheKeyOfAWorkspaceOfBefore();
    void aKeyThatOpensNothingIsNotAdopted();
    void aKeyOfAnotherWorkspaceIsToldApart();
    void aMissingKeyIsNeverMadeAnew_data();
    void aMissingKeyIsNeverMadeAnew();
    void twoThatMakeOneAgree();
    void everyPlaceOfSecretsIsKnown();
    void aRecoveryKeyBringsTheKeyBack();
    void aSlipInARecoveryKeyIsNamed();
    void aNewRecoveryKeyEndsTheOldOne();
    void aKeyFileThatHoldsAnotherKeyIsLeftAlone();
    void aPassphraseBringsTheKeyBack();
    void aPassphraseIsAKeyWhereNothingKeepsOne();
    void theOnlyWayInIsNotRemoved();
    void aPassphraseFileOpensIt();
    void whatIsDoneStandsInTheTrail();
};

namespace {

const QString kWords = QStringLiteral("four words in a row");

template <class T>
QString detailOf(const T &result)
{
    return result ? QStringLiteral("it succeeded") : result.error().detail;
}

KeyTrouble troubleOf(const KeyResult<OpenedVault> &opened)
{
    return opened ? KeyTrouble::None : opened.error().trouble;
}

// There is no bus in this test: see main().
VaultKeeper withoutKeychain(const VaultWorld &world)
{
    return VaultKeeper(world.workspace(), {VaultKeySource::Kind::Keychain, QStringLiteral("workspace/none")});
}

} // namespace

void TestVaultKeeper::makesTheFirstKeyAndFindsItAgain()
{
    const VaultWorld world;
    const auto made = world.keeper().open(true);
    QVERIFY(made);
    QCOMPARE(made->place, world.keyFile());
    QVERIFY(world.fill(*made->vault));
    const auto again = world.keeper().open(false);
    QVERIFY(again);
    QCOMPARE(again->vault->id(), made->vault->id());
    QCOMPARE(world.record().keyId, made->vault->id());
    QCOMPARE(world.openedBy(*again->vault), kSecretsInAll);
    QCOMPARE(world.keeper().facts().value().secrets, kSecretsInAll);
}

void TestVaultKeeper::makesNoKeyUnlessAsked()
{
    const VaultWorld world;
    QVERIFY(world.db());
    const auto opened = world.keeper().open(false);
    QCOMPARE(troubleOf(opened), KeyTrouble::NotMade);
    QCOMPARE(opened.error().error.detail,
             QStringLiteral("There is no vault key in the key file %1.").arg(world.keyFile()));
    QVERIFY(!QFile::exists(world.keyFile()));
}

void TestVaultKeeper::adoptsTheKeyOfAWorkspaceOfBefore()
{
    const VaultWorld world;
    const QByteArray key(kVaultKeyBytes, 'k');
    QVERIFY(makeKeyFile(world.keyFile(), key));
    QVERIFY(world.fill(**Vault::fromKey(key)));
    const auto opened = world.keeper().open(false);
    QVERIFY(opened);
    QVERIFY(!opened->vault->id().isEmpty());
    QCOMPARE(world.openedBy(*opened->vault), kSecretsInAll);
    QCOMPARE(world.keeper().open(true)->vault->id(), opened->vault->id());
    QCOMPARE(world.key(), key);
}

void TestVaultKeeper::aKeyThatOpensNothingIsNotAdopted()
{
    const VaultWorld world;
    QVERIFY(world.fill(**Vault::fromKey(QByteArray(kVaultKeyBytes, 'k'))));
    QVERIFY(makeKeyFile(world.keyFile(), QByteArray(kVaultKeyBytes, 'l')));
    QCOMPARE(troubleOf(world.keeper().open(true)), KeyTrouble::Foreign);
    QCOMPARE(world.record(), VaultRecord{});
}

void TestVaultKeeper::aKeyOfAnotherWorkspaceIsToldApart()
{
    const VaultWorld world;
    QVERIFY(world.keeper().open(true));
    QVERIFY(QFile::remove(world.keyFile()));
    QVERIFY(makeKeyFile(world.keyFile(), QByteArray(kVaultKeyBytes, 'l')));
    const auto opened = world.keeper().open(true);
    QCOMPARE(troubleOf(opened), KeyTrouble::Foreign);
    QCOMPARE(opened.error().error.detail,
             QStringLiteral("The key in the key file %1 is not the one of this workspace.").arg(world.keyFile()));
    QCOMPARE(world.key(), QByteArray(kVaultKeyBytes, 'l'));
}

void TestVaultKeeper::aMissingKeyIsNeverMadeAnew_data()
{
    QTest::addColumn<bool>("hasId");
    QTest::newRow("known by its id") << true;
    QTest::newRow("of before keys had one") << false;
}

void TestVaultKeeper::aMissingKeyIsNeverMadeAnew()
{
    QFETCH(bool, hasId);
    const VaultWorld world;
    if (hasId) {
        QVERIFY(world.keeper().open(true));
        QVERIFY(QFile::remove(world.keyFile()));
    } else {
        QVERIFY(world.fill(**Vault::fromKey(QByteArray(kVaultKeyBytes, 'k'))));
    }
    const auto opened = world.keeper().open(true);
    QCOMPARE(troubleOf(opened), KeyTrouble::Missing);
    QVERIFY(opened.error().error.detail.startsWith(QStringLiteral("The vault's key is not on this machine.")));
    QVERIFY(!QFile::exists(world.keyFile()));
}

void TestVaultKeeper::twoThatMakeOneAgree()
{
    const VaultWorld world;
    const auto one = world.keeper().open(true);
    const auto other = world.keeper().open(true);
    QVERIFY(one && other);
    QCOMPARE(one->vault->id(), other->vault->id());
}

// A column of sealed bytes that is not counted would be lost with the next rotation.
void TestVaultKeeper::everyPlaceOfSecretsIsKnown()
{
    const VaultWorld world;
    const auto db = world.db();
    QStringList columns;
    QVERIFY(db->each(QStringLiteral("SELECT m.name || '.' || c.name FROM sqlite_master m, pragma_table_info(m.name) c "
                                    "WHERE m.type = 'table' AND c.name LIKE '%sealed%' ORDER BY 1"),
                     {}, [&](const Query &row) { columns.append(row.text(0)); }));
    QCOMPARE(columns,
             (QStringList{QStringLiteral("target_access.auth_sealed"), QStringLiteral("target_access.key_sealed"),
                          QStringLiteral("target_access.proxy_sealed"), QStringLiteral("target_header.sealed"),
                          QStringLiteral("target_signing_key.sealed")}));
    QVERIFY(world.fill(**Vault::fromKey(QByteArray(kVaultKeyBytes, 'k'))));
    QCOMPARE(SealedStore(*db).all().value().size(), kSecretsInAll);
}

void TestVaultKeeper::aRecoveryKeyBringsTheKeyBack()
{
    const VaultWorld world;
    const auto opened = world.keeper().open(true);
    QVERIFY(opened && world.fill(*opened->vault));
    const auto recovery = world.keeper().makeRecovery(*opened->vault);
    QVERIFY(recovery);
    QVERIFY(world.keeper().facts().value().recovery);
    QVERIFY(QFile::remove(world.keyFile())); // another machine
    QCOMPARE(troubleOf(world.keeper().open(true)), KeyTrouble::Missing);
    const auto unlocked = world.keeper().unlockWithRecovery(*recovery);
    QVERIFY2(unlocked, qPrintable(detailOf(unlocked)));
    QCOMPARE(unlocked->by, OpenedBy::Recovery);
    QCOMPARE(unlocked->place, world.keyFile());
    QCOMPARE(world.openedBy(*unlocked->vault), kSecretsInAll);
    const auto later = world.keeper().open(false);
    QVERIFY(later);
    QCOMPARE(later->by, OpenedBy::Source);
}

void TestVaultKeeper::aSlipInARecoveryKeyIsNamed()
{
    const VaultWorld world;
    const auto opened = world.keeper().open(true);
    QString recovery = world.keeper().makeRecovery(*opened->vault).value();
    recovery[8] = recovery[8] == u'7' ? u'8' : u'7';
    const auto unlocked = world.keeper().unlockWithRecovery(recovery);
    QCOMPARE(detailOf(unlocked), QStringLiteral("Group 2 of the recovery key is not as it was shown."));
    const auto another = world.keeper().unlockWithRecovery(recoveryKeyText(makeRecoveryKey()));
    QVERIFY(detailOf(another).startsWith(QStringLiteral("This recovery key is not the one")));
}

void TestVaultKeeper::aNewRecoveryKeyEndsTheOldOne()
{
    const VaultWorld world;
    const auto opened = world.keeper().open(true);
    QCOMPARE(detailOf(world.keeper().unlockWithRecovery({})),
             QStringLiteral("No recovery key was ever made for this workspace."));
    const auto older = world.keeper().makeRecovery(*opened->vault);
    const auto newer = world.keeper().makeRecovery(*opened->vault);
    QVERIFY(older && newer);
    QVERIFY(!world.keeper().unlockWithRecovery(*older));
    QVERIFY(world.keeper().unlockWithRecovery(*newer));
}

void TestVaultKeeper::aKeyFileThatHoldsAnotherKeyIsLeftAlone()
{
    const VaultWorld world;
    const auto opened = world.keeper().open(true);
    const auto recovery = world.keeper().makeRecovery(*opened->vault);
    const QByteArray foreign(kVaultKeyBytes, 'l');
    QVERIFY(QFile::remove(world.keyFile()));
    QVERIFY(makeKeyFile(world.keyFile(), foreign));
    const auto unlocked = world.keeper().unlockWithRecovery(*recovery);
    QVERIFY(unlocked);
    QCOMPARE(unlocked->place, QString());
    QCOMPARE(world.key(), foreign);
}

void TestVaultKeeper::aPassphraseBringsTheKeyBack()
{
    const VaultWorld world;
    const auto opened = world.keeper().open(true);
    QVERIFY(opened && world.fill(*opened->vault));
    QVERIFY(world.keeper().setPassphrase(*opened, kWords));
    QVERIFY(QFile::remove(world.keyFile()));
    QCOMPARE(detailOf(world.keeper().unlockWithPassphrase(QStringLiteral("not these words"))),
             QStringLiteral("This is not the passphrase of this workspace."));
    QVERIFY(!QFile::exists(world.keyFile()));
    const auto unlocked = world.keeper().unlockWithPassphrase(kWords);
    QVERIFY2(unlocked, qPrintable(detailOf(unlocked)));
    QCOMPARE(world.openedBy(*unlocked->vault), kSecretsInAll);
    QVERIFY(world.keeper().open(false));
}

void TestVaultKeeper::aPassphraseIsAKeyWhereNothingKeepsOne()
{
    const VaultWorld world;
    QVERIFY(world.db());
    const VaultKeeper keeper = withoutKeychain(world);
    QCOMPARE(troubleOf(keeper.open(true)), KeyTrouble::NoKeychain);
    const auto made = keeper.setPassphrase(std::nullopt, kWords);
    QVERIFY2(made, qPrintable(detailOf(made)));
    QVERIFY(world.fill(*made->vault));
    QCOMPARE(troubleOf(keeper.open(true)), KeyTrouble::NoKeychain);
    const auto unlocked = keeper.unlockWithPassphrase(kWords);
    QVERIFY(unlocked);
    QCOMPARE(unlocked->place, QString());
    QCOMPARE(world.openedBy(*unlocked->vault), kSecretsInAll);
    // It is sealed under that key now: another one is not made.
    QVERIFY(!keeper.setPassphrase(std::nullopt, QStringLiteral("another four words")));
}

void TestVaultKeeper::theOnlyWayInIsNotRemoved()
{
    const VaultWorld world;
    QVERIFY(world.db());
    const VaultKeeper keeper = withoutKeychain(world);
    const auto made = keeper.setPassphrase(std::nullopt, kWords);
    const auto removed = keeper.setPassphrase(*made, {});
    QVERIFY(!removed);
    QCOMPARE(removed.error().code, ErrorCode::NotAllowed);
    QVERIFY(keeper.facts().value().passphrase);

    const VaultWorld other;
    const auto opened = other.keeper().open(true);
    QVERIFY(other.keeper().setPassphrase(*opened, kWords));
    QVERIFY(other.keeper().setPassphrase(*opened, {}));
    QVERIFY(!other.keeper().facts().value().passphrase);
}

void TestVaultKeeper::aPassphraseFileOpensIt()
{
    const VaultWorld world;
    const auto opened = world.keeper().open(true);
    QVERIFY(opened && world.fill(*opened->vault));
    QVERIFY(world.keeper().setPassphrase(*opened, kWords));
    const QString path = world.path() + QStringLiteral("/words");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(kWords.toUtf8() + '\n');
    file.close();
    const VaultKeeper keeper(world.workspace(), {VaultKeySource::Kind::PassphraseFile, path});
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    const auto refused = keeper.open(false);
    QCOMPARE(troubleOf(refused), KeyTrouble::Unusable);
    QVERIFY(refused.error().error.detail.contains(QStringLiteral("chmod 600")));
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    const auto byFile = keeper.open(false);
    QVERIFY(byFile);
    QCOMPARE(byFile->by, OpenedBy::Passphrase);
    QCOMPARE(world.openedBy(*byFile->vault), kSecretsInAll);
}

void TestVaultKeeper::whatIsDoneStandsInTheTrail()
{
    const VaultWorld world;
    const auto opened = world.keeper().open(true);
    QVERIFY(world.keeper().makeRecovery(*opened->vault));
    const auto db = world.db();
    const auto rows = TrailStore(*db).page({}, 0, 10).value();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0].entry.action, QStringLiteral("vault.recovery-made"));
    QCOMPARE(rows[1].entry.action, QStringLiteral("vault.made"));
    QCOMPARE(rows[1].entry.actor, QStringLiteral("a test"));
    QVERIFY(TrailStore(*db).verify().value().finding.isEmpty());
}

int main(int argc, char **argv)
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    const QCoreApplication application(argc, argv);
    TestVaultKeeper test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_vaultkeeper.moc"
