// The fold of authentication in a target's form.
#include "tests/ui/accessprobe.h"
#include "ui/look/look.h"
#include "ui/look/payloadview.h"
#include "ui/look/secretclipboard.h"
#include "ui/targets/accesswords.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>

using namespace callboard;
using Mood = FieldLine::Mood;

class TestTargetAuthentication : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }
    void init() { m_engine = std::make_unique<FakeEngineClient>(); }

    void nothingIsSetAtFirst();
    void eachSchemeHasItsFields_data();
    void eachSchemeHasItsFields();
    void whatIsStoredComesBackUnchanged_data();
    void whatIsStoredComesBackUnchanged();
    void aStoredSecretServesItsOwnSchemeAlone();
    void aStoredSecretIsForItsOwnServer();
    void aStoredSecretIsGivenUpAndComesBack();
    void whatIsTypedIsDotsRevealedAndCopied();
    void whatIsWrongStandsUnderItsField();
    void anAuthorizationHeaderBesideItIsRefused();
    void basicIsTypedByKeyboardAlone();
    void everythingOfOAuthIsSaved();
    void thePreviewShowsNoSecret();
    void whatWasTypedIsUndoneByName();

private:
    [[nodiscard]] static bool canSave(const QWidget &dialog)
    {
        return in<QPushButton>(dialog, "saveButton")->isEnabled();
    }

    std::unique_ptr<FakeEngineClient> m_engine;
};

void TestTargetAuthentication::nothingIsSetAtFirst()
{
    AccessDialog dialog(*m_engine, bare());
    QCOMPARE(titleOf(dialog, "authenticationFold"), QStringLiteral("none"));
    QCOMPARE(titleOf(dialog, "certificatesFold"), QStringLiteral("the system's"));
    QCOMPARE(titleOf(dialog, "proxyFold"), QStringLiteral("none"));
    QCOMPARE(lineOf(dialog, "authSchemeLine"), words::authHelp(AuthScheme::None));
    QVERIFY(lineOf(dialog, "proxyLine").contains(QStringLiteral("environment's proxy is not used")));
    QVERIFY(!dialog.isWindowModified());
    QVERIFY(canSave(dialog));
    QCOMPARE(dialog.target(), bare());
}

void TestTargetAuthentication::eachSchemeHasItsFields_data()
{
    QTest::addColumn<int>("scheme");
    QTest::addColumn<QStringList>("fields");
    const QString user = QStringLiteral("authUserEdit");
    const QString secret = QStringLiteral("authSecretEdit");
    QTest::newRow("none") << int(AuthScheme::None) << QStringList();
    QTest::newRow("basic") << int(AuthScheme::Basic) << QStringList{user, secret};
    QTest::newRow("bearer") << int(AuthScheme::Bearer) << QStringList{secret};
    QTest::newRow("oauth2") << int(AuthScheme::OAuth2)
                            << QStringList{user,
                                           secret,
                                           QStringLiteral("authTokenUrlEdit"),
                                           QStringLiteral("authScopeEdit"),
                                           QStringLiteral("authAudienceEdit"),
                                           QStringLiteral("authInBodyCheck")};
}

void TestTargetAuthentication::eachSchemeHasItsFields()
{
    QFETCH(int, scheme);
    QFETCH(QStringList, fields);
    AccessDialog dialog(*m_engine, bare());
    choose(dialog, AuthScheme(scheme));
    QCOMPARE(lineOf(dialog, "authSchemeLine"), words::authHelp(AuthScheme(scheme)));
    for (const char *name :
         {"authUserEdit", "authSecretEdit", "authTokenUrlEdit", "authScopeEdit", "authAudienceEdit", "authInBodyCheck"})
        QCOMPARE(isShown(dialog, name), fields.contains(QString::fromLatin1(name)));
}

void TestTargetAuthentication::whatIsStoredComesBackUnchanged_data()
{
    QTest::addColumn<int>("scheme");
    for (const AuthScheme scheme : {AuthScheme::None, AuthScheme::Basic, AuthScheme::Bearer, AuthScheme::OAuth2})
        QTest::newRow(qPrintable(toString(scheme))) << int(scheme);
}

