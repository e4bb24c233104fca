// Key files and systemd credentials; which source the environment chooses.
#include "core/security/vault.h"
#include "core/security/vaultkey.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace callboard;

class TestVaultKey : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void makesAKeyFileOnlyForItsOwner();
    void readsTheSameKeyAgain();
    void makesNoKeyUnlessAsked();
    void refusesAnOpenMode_data();
    void refusesAnOpenMode();
    void acceptsAStricterMode();
    void refusesAnotherLength_data();
    void refusesAnotherLength();
    void refusesASymbolicLink();
    void neverWritesThroughADanglingLink();
    void refusesAPipeWithoutHanging();
    void refusesADirectoryThatIsNotThere();
    void readsACredentialWhateverItsMode();
    void neverMakesACredential();
    void prefersTheKeyFile();
    void takesTheCredentialOnlyIfItIsOurs();
    void fallsToTheKeychain();

private:
    VaultKeySource keyFile() const { return {VaultKeySource::Kind::KeyFile, m_path}; }
    void write(const QString &path, qsizetype length, mode_t mode = 0600) const;

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
};

void TestVaultKey::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(m_directory->isValid());
    m_path = m_directory->filePath(QStringLiteral("vault.key"));
    qunsetenv("CALLBOARD_VAULT_KEY_FILE");
    qunsetenv("CREDENTIALS_DIRECTORY");
}

void TestVaultKey::cleanup()
{
    m_directory.reset();
}

void TestVaultKey::write(const QString &path, qsizetype length, mode_t mode) const
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(length, 'k'));
    file.close();
    QCOMPARE(::chmod(QFile::encodeName(path).constData(), mode), 0);
}

void TestVaultKey::makesAKeyFileOnlyForItsOwner()
{
    const mode_t before = ::umask(0);
    const auto key = loadVaultKey(keyFile(), true);
    ::umask(before);
    QVERIFY(key);
    QCOMPARE(key->size(), kVaultKeyBytes);
    struct stat status { };
    QCOMPARE(::stat(QFile::encodeName(m_path).constData(), &status), 0);
    QCOMPARE(int(status.st_mode & 07777), 0600);
}

void TestVaultKey::readsTheSameKeyAgain()
{
    const auto made = loadVaultKey(keyFile(), true);
    const auto read = loadVaultKey(keyFile(), false);
    QVERIFY(made && read);
    QCOMPARE(*read, *made);
    QVERIFY(*made != QByteArray(kVaultKeyBytes, '\0'));
}

void TestVaultKey::makesNoKeyUnlessAsked()
{
    const auto key = loadVaultKey(keyFile(), false);
    QVERIFY(!key);
    QCOMPARE(key.error().code, ErrorCode::VaultUnavailable);
    QVERIFY(key.error().detail.contains(m_path));
    QVERIFY(!QFile::exists(m_path));
}

void TestVaultKey::refusesAnOpenMode_data()
{
    QTest::addColumn<int>("mode");
    for (int mode : {0640, 0604, 0644, 0620, 0601, 0666, 0777})
        QTest::addRow("%04o", mode) << mode;
}

void TestVaultKey::refusesAnOpenMode()
{
    QFETCH(int, mode);
    write(m_path, kVaultKeyBytes, mode_t(mode));
    const auto key = loadVaultKey(keyFile(), true);
    QVERIFY(!key);
    QCOMPARE(key.error().code, ErrorCode::VaultUnavailable);
    QVERIFY2(key.error().detail.contains(QStringLiteral("chmod 600 ") + m_path), qPrintable(key.error().detail));
    QVERIFY(key.error().detail.contains(QString::fromLatin1(QTest::currentDataTag())));
}

void TestVaultKey::acceptsAStricterMode()
{
    write(m_path, kVaultKeyBytes, 0400);
    QVERIFY(loadVaultKey(keyFile(), false));
}

void TestVaultKey::refusesAnotherLength_data()
{
    QTest::addColumn<int>("length");
    for (int length : {0, 31, 33, 44})
        QTest::addRow("%d bytes", length) << length;
}

