// The client certificate in a target's form, with files that openssl made: PEM, keys of their own, PKCS#12,
// passphrases.
#include "core/transport/certificates.h"
#include "tests/support/testauthority.h"
#include "tests/ui/accessfiles.h"
#include "tests/ui/dialogshots.h"
#include "ui/look/look.h"

#include <QFile>
#include <QPushButton>
#include <QTemporaryDir>

using namespace callboard;
using Mood = FieldLine::Mood;

namespace {

const QString kPassphrase = QStringLiteral("open-sesame");

} // namespace

class TestTargetClientCertificate : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { m_engine = std::make_unique<FakeEngineClient>(); }

    void pemWithItsKeyIsTakenAtOnce();
    void aKeyOfItsOwnFileIsAskedFor();
    void anotherKeyIsRefused();
    void aSealedKeyIsOpenedByItsPassphrase();
    void pkcs12IsOpenedByItsPassphrase();
    void pkcs12WithoutAPassphraseIsTakenAtOnce();
    void aPassphraseIsNotKept();
    void aCertificateThatEndsSoonIsWarnedOf();
    void itIsRemovedAndUndone();

private:
    [[nodiscard]] QString written(const char *name, const QByteArray &bytes) const;
    [[nodiscard]] QString pkcs12(const QString &passphrase) const;
    [[nodiscard]] static bool canSave(const QWidget &dialog)
    {
        return in<QPushButton>(dialog, "saveButton")->isEnabled();
    }

    QTemporaryDir m_directory;
    std::unique_ptr<TestAuthority> m_authority;
    IssuedCertificate m_client;
    std::unique_ptr<FakeEngineClient> m_engine;
};

void TestTargetClientCertificate::initTestCase()
{
    look::apply();
    m_authority = std::make_unique<TestAuthority>(m_directory.path(), QStringLiteral("Example-Root"));
    TestAuthority::Wish wish;
    wish.days = 61;
    m_client = m_authority->issue(QStringLiteral("media.example"), wish);
    QVERIFY(!m_client.certificatePem.isEmpty() && !m_authority->own().certificatePem.isEmpty());
}