void TestTargetAuthentication::whatIsStoredComesBackUnchanged()
{
    QFETCH(int, scheme);
    CallbackTarget target = showing(AuthScheme(scheme));
    target.proxy = {ProxyKind::Socks5,
                    QStringLiteral("proxy.example"),
                    1080,
                    QStringLiteral("out"),
                    {{}, QByteArrayLiteral("sealed-password")}};
    AccessDialog dialog(*m_engine, target);
    QCOMPARE(dialog.target(), target);
    QVERIFY(!dialog.isWindowModified());
    QVERIFY(canSave(dialog));
    QVERIFY(in<QLineEdit>(dialog, "authSecretEdit")->text().isEmpty());
    QCOMPARE(in<QLineEdit>(dialog, "proxyPasswordEdit")->placeholderText(),
             QStringLiteral("Stored. Type to change it."));
    QCOMPARE(titleOf(dialog, "proxyFold"), QStringLiteral("socks5://proxy.example:1080, user out"));
}

void TestTargetAuthentication::aStoredSecretServesItsOwnSchemeAlone()
{
    AccessDialog dialog(*m_engine, showing(AuthScheme::Basic));
    choose(dialog, AuthScheme::Bearer);
    QCOMPARE(in<QLineEdit>(dialog, "authSecretEdit")->placeholderText(), QStringLiteral("Not set"));
    QCOMPARE(dialog.target().authentication.secret, Secret());
    QVERIFY(dialog.target().authentication.user.isEmpty());
    QCOMPARE(lineOf(dialog, "authSecretLine"), QStringLiteral("Bearer needs a token."));
    QVERIFY(!canSave(dialog));
    choose(dialog, AuthScheme::Basic); // it is stored still
    QCOMPARE(dialog.target(), showing(AuthScheme::Basic));
    choose(dialog, AuthScheme::None);
    QCOMPARE(dialog.target().authentication, Authentication());
}

void TestTargetAuthentication::aStoredSecretIsForItsOwnServer()
{
    AccessDialog dialog(*m_engine, showing(AuthScheme::OAuth2));
    type(dialog, "authTokenUrlEdit", QStringLiteral("https://other.example.com/token"));
    QCOMPARE(dialog.target().authentication.secret, Secret());
    QVERIFY(!canSave(dialog));
    type(dialog, "authTokenUrlEdit", QStringLiteral("https://login.example.com/oauth/token")); // still the same
    QVERIFY(dialog.target().authentication.secret.isSet());
    QVERIFY(canSave(dialog));
}