void TestVaultKey::refusesAnotherLength()
{
    QFETCH(int, length);
    write(m_path, length);
    const auto key = loadVaultKey(keyFile(), true);
    QVERIFY(!key);
    QVERIFY2(key.error().detail.contains(QStringLiteral("has %1 bytes").arg(length)), qPrintable(key.error().detail));
}

void TestVaultKey::refusesASymbolicLink()
{
    const QString real = m_directory->filePath(QStringLiteral("real.key"));
    write(real, kVaultKeyBytes);
    QVERIFY(QFile::link(real, m_path));
    const auto key = loadVaultKey(keyFile(), true);
    QVERIFY(!key);
    QVERIFY(key.error().detail.contains(QStringLiteral("symbolic link")));
}

void TestVaultKey::neverWritesThroughADanglingLink()
{
    const QString elsewhere = m_directory->filePath(QStringLiteral("elsewhere"));
    QVERIFY(QFile::link(elsewhere, m_path));
    QVERIFY(!loadVaultKey(keyFile(), true));
    QVERIFY(!QFile::exists(elsewhere));
}

void TestVaultKey::refusesAPipeWithoutHanging()
{
    QCOMPARE(::mkfifo(QFile::encodeName(m_path).constData(), 0600), 0);
    const auto key = loadVaultKey(keyFile(), false);
    QVERIFY(!key);
    QVERIFY(key.error().detail.contains(QStringLiteral("regular file")));
}

void TestVaultKey::refusesADirectoryThatIsNotThere()
{
    m_path = m_directory->filePath(QStringLiteral("no/such/vault.key"));
    const auto key = loadVaultKey(keyFile(), true);
    QVERIFY(!key);
    QVERIFY(key.error().detail.contains(m_path));
}

void TestVaultKey::readsACredentialWhateverItsMode()
{
    write(m_path, kVaultKeyBytes, 0440);
    const auto key = loadVaultKey({VaultKeySource::Kind::Credential, m_path}, false);
    QVERIFY(key);
    QCOMPARE(*key, QByteArray(kVaultKeyBytes, 'k'));
}

void TestVaultKey::neverMakesACredential()
{
    const auto key = loadVaultKey({VaultKeySource::Kind::Credential, m_path}, true);
    QVERIFY(!key);
    QVERIFY(!QFile::exists(m_path));
}

void TestVaultKey::prefersTheKeyFile()
{
    write(m_directory->filePath(QStringLiteral("callboard-vault-key")), kVaultKeyBytes);
    qputenv("CREDENTIALS_DIRECTORY", QFile::encodeName(m_directory->path()));
    qputenv("CALLBOARD_VAULT_KEY_FILE", QFile::encodeName(m_path));
    const auto source = VaultKeySource::forWorkspace(QStringLiteral("tag"));
    QCOMPARE(source.kind, VaultKeySource::Kind::KeyFile);
    QCOMPARE(source.location, m_path);
    QCOMPARE(source.describe(), QStringLiteral("key file ") + m_path);
}

void TestVaultKey::takesTheCredentialOnlyIfItIsOurs()
{
    qputenv("CREDENTIALS_DIRECTORY", QFile::encodeName(m_directory->path()));
    QCOMPARE(VaultKeySource::forWorkspace(QStringLiteral("tag")).kind, VaultKeySource::Kind::Keychain);
    write(m_directory->filePath(QStringLiteral("callboard-vault-key")), kVaultKeyBytes);
    QCOMPARE(VaultKeySource::forWorkspace(QStringLiteral("tag")).kind, VaultKeySource::Kind::Credential);
}

void TestVaultKey::fallsToTheKeychain()
{
    const auto source = VaultKeySource::forWorkspace(QStringLiteral("tag"));
    QCOMPARE(source.kind, VaultKeySource::Kind::Keychain);
    QCOMPARE(source.location, QStringLiteral("workspace/tag"));
    QCOMPARE(source.describe(), QStringLiteral("system keychain"));
}

QTEST_GUILESS_MAIN(TestVaultKey)
#include "tst_vaultkey.moc"
