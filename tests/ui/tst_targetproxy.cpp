// The fold of the proxy in a target's form, and what its three folds of access have in common: mails, copies, the look.
#include "tests/ui/accessprobe.h"
#include "tests/ui/dialogshots.h"
#include "ui/look/look.h"
#include "ui/shell/messagebar.h"
#include "ui/targets/targetcommands.h"

#include <QPushButton>
#include <QScrollArea>

using namespace callboard;
using Mood = FieldLine::Mood;

class TestTargetProxy : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }
    void init() { m_engine = std::make_unique<FakeEngineClient>(); }

    void aProxyIsReadAsItIsTyped();
    void aProxysPasswordBelongsToItsUser();
    void aMailHasNoneOfIt();
    void aMailThatHasSomeSaysWhy();
    void aCopyHasNoSecret();
    void looksAsDrawn();

private:
    [[nodiscard]] static bool canSave(const QWidget &dialog)
    {
        return in<QPushButton>(dialog, "saveButton")->isEnabled();
    }

    std::unique_ptr<FakeEngineClient> m_engine;
};

void TestTargetProxy::aProxyIsReadAsItIsTyped()
{
    AccessDialog dialog(*m_engine, bare());
    QVERIFY(!in<QWidget>(dialog, "proxyUserEdit")->isEnabled());
    type(dialog, "proxyEdit", QStringLiteral("ftp://proxy.example"));
    QCOMPARE(in<FieldLine>(dialog, "proxyLine")->mood(), Mood::Problem);
    QVERIFY(!canSave(dialog));
    QCOMPARE(titleOf(dialog, "proxyFold"), QStringLiteral("not an address"));
    type(dialog, "proxyEdit", QStringLiteral("http://user:hunter2@proxy.example:3128"));
    QVERIFY(lineOf(dialog, "proxyLine").contains(QStringLiteral("fields below")));
    QVERIFY(!lineOf(dialog, "proxyLine").contains(QStringLiteral("hunter2")));
    type(dialog, "proxyEdit", QStringLiteral("socks5://proxy.example"));
    QVERIFY(lineOf(dialog, "proxyLine").contains(QStringLiteral("decides which addresses can be reached")));
    QVERIFY(canSave(dialog));
    QVERIFY(in<QWidget>(dialog, "proxyUserEdit")->isEnabled());
    QCOMPARE(dialog.target().proxy.port, quint16(1080));
    type(dialog, "proxyEdit", QString());
    QVERIFY(canSave(dialog));
    QCOMPARE(dialog.target(), bare());
}

void TestTargetProxy::aProxysPasswordBelongsToItsUser()
{
    CallbackTarget target = bare();
    target.proxy = {ProxyKind::Http,
                    QStringLiteral("proxy.example"),
                    3128,
                    QStringLiteral("out"),
                    {{}, QByteArrayLiteral("sealed-password")}};
    AccessDialog dialog(*m_engine, target);
    type(dialog, "proxyEdit", QStringLiteral("http://other.example:3128")); // is not told it
    QCOMPARE(dialog.target().proxy.password, Secret());
    type(dialog, "proxyEdit", QStringLiteral("http://proxy.example:3128"));
    QCOMPARE(dialog.target(), target);
    type(dialog, "proxyUserEdit", QString());
    QCOMPARE(dialog.target().proxy.password, Secret());
    QVERIFY(canSave(dialog));
    type(dialog, "proxyPasswordEdit", kSecret);
    QCOMPARE(lineOf(dialog, "proxyPasswordLine"), QStringLiteral("The proxy's password needs a user name."));
    QVERIFY(!canSave(dialog));
}

void TestTargetProxy::aMailHasNoneOfIt()
{
    CallbackTarget target = bare();
    target.url = QStringLiteral("mailto:desk@example.com");
    AccessDialog dialog(*m_engine, target);
    for (const char *fold : {"authenticationFold", "certificatesFold", "proxyFold"})
        QVERIFY2(!isShown(dialog, fold), fold);
    QVERIFY(canSave(dialog));
    type(dialog, "urlEdit", QStringLiteral("https://a.example/in"));
    for (const char *fold : {"authenticationFold", "certificatesFold", "proxyFold"})
        QVERIFY2(isShown(dialog, fold), fold);
}