QString TestTargetClientCertificate::written(const char *name, const QByteArray &bytes) const
{
    QFile file(m_directory.filePath(QString::fromLatin1(name)));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

QString TestTargetClientCertificate::pkcs12(const QString &passphrase) const
{
    const QString out = m_directory.filePath(QStringLiteral("client%1.p12").arg(passphrase.size()));
    (void)openssl(QStringLiteral("pkcs12 -export -inkey %1 -in %2 -out %3 -passout pass:%4")
                      .arg(m_client.keyFile, m_client.certificateFile, out, passphrase)); // says nothing
    return out;
}

void TestTargetClientCertificate::pemWithItsKeyIsTakenAtOnce()
{
    AccessDialog dialog(*m_engine, bare());
    const QString both = written("both.pem", m_client.certificatePem + m_client.keyPem);
    chooseFile(dialog, "chooseCertificateButton", "certificateFileDialog", both);
    QVERIFY(!passphraseDialog(dialog));
    const QString shown = in<QLineEdit>(dialog, "clientCertificateEdit")->text();
    QVERIFY2(shown.startsWith(QStringLiteral("media.example, issued by Example-Root, ends in 60 days"))
                 || shown.startsWith(QStringLiteral("media.example, issued by Example-Root, ends in 61 days")),
             qPrintable(shown));
    QVERIFY(lineOf(dialog, "clientCertificateLine").endsWith(QStringLiteral("Its key is kept in the vault.")));
    const TlsSettings tls = dialog.target().tls;
    QVERIFY(!tls.certificate.contains("PRIVATE KEY"));
    QVERIFY(!pairProblem(tls.certificate, tls.key.plain.toLatin1()));
    QVERIFY(canSave(dialog));
    for (const QLineEdit *edit : dialog.findChildren<QLineEdit *>())
        QVERIFY2(!edit->text().contains(QStringLiteral("PRIVATE")), qPrintable(edit->objectName()));
}

void TestTargetClientCertificate::aKeyOfItsOwnFileIsAskedFor()
{
    AccessDialog dialog(*m_engine, bare());
    chooseFile(dialog, "chooseCertificateButton", "certificateFileDialog", m_client.certificateFile);
    QCOMPARE(lineOf(dialog, "clientCertificateLine"), QStringLiteral("The client certificate needs its key."));
    QVERIFY(!canSave(dialog));
    QCOMPARE(dialog.focusWidget()->objectName(), QStringLiteral("chooseKeyButton"));
    chooseFile(dialog, "chooseKeyButton", "keyFileDialog", m_client.certificateFile);
    QCOMPARE(lineOf(dialog, "clientCertificateLine"), QStringLiteral("There is no private key in PEM in it."));
    chooseFile(dialog, "chooseKeyButton", "keyFileDialog", m_client.keyFile);
    QVERIFY(canSave(dialog));
    QVERIFY(!isShown(dialog, "chooseKeyButton"));
    press(dialog, "saveButton");
    QTRY_COMPARE(m_engine->saved.size(), 1);
    const TlsSettings saved = m_engine->saved.constFirst().tls;
    QVERIFY(!pairProblem(saved.certificate, saved.key.plain.toLatin1()));
}

void TestTargetClientCertificate::anotherKeyIsRefused()
{
    AccessDialog dialog(*m_engine, bare());
    chooseFile(dialog, "chooseCertificateButton", "certificateFileDialog", m_client.certificateFile);
    chooseFile(dialog, "chooseKeyButton", "keyFileDialog", m_authority->own().keyFile);
    QCOMPARE(lineOf(dialog, "clientCertificateLine"),
             QStringLiteral("The client key is not the key of the client certificate."));
    QVERIFY(!canSave(dialog));
}

void TestTargetClientCertificate::aSealedKeyIsOpenedByItsPassphrase()
{
    const QByteArray sealedKey = openssl(
        QStringLiteral("pkcs8 -topk8 -in %1 -passout pass:%2").arg(m_client.keyFile, kPassphrase));
    QVERIFY(sealedKey.contains("ENCRYPTED PRIVATE KEY"));
    const QString path = written("sealed.pem", sealedKey + m_client.certificatePem);
    AccessDialog dialog(*m_engine, bare());
    chooseFile(dialog, "chooseCertificateButton", "certificateFileDialog", path);
    answer(dialog, QStringLiteral("wrong"));
    QVERIFY(passphraseDialog(dialog)); // it stays, and says so
    QCOMPARE(lineOf(*passphraseDialog(dialog), "passphraseLine"),
             QStringLiteral("The passphrase does not open the key."));
    QVERIFY(dialog.target().tls.isDefault());
    answer(dialog, kPassphrase);
    QVERIFY(!passphraseDialog(dialog));
    QVERIFY(!pairProblem(dialog.target().tls.certificate, dialog.target().tls.key.plain.toLatin1()));
}

void TestTargetClientCertificate::pkcs12IsOpenedByItsPassphrase()
{
    AccessDialog dialog(*m_engine, bare());
    chooseFile(dialog, "chooseCertificateButton", "certificateFileDialog", pkcs12(kPassphrase));
    const QWidget *asked = passphraseDialog(dialog);
    QVERIFY(asked);
    QVERIFY(in<QLineEdit>(*asked, "passphraseEdit")->echoMode() == QLineEdit::Password);
    answer(dialog, QStringLiteral("wrong"));
    QCOMPARE(lineOf(*asked, "passphraseLine"), QStringLiteral("The passphrase does not open the file."));
    QVERIFY(in<QLineEdit>(*asked, "passphraseEdit")->text().isEmpty());
    shoot(const_cast<QWidget &>(*asked), QStringLiteral("target-passphrase"));
    answer(dialog, kPassphrase);
    QVERIFY(!passphraseDialog(dialog));
    QCOMPARE(describeCertificates(dialog.target().tls.certificate)->subject, QStringLiteral("media.example"));
    QVERIFY(canSave(dialog));
}

void TestTargetClientCertificate::pkcs12WithoutAPassphraseIsTakenAtOnce()
{
    AccessDialog dialog(*m_engine, bare());
    chooseFile(dialog, "chooseCertificateButton", "certificateFileDialog", pkcs12({}));
    QVERIFY(!passphraseDialog(dialog));
    QVERIFY(dialog.target().tls.key.isSet());
    chooseFile(dialog, "chooseCertificateButton", "certificateFileDialog", written("junk.p12", "junk"));
    QCOMPARE(lineOf(dialog, "clientCertificateLine"), QStringLiteral("It is no PKCS#12 file (.p12, .pfx)."));
    QVERIFY(dialog.target().tls.key.isSet()); // what was there before stays
}

void TestTargetClientCertificate::aPassphraseIsNotKept()
{
    AccessDialog dialog(*m_engine, bare());
    chooseFile(dialog, "chooseCertificateButton", "certificateFileDialog", pkcs12(kPassphrase));
    answer(dialog, kPassphrase);
    const CallbackTarget target = dialog.target();
    QVERIFY(!target.tls.key.plain.contains(kPassphrase));
    QVERIFY(!target.tls.key.plain.contains(QStringLiteral("ENCRYPTED")));
    for (const QLineEdit *edit : dialog.findChildren<QLineEdit *>())
        QVERIFY2(!edit->text().contains(kPassphrase), qPrintable(edit->objectName()));
    chooseFile(dialog, "chooseCertificateButton", "certificateFileDialog", pkcs12(kPassphrase));
    QTest::keyClick(passphraseDialog(dialog), Qt::Key_Escape);
    QCOMPARE(dialog.target(), target); // given up: nothing changes
}

void TestTargetClientCertificate::aCertificateThatEndsSoonIsWarnedOf()
{
    TestAuthority::Wish wish;
    wish.days = 12;
    const IssuedCertificate soon = m_authority->issue(QStringLiteral("soon.example"), wish);
    wish.days = -1;
    const IssuedCertificate past = m_authority->issue(QStringLiteral("past.example"), wish);
    AccessDialog dialog(*m_engine, bare());
    const auto *line = in<FieldLine>(dialog, "clientCertificateLine");
    chooseFile(dialog, "chooseCertificateButton", "certificateFileDialog",
               written("soon.pem", soon.certificatePem + soon.keyPem));
    QCOMPARE(line->mood(), Mood::Warning);
    QVERIFY(line->sentence().startsWith(QStringLiteral("It ends in 1")));
    chooseFile(dialog, "chooseCertificateButton", "certificateFileDialog",
               written("past.pem", past.certificatePem + past.keyPem));
    QCOMPARE(line->mood(), Mood::Warning);
    QVERIFY(line->sentence().startsWith(QStringLiteral("The certificate of past.example ended on")));
    QVERIFY(canSave(dialog)); // it is a warning
}

void TestTargetClientCertificate::itIsRemovedAndUndone()
{
    CallbackTarget target = bare();
    target.tls.certificate = m_client.certificatePem;
    target.tls.key.sealed = QByteArrayLiteral("sealed-key");
    AccessDialog dialog(*m_engine, target);
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    click(dialog, "removeCertificateButton");
    QCOMPARE(dialog.target(), bare());
    QCOMPARE(in<QLineEdit>(dialog, "clientCertificateEdit")->text(), QStringLiteral("No client certificate"));
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(dialog.target(), target);
    chooseFile(dialog, "chooseCertificateButton", "certificateFileDialog", m_client.certificateFile);
    QVERIFY(!dialog.target().tls.key.isSet()); // what was stored was for the one before
}

QTEST_MAIN(TestTargetClientCertificate)
#include "tst_targetclientcertificate.moc"
