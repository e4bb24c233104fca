// The fold of certificates in a target's form, with files that openssl made.
#include "core/transport/certificates.h"
#include "tests/support/testauthority.h"
#include "tests/ui/accessfiles.h"
#include "tests/ui/dialogshots.h"
#include "ui/look/look.h"
#include "ui/targets/accesswords.h"
#include "ui/targets/form/certificatefields.h"
#include "ui/targets/form/certificatefile.h"

#include <QFile>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace callboard;
using namespace std::chrono_literals;
using Mood = FieldLine::Mood;

namespace {

const QString kPin = QStringLiteral("sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");

// As the program's own English says it, where it was loaded.
QString onePinnedKey()
{
    return QCoreApplication::translate("callboard::AccessWords", "%n pinned keys", nullptr, 1);
}

} // namespace

class TestTargetCertificates : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { m_engine = std::make_unique<FakeEngineClient>(); }

    void authoritiesComeFromAFileAndGoAgain();
    void aFileThatIsNoneIsRefused_data();
    void aFileThatIsNoneIsRefused();
    void ofAFileWithItsKeyOnlyCertificatesAreTrusted();
    void pinsAreLookedAtAsTheyAreTyped();
    void theReceiversKeyIsPinnedWithOneClick();
    void whatIsStoredComesBackUnchanged();
    void endsAreSaidInDays();
    void looksAsDrawn();

private:
    [[nodiscard]] QString written(const char *name, const QByteArray &bytes) const;
    [[nodiscard]] static bool canSave(const QWidget &dialog)
    {
        return in<QPushButton>(dialog, "saveButton")->isEnabled();
    }

    QTemporaryDir m_directory;
    std::unique_ptr<TestAuthority> m_authority;
    IssuedCertificate m_client;
    std::unique_ptr<FakeEngineClient> m_engine;
};

void TestTargetCertificates::initTestCase()
{
    look::apply();
    m_authority = std::make_unique<TestAuthority>(m_directory.path(), QStringLiteral("Example-Root"));
    TestAuthority::Wish wish;
    wish.days = 61;
    m_client = m_authority->issue(QStringLiteral("media.example"), wish);
    QVERIFY(!m_client.certificatePem.isEmpty() && !m_authority->own().certificatePem.isEmpty());
}

QString TestTargetCertificates::written(const char *name, const QByteArray &bytes) const
{
    QFile file(m_directory.filePath(QString::fromLatin1(name)));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

void TestTargetCertificates::authoritiesComeFromAFileAndGoAgain()
{
    AccessDialog dialog(*m_engine, bare());
    const auto *shown = in<QLineEdit>(dialog, "authoritiesEdit");
    QCOMPARE(shown->text(), QStringLiteral("The system's"));
    QVERIFY(!isShown(dialog, "systemAuthoritiesButton"));
    const QByteArray two = m_authority->own().certificatePem + m_client.certificatePem;
    chooseFile(dialog, "chooseAuthoritiesButton", "authoritiesFileDialog", written("roots.pem", "Text.\n" + two));
    QVERIFY2(shown->text().startsWith(QStringLiteral("Example-Root, ends in ")), qPrintable(shown->text()));
    QVERIFY(lineOf(dialog, "authoritiesLine").startsWith(QStringLiteral("And 1 more")));
    QVERIFY(titleOf(dialog, "certificatesFold").startsWith(QStringLiteral("Example-Root")));
    QCOMPARE(describeCertificates(dialog.target().tls.authorities)->count, 2);
    QVERIFY(canSave(dialog));
    click(dialog, "systemAuthoritiesButton");
    QCOMPARE(dialog.target(), bare());
    QCOMPARE(dialog.focusWidget()->objectName(), QStringLiteral("chooseAuthoritiesButton"));
}

void TestTargetCertificates::aFileThatIsNoneIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("why");
    QTest::newRow("text") << QByteArrayLiteral("hello") << QStringLiteral("There is no certificate in PEM in it.");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("There is no certificate in PEM in it.");
    QTest::newRow("too large") << QByteArray(256 * 1024 + 1, 'x')
                               << QStringLiteral("any.pem is larger than 256 KiB: that is no certificate.");
    QTest::newRow("half a certificate") << QByteArrayLiteral("-----BEGIN CERTIFICATE-----\nMIIB")
                                        << QStringLiteral("There is no certificate in PEM in it.");
}

void TestTargetCertificates::aFileThatIsNoneIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, why);
    AccessDialog dialog(*m_engine, bare());
    chooseFile(dialog, "chooseAuthoritiesButton", "authoritiesFileDialog", written("any.pem", bytes));
    QCOMPARE(lineOf(dialog, "authoritiesLine"), why);
    QCOMPARE(in<FieldLine>(dialog, "authoritiesLine")->mood(), Mood::Problem);
    QCOMPARE(dialog.target(), bare());
    const QString pipe = m_directory.filePath(QStringLiteral("pipe")); // nobody writes into it: a read would wait
    QVERIFY(QFile::exists(pipe) || ::mkfifo(pipe.toLocal8Bit().constData(), 0600) == 0);
    QCOMPARE(readCertificateFile(pipe).error().detail, QStringLiteral("pipe is no file."));
}