void TestTargetProxy::aMailThatHasSomeSaysWhy()
{
    CallbackTarget target = bare();
    target.proxy = {ProxyKind::Http, QStringLiteral("proxy.example"), 3128, {}, {}};
    target.url = QStringLiteral("mailto:desk@example.com");
    AccessDialog dialog(*m_engine, target);
    QVERIFY(!isShown(dialog, "authenticationFold"));
    QVERIFY(isShown(dialog, "proxyFold"));
    QVERIFY(lineOf(dialog, "proxyPasswordLine").startsWith(QStringLiteral("A mail goes through the mail server")));
    QVERIFY(!canSave(dialog));
    type(dialog, "proxyEdit", QString());
    QVERIFY(canSave(dialog));
    QVERIFY(!isShown(dialog, "proxyFold"));
}

void TestTargetProxy::aCopyHasNoSecret()
{
    CallbackTarget target = showing(AuthScheme::OAuth2);
    target.proxy = {ProxyKind::Http,
                    QStringLiteral("proxy.example"),
                    3128,
                    QStringLiteral("out"),
                    {{}, QByteArrayLiteral("sealed-password")}};
    target.tls.certificate = QByteArrayLiteral("-----BEGIN CERTIFICATE-----\n");
    target.tls.key.sealed = QByteArrayLiteral("sealed-key");
    QWidget window;
    MessageBar messages;
    TargetCommands commands(*m_engine, messages, &window);
    commands.duplicate(target);
    const auto *dialog = window.findChild<TargetDialog *>();
    QVERIFY(dialog);
    const CallbackTarget copy = dialog->target();
    QVERIFY(copy.authentication.scheme == AuthScheme::OAuth2);
    QVERIFY(!copy.authentication.secret.isSet());
    QVERIFY(!copy.proxy.password.isSet());
    QCOMPARE(copy.tls, TlsSettings());
    QVERIFY(lineOf(*dialog, "saveLine").contains(QStringLiteral("Secret values are not copied")));
    QVERIFY(lineOf(*dialog, "saveLine").contains(QStringLiteral("The client certificate is not copied")));
}

void TestTargetProxy::looksAsDrawn()
{
    CallbackTarget target = showing(AuthScheme::OAuth2);
    target.proxy = {ProxyKind::Http,
                    QStringLiteral("proxy.example"),
                    3128,
                    QStringLiteral("out"),
                    {{}, QByteArrayLiteral("sealed-password")}};
    AccessDialog dialog(*m_engine, target);
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    type(dialog, "authSecretEdit", kSecret);
    auto *form = in<QScrollArea>(dialog, "formScrollArea");
    for (const QSize size : {QSize(1280, 800), QSize(960, 600)}) {
        dialog.resize(size);
        const QString name = QStringLiteral("target-access-%1").arg(size.width());
        form->ensureWidgetVisible(in<QWidget>(dialog, "authInBodyCheck"));
        shoot(dialog, name);
        form->ensureWidgetVisible(in<QWidget>(dialog, "proxyPasswordEdit"));
        shoot(dialog, name + QStringLiteral("-end"));
        QWidget *const column = form->viewport();
        for (const char *control : {"authSchemeCombo", "authSecretCopyButton", "authTokenUrlEdit", "authInBodyCheck",
                                    "chooseAuthoritiesButton", "pinsEdit", "chooseCertificateButton", "proxyEdit",
                                    "proxyPasswordRemoveButton"}) {
            const auto *widget = in<QWidget>(dialog, control);
            const QRect place(widget->mapTo(column, QPoint()), widget->size());
            QVERIFY2(widget->isVisible() && place.left() >= 0 && place.right() <= column->width(), control);
        }
    }
}

QTEST_MAIN(TestTargetProxy)
#include "tst_targetproxy.moc"
