// How targets sign, and their sealed keys: kept in their order, and gone with their target.
#include "core/store/tables/signingkeystore.h"

#include "core/store/tables/targetstore.h"
#include "core/store/workspacereader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace callboard;

class tst_SigningKeyStore : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aTargetKeepsHowItSigns();
    void theNewestStandsFirst();
    void eachTargetHasItsOwn();
    void whatIsReplacedIsGone();
    void removalDeletesThem();
    void aKeyInTheClearIsNeverWritten();

private:
    CallbackTarget save(qint64 id, const QList<SigningKey> &keys);
    qint64 rows();

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Database> m_db;
};

namespace {

const Timestamp kThen{Milliseconds(1'700'000'000'000)};
const Timestamp kUntil{Milliseconds(1'700'086'400'123)};

SigningKey sealed(const QByteArray &bytes, std::optional<Timestamp> until = {})
{
    return {{{}, bytes}, until};
}

} // namespace

void tst_SigningKeyStore::init()
{
    m_db.reset();
    m_directory = std::make_unique<QTemporaryDir>();
    m_db = Database::open(m_directory->filePath(QStringLiteral("w.db")), Database::Access::Write).value();
}

CallbackTarget tst_SigningKeyStore::save(qint64 id, const QList<SigningKey> &keys)
{
    CallbackTarget target;
    target.id = {id};
    target.name = QStringLiteral("target %1").arg(id);
    target.url = QStringLiteral("https://example.com/%1").arg(id);
    target.signing = {SigningScheme::Cloudflare, QStringLiteral("X-Signed"), keys};
    return TargetStore(*m_db).save(target, kThen).value_or(CallbackTarget{});
}

qint64 tst_SigningKeyStore::rows()
{
    qint64 count = 0;
    const auto read = m_db->each(QStringLiteral("SELECT COUNT(*) FROM target_signing_key"), {},
                                 [&count](const Query &row) { count = row.integer(0); });
    return read ? count : -1;
}

void tst_SigningKeyStore::aTargetKeepsHowItSigns()
{
    const CallbackTarget saved = save(3, {sealed(QByteArray("\x01\x00\xff", 3)), sealed("older", kUntil)});
    QCOMPARE(saved.id.value, 3);
    const auto read =
        (*WorkspaceReader::open(m_directory->filePath(QStringLiteral("w.db"))))->target(QStringLiteral("target 3"));
    QVERIFY(read);
    QVERIFY(*read == saved);
    QVERIFY(read->signing.scheme == SigningScheme::Cloudflare);
    QCOMPARE(read->signing.header, QStringLiteral("X-Signed"));
    QCOMPARE(read->signing.keys[1].until, std::optional(kUntil)); // to the millisecond
}

void tst_SigningKeyStore::theNewestStandsFirst()
{
    save(1, {sealed("c"), sealed("a", kUntil), sealed("b", kUntil)});
    const auto keys = SigningKeyStore(*m_db).all();
    QVERIFY(keys);
    QByteArray order;
    for (const SigningKey &key : keys->value({1}))
        order += key.secret.sealed;
    QCOMPARE(order, QByteArray("cab"));
    QVERIFY(!keys->value({1}).constFirst().until);
}

void tst_SigningKeyStore::eachTargetHasItsOwn()
{
    save(1, {sealed("one")});
    save(2, {sealed("two"), sealed("before two", kUntil)});
    const auto targets = TargetStore(*m_db).all();
    QVERIFY(targets);
    QCOMPARE(targets->at(0).signing.keys, QList<SigningKey>{sealed("one")});
    QCOMPARE(targets->at(1).signing.keys.size(), 2);
}

void tst_SigningKeyStore::whatIsReplacedIsGone()
{
    save(1, {sealed("one"), sealed("before one", kUntil)});
    save(2, {sealed("two")});
    save(1, {sealed("newer")});
    const auto keys = SigningKeyStore(*m_db).all();
    QVERIFY(keys);
    QCOMPARE(keys->value({1}), QList<SigningKey>{sealed("newer")});
    QCOMPARE(keys->value({2}), QList<SigningKey>{sealed("two")});
    QCOMPARE(rows(), 2);
}

void tst_SigningKeyStore::removalDeletesThem()
{
    save(1, {sealed("one"), sealed("before one", kUntil)});
    save(2, {sealed("two")});
    QVERIFY(m_db->begin() && TargetStore(*m_db).remove({1}, kThen) && m_db->commit());
    QCOMPARE(rows(), 1);
    QCOMPARE(SigningKeyStore(*m_db).all()->value({2}), QList<SigningKey>{sealed("two")});
}

void tst_SigningKeyStore::aKeyInTheClearIsNeverWritten()
{
    SigningKey typed;
    typed.secret.plain = QStringLiteral("planted-in-the-clear-4711");
    typed.secret.sealed = "its ciphertext";
    save(1, {typed});
    QVERIFY(SigningKeyStore(*m_db).all()->value({1}).constFirst().secret.plain.isEmpty());
    m_db.reset(); // the files are read only once nobody has them open
    for (const char *suffix : {"", "-wal"}) {
        QFile file(m_directory->filePath(QStringLiteral("w.db")) + QLatin1String(suffix));
        if (file.open(QIODevice::ReadOnly))
            QVERIFY(!file.readAll().contains("planted-in-the-clear"));
    }
}

QTEST_GUILESS_MAIN(tst_SigningKeyStore)
#include "tst_signingkeystore.moc"
