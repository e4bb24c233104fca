// What the form's look at a receiver makes of the certificates that stand in the form, and the key it offers to pin.
#include "core/transport/certificates.h"
#include "tests/support/fakeresolver.h"
#include "tests/support/testcertificate.h"
#include "tests/ui/accessprobe.h"
#include "ui/look/look.h"
#include "ui/targets/form/urlcheck.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QSslServer>
#include <QTemporaryDir>

using namespace callboard;
using Mood = FieldLine::Mood;

class TestTargetPinning : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();

    void theLookTrustsWhatTheFormTrusts();
    void theKeyThatWasShownIsPinnedWithOneClick();
    void whatIsStoredIsNotThereToBeUsed();

private:
    [[nodiscard]] CallbackTarget there() const;

    QTemporaryDir m_directory;
    FakeEngineClient m_engine;
    FakeResolver m_resolver;
    TestCertificate m_certificate;
    QSslServer m_server;
};

void TestTargetPinning::initTestCase()
{
    look::apply();
    m_certificate = issuedCertificate(m_directory.path(), QStringLiteral("callback.example"));
    QVERIFY(!m_certificate.certificate.isNull());
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(m_certificate.certificate);
    configuration.setPrivateKey(m_certificate.key);
    m_server.setSslConfiguration(configuration);
    QVERIFY(m_server.listen(QHostAddress::LocalHost));
    m_resolver.answer(QStringLiteral("callback.example"), {QStringLiteral("127.0.0.1")});
}

CallbackTarget TestTargetPinning::there() const
{
    CallbackTarget target = bare();
    target.url = QStringLiteral("https://callback.example:%1/in").arg(m_server.serverPort());
    target.allowPrivate = true;
    return target;
}

void TestTargetPinning::theLookTrustsWhatTheFormTrusts()
{
    TargetDialog dialog(m_engine, there());
    dialog.setAids({&m_resolver, nullptr, nullptr});
    dialog.show();
    QTRY_COMPARE(in<FieldLine>(dialog, "urlLine")->mood(), Mood::Problem);
    CallbackTarget trusting = there();
    trusting.tls.authorities = m_certificate.issuer.toPem();
    TargetDialog other(m_engine, trusting);
    other.setAids({&m_resolver, nullptr, nullptr});
    other.show();
    QTRY_VERIFY2(lineOf(other, "urlLine").startsWith(QStringLiteral("Resolves to 127.0.0.1, certificate")),
                 qPrintable(lineOf(other, "urlLine")));
}

void TestTargetPinning::theKeyThatWasShownIsPinnedWithOneClick()
{
    CallbackTarget target = there();
    target.tls.authorities = m_certificate.issuer.toPem();
    AccessDialog dialog(m_engine, target);
    dialog.setAids({&m_resolver, nullptr, nullptr});
    QVERIFY(!isShown(dialog, "pinKeyButton"));
    QTRY_VERIFY(isShown(dialog, "pinKeyButton"));
    const QString pin = pinOf(m_certificate.certificate);
    click(dialog, "pinKeyButton");
    QCOMPARE(dialog.target().tls.pins, QStringList{pin});
    QVERIFY(!isShown(dialog, "pinKeyButton"));
    QTRY_VERIFY2(lineOf(dialog, "urlLine").startsWith(QStringLiteral("Resolves to")), // looked at with it
                 qPrintable(lineOf(dialog, "urlLine")));
    const QString wrong = pinOf(m_certificate.issuer);
    in<QPlainTextEdit>(dialog, "pinsEdit")->setPlainText(wrong);
    QTRY_VERIFY2(lineOf(dialog, "urlLine").contains(QStringLiteral("not the pinned one")),
                 qPrintable(lineOf(dialog, "urlLine")));
    QVERIFY(isShown(dialog, "pinKeyButton")); // the right one is offered
    type(dialog, "urlEdit", QStringLiteral("https://nowhere.example/"));
    QVERIFY(!isShown(dialog, "pinKeyButton")); // it was another receiver's
}

void TestTargetPinning::whatIsStoredIsNotThereToBeUsed()
{
    CallbackTarget target = there();
    target.tls.authorities = m_certificate.issuer.toPem();
    target.tls.certificate = m_certificate.certificate.toPem();
    target.tls.key.sealed = QByteArrayLiteral("sealed-key");
    target.proxy = {ProxyKind::Http,
                    QStringLiteral("proxy.example"),
                    3128,
                    QStringLiteral("out"),
                    {{}, QByteArrayLiteral("sealed-password")}};
    ConnectionWish wish = connectionWish(target);
    QVERIFY(wish.lacksSecret);
    QVERIFY(wish.tls.certificate.isEmpty() && !wish.tls.key.isSet() && !wish.proxy.password.isSet());
    QCOMPARE(wish.tls.authorities, target.tls.authorities);
    target.tls.key = {QStringLiteral("typed"), {}};
    target.proxy.password = {QStringLiteral("typed"), {}};
    wish = connectionWish(target);
    QVERIFY(!wish.lacksSecret);
    QCOMPARE(wish.tls.certificate, target.tls.certificate);
    QVERIFY(!connectionWish(bare()).lacksSecret);
}

QTEST_MAIN(TestTargetPinning)
#include "tst_targetpinning.moc"