void TestTargetAuthentication::aStoredSecretIsGivenUpAndComesBack()
{
    AccessDialog dialog(*m_engine, showing(AuthScheme::Basic));
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QVERIFY(!isShown(dialog, "authSecretRevealButton"));
    click(dialog, "authSecretRemoveButton");
    QCOMPARE(dialog.target().authentication.secret, Secret());
    QVERIFY(dialog.isWindowModified());
    QVERIFY(!isShown(dialog, "authSecretRemoveButton"));
    QCOMPARE(dialog.focusWidget()->objectName(), QStringLiteral("authSecretEdit"));
    QTest::keyClick(&dialog, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(dialog.target(), showing(AuthScheme::Basic));
    QVERIFY(isShown(dialog, "authSecretRemoveButton"));
}

void TestTargetAuthentication::whatIsTypedIsDotsRevealedAndCopied()
{
    {
        AccessDialog dialog(*m_engine, showing(AuthScheme::Bearer));
        auto *edit = in<QLineEdit>(dialog, "authSecretEdit");
        type(dialog, "authSecretEdit", kSecret);
        QVERIFY(edit->echoMode() == QLineEdit::Password);
        click(dialog, "authSecretRevealButton");
        QVERIFY(edit->echoMode() == QLineEdit::Normal);
        click(dialog, "authSecretCopyButton");
        type(dialog, "authSecretEdit", QStringLiteral("a")); // emptied before, it is dots again
        QVERIFY(edit->echoMode() == QLineEdit::Password);
    } // what was copied outlives the form
    QCOMPARE(QGuiApplication::clipboard()->text(), kSecret);
    const auto watching = qApp->findChildren<SecretClipboard *>();
    QCOMPARE(watching.size(), 1);
    watching.constFirst()->takeAway();
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
}

void TestTargetAuthentication::whatIsWrongStandsUnderItsField()
{
    AccessDialog dialog(*m_engine, bare());
    choose(dialog, AuthScheme::Basic);
    QCOMPARE(lineOf(dialog, "authUserLine"), QStringLiteral("Basic needs a user name and a password."));
    QCOMPARE(in<QPushButton>(dialog, "saveButton")->toolTip(), lineOf(dialog, "authUserLine"));
    type(dialog, "authUserEdit", QStringLiteral("a:b"));
    QCOMPARE(lineOf(dialog, "authUserLine"), QStringLiteral("A user name for Basic has no colon in it."));
    choose(dialog, AuthScheme::OAuth2);
    QCOMPARE(in<FieldLine>(dialog, "authTokenUrlLine")->mood(), Mood::Problem);
    QVERIFY(lineOf(dialog, "authUserLine").isEmpty());
    type(dialog, "authTokenUrlEdit", QStringLiteral("https://login.example.com/token"));
    QVERIFY(lineOf(dialog, "authTokenUrlLine").isEmpty());
    QCOMPARE(lineOf(dialog, "authSecretLine"), QStringLiteral("OAuth 2 needs the client's id and its secret."));
    type(dialog, "authSecretEdit", kSecret);
    QVERIFY(lineOf(dialog, "authSecretLine").isEmpty());
    QVERIFY(canSave(dialog));
    QCOMPARE(titleOf(dialog, "authenticationFold"), QStringLiteral("OAuth 2 by login.example.com"));
}

void TestTargetAuthentication::anAuthorizationHeaderBesideItIsRefused()
{
    AccessDialog dialog(*m_engine, stored()); // has one
    choose(dialog, AuthScheme::Bearer);
    type(dialog, "authSecretEdit", kSecret);
    QVERIFY(lineOf(dialog, "authSchemeLine").contains(QStringLiteral("“Authorization” is among the target's own")));
    QVERIFY(!canSave(dialog));
}

void TestTargetAuthentication::basicIsTypedByKeyboardAlone()
{
    TargetDialog dialog(*m_engine, bare());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    in<QWidget>(dialog, "authenticationFold")->setFocus(Qt::TabFocusReason);
    const auto key = [&dialog](auto... what) { QTest::keyClick(dialog.focusWidget(), what...); };
    key(Qt::Key_Space);
    key(Qt::Key_Tab);
    QCOMPARE(dialog.focusWidget()->objectName(), QStringLiteral("authSchemeCombo"));
    key(Qt::Key_Down);
    key(Qt::Key_Tab);
    QTest::keyClicks(dialog.focusWidget(), QStringLiteral("media"));
    key(Qt::Key_Tab);
    QTest::keyClicks(dialog.focusWidget(), kSecret);
    key(Qt::Key_Tab);
    QCOMPARE(dialog.focusWidget()->objectName(), QStringLiteral("authSecretRevealButton"));
    key(Qt::Key_Tab);
    key(Qt::Key_Tab);
    QCOMPARE(dialog.focusWidget()->objectName(), QStringLiteral("certificatesFold"));
    key(Qt::Key_Tab);
    QCOMPARE(dialog.focusWidget()->objectName(), QStringLiteral("proxyFold"));
    key(Qt::Key_Space);
    key(Qt::Key_Tab);
    QTest::keyClicks(dialog.focusWidget(), QStringLiteral("http://proxy.example:3128"));
    key(Qt::Key_Tab);
    QTest::keyClicks(dialog.focusWidget(), QStringLiteral("out"));
    key(Qt::Key_Tab);
    QCOMPARE(dialog.focusWidget()->objectName(), QStringLiteral("proxyPasswordEdit"));
    QCOMPARE(titleOf(dialog, "authenticationFold"), QStringLiteral("Basic, user media"));
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(m_engine->saved.size(), 1);
    const CallbackTarget saved = m_engine->saved.constFirst();
    const Authentication expected{AuthScheme::Basic, QStringLiteral("media"), {kSecret, {}}, {}, {}, {}, false};
    QCOMPARE(saved.authentication, expected);
    QCOMPARE(toString(saved.proxy), QStringLiteral("http://proxy.example:3128"));
    QCOMPARE(saved.proxy.user, QStringLiteral("out"));
}

void TestTargetAuthentication::everythingOfOAuthIsSaved()
{
    AccessDialog dialog(*m_engine, bare());
    choose(dialog, AuthScheme::OAuth2);
    type(dialog, "authUserEdit", QStringLiteral("callboard"));
    type(dialog, "authSecretEdit", kSecret + u' '); // as it is copied from a page
    type(dialog, "authTokenUrlEdit", QStringLiteral("https://login.example.com/token"));
    type(dialog, "authScopeEdit", QStringLiteral("media  write"));
    type(dialog, "authAudienceEdit", QStringLiteral("https://api.example.com"));
    press(dialog, "authInBodyCheck");
    click(dialog, "saveButton");
    QTRY_COMPARE(m_engine->saved.size(), 1);
    const Authentication expected{AuthScheme::OAuth2,
                                  QStringLiteral("callboard"),
                                  {kSecret, {}},
                                  QStringLiteral("https://login.example.com/token"),
                                  QStringLiteral("media write"),
                                  QStringLiteral("https://api.example.com"),
                                  true};
    QCOMPARE(m_engine->saved.constFirst().authentication, expected);
}

void TestTargetAuthentication::thePreviewShowsNoSecret()
{
    AccessDialog dialog(*m_engine, bare());
    const auto *preview = in<PayloadView>(dialog, "previewView");
    choose(dialog, AuthScheme::Basic);
    type(dialog, "authUserEdit", QStringLiteral("media"));
    type(dialog, "authSecretEdit", kSecret);
    QTRY_VERIFY2(preview->text().contains(QStringLiteral("Authorization: Basic •••")), qPrintable(preview->text()));
    choose(dialog, AuthScheme::Bearer);
    QTRY_VERIFY(preview->text().contains(QStringLiteral("Authorization: Bearer •••")));
    QVERIFY(!preview->text().contains(kSecret));
    QVERIFY(!preview->text().contains(QString::fromLatin1(QByteArray("media:" + kSecret.toLatin1()).toBase64())));
}

void TestTargetAuthentication::whatWasTypedIsUndoneByName()
{
    AccessDialog dialog(*m_engine, bare());
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    choose(dialog, AuthScheme::Bearer);
    type(dialog, "authSecretEdit", kSecret);
    const auto *undo = in<QWidget>(dialog, "undoButton");
    QCOMPARE(undo->toolTip(), QStringLiteral("Undo: authentication (Ctrl+Z)"));
    type(dialog, "proxyEdit", QStringLiteral("http://proxy.example:3128"));
    QCOMPARE(undo->toolTip(), QStringLiteral("Undo: proxy (Ctrl+Z)"));
    const auto back = [&dialog] { QTest::keyClick(dialog.focusWidget(), Qt::Key_Z, Qt::ControlModifier); };
    back();
    QVERIFY(in<QLineEdit>(dialog, "proxyEdit")->text().isEmpty());
    back();
    QVERIFY(in<QLineEdit>(dialog, "authSecretEdit")->text().isEmpty());
    back();
    QCOMPARE(dialog.target(), bare());
}

QTEST_MAIN(TestTargetAuthentication)
#include "tst_targetauthentication.moc"