void TestTargetCertificates::ofAFileWithItsKeyOnlyCertificatesAreTrusted()
{
    AccessDialog dialog(*m_engine, bare());
    const QString path = written("root-and-key.pem", m_authority->own().keyPem + m_authority->own().certificatePem);
    chooseFile(dialog, "chooseAuthoritiesButton", "authoritiesFileDialog", path);
    QVERIFY(dialog.target().tls.authorities.contains("BEGIN CERTIFICATE"));
    QVERIFY(!dialog.target().tls.authorities.contains("PRIVATE KEY"));
}

void TestTargetCertificates::pinsAreLookedAtAsTheyAreTyped()
{
    AccessDialog dialog(*m_engine, bare());
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *edit = in<QPlainTextEdit>(dialog, "pinsEdit");
    edit->setFocus();
    QTest::keyClicks(edit, QStringLiteral("sha256/abc"));
    QCOMPARE(in<FieldLine>(dialog, "pinsLine")->mood(), Mood::Problem);
    QVERIFY(lineOf(dialog, "pinsLine").startsWith(QStringLiteral("“sha256/abc” is no pinned key")));
    QVERIFY(!canSave(dialog));
    edit->selectAll();
    edit->insertPlainText(kPin + QStringLiteral(" \n\n") + kPin); // once is enough
    QCOMPARE(dialog.target().tls.pins, QStringList{kPin});
    QCOMPARE(titleOf(dialog, "certificatesFold"), QStringLiteral("the system's, ") + onePinnedKey());
    QVERIFY(canSave(dialog));
    QTest::keyClick(edit, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(dialog.target(), bare());
    QVERIFY(edit->toPlainText().isEmpty());
    QTest::keyClick(edit, Qt::Key_Tab); // leaves it
    QVERIFY(dialog.focusWidget() != edit);
}

void TestTargetCertificates::theReceiversKeyIsPinnedWithOneClick()
{
    CertificateFields fields;
    fields.show();
    const auto *button = in<QPushButton>(fields, "pinKeyButton");
    QVERIFY(!button->isVisible());
    fields.offerPin(kPin);
    QVERIFY(button->isVisible());
    QVERIFY(button->toolTip().contains(kPin));
    click(fields, "pinKeyButton");
    QCOMPARE(fields.tls().pins, QStringList{kPin});
    QVERIFY(!button->isVisible()); // it is among them
    fields.offerPin({});
    QVERIFY(!button->isVisible());
}

void TestTargetCertificates::whatIsStoredComesBackUnchanged()
{
    CallbackTarget target = bare();
    target.tls = {
        m_authority->own().certificatePem, {kPin}, m_client.certificatePem, {{}, QByteArrayLiteral("sealed-key")}};
    AccessDialog dialog(*m_engine, target);
    QCOMPARE(dialog.target(), target);
    QVERIFY(!dialog.isWindowModified());
    QVERIFY(canSave(dialog));
    QCOMPARE(titleOf(dialog, "certificatesFold"),
             QStringLiteral("Example-Root, %1, shows media.example").arg(onePinnedKey()));
}

void TestTargetCertificates::endsAreSaidInDays()
{
    const Timestamp now = SystemClock().now();
    QVERIFY(words::certificateEnd(now + 24h * 61 + 1h, now).startsWith(QStringLiteral("ends in 61 day")));
    QCOMPARE(words::certificateEnd(now + 3h, now), QStringLiteral("ends within a day"));
    QCOMPARE(words::certificateEnd(now - 3h, now), QStringLiteral("has just ended"));
    QVERIFY(words::certificateEnd(now - 24h * 3, now).startsWith(QStringLiteral("ended 3 day")));
    QVERIFY(words::endsSoon(now + 24h * 29, now) && words::endsSoon(now - 24h, now));
    QVERIFY(!words::endsSoon(now + 24h * 31, now));
}

void TestTargetCertificates::looksAsDrawn()
{
    CallbackTarget target = bare();
    target.tls = {
        m_authority->own().certificatePem, {kPin}, m_client.certificatePem, {{}, QByteArrayLiteral("sealed-key")}};
    AccessDialog dialog(*m_engine, target);
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    auto *form = in<QScrollArea>(dialog, "formScrollArea");
    in<CertificateFields>(dialog, "certificateFields")->offerPin(QString(kPin).replace(u'A', u'B'));
    for (const QSize size : {QSize(1280, 800), QSize(960, 600)}) {
        dialog.resize(size);
        form->ensureWidgetVisible(in<QWidget>(dialog, "removeCertificateButton"));
        shoot(dialog, QStringLiteral("target-certificates-%1").arg(size.width()));
        QWidget *const column = form->viewport();
        for (const char *control : {"chooseAuthoritiesButton", "systemAuthoritiesButton", "pinsEdit", "pinKeyButton",
                                    "chooseCertificateButton", "removeCertificateButton"}) {
            const auto *widget = in<QWidget>(dialog, control);
            const QRect place(widget->mapTo(column, QPoint()), widget->size());
            QVERIFY2(widget->isVisible() && place.left() >= 0 && place.right() <= column->width(), control);
        }
    }
}

QTEST_MAIN(TestTargetCertificates)
#include "tst_targetcertificates.moc"
