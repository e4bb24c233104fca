// A user name and password that stand in the URL of a target's form, and secrets that would travel in the clear.
#include "tests/ui/accessprobe.h"
#include "tests/ui/dialogshots.h"
#include "ui/look/look.h"
#include "ui/look/payloadview.h"
#include "ui/targets/draft/draftstore.h"
#include "ui/targets/form/formhistory.h"

#include <QCheckBox>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>

using namespace callboard;
using Mood = FieldLine::Mood;

namespace {

const QString kUrl = QStringLiteral("https://media:hunter2%2Dcanary@callback.example/in?x=1");
const QString kClean = QStringLiteral("https://callback.example/in?x=1");

// Nothing of the window says it but the fields it is typed into.
void holdsNoSecret(const QWidget &dialog)
{
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        QVERIFY2(!label->text().contains(QStringLiteral("hunter2")), qPrintable(label->objectName()));
    for (const QAbstractButton *button : dialog.findChildren<QAbstractButton *>())
        QVERIFY2(!button->toolTip().contains(QStringLiteral("hunter2")), qPrintable(button->objectName()));
    QVERIFY(!in<PayloadView>(dialog, "previewView")->text().contains(QStringLiteral("hunter2")));
}

} // namespace

class TestTargetUrlCredentials : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }
    void init() { m_engine = std::make_unique<FakeEngineClient>(); }

    void theyAreSaidAndMovedWithOneClick();
    void theyAreSaidInATargetThatIsNew();
    void anEmptyOneIsTakenOutOnly();
    void nothingOfThemComesBackByUndoing();
    void whatWasTypedOnTheWayIsForgottenToo();
    void theDraftHasNothingOfThem();
    void aCommandBringsThemToTheAuthentication_data();
    void aCommandBringsThemToTheAuthentication();
    void aSecretInTheClearIsWarnedOf();

private:
    std::unique_ptr<FakeEngineClient> m_engine;
};

void TestTargetUrlCredentials::theyAreSaidAndMovedWithOneClick()
{
    TargetDialog dialog(*m_engine, bare());
    dialog.show();
    QVERIFY(!isShown(dialog, "moveCredentialsButton"));
    dialog.paste(kUrl);
    QCOMPARE(in<FieldLine>(dialog, "urlLine")->mood(), Mood::Problem);
    QVERIFY(lineOf(dialog, "urlLine").startsWith(QStringLiteral("The URL carries a user name or password.")));
    QVERIFY(!in<QPushButton>(dialog, "saveButton")->isEnabled());
    holdsNoSecret(dialog);
    shoot(dialog, QStringLiteral("target-url-credentials"));
    click(dialog, "moveCredentialsButton");
    const Authentication expected{AuthScheme::Basic, QStringLiteral("media"), {kSecret, {}}, {}, {}, {}, false};
    QCOMPARE(dialog.target().url, kClean);
    QCOMPARE(dialog.target().authentication, expected);
    QVERIFY(!isShown(dialog, "moveCredentialsButton"));
    QVERIFY(isShown(dialog, "authUserEdit")); // the fold is open
    QVERIFY(in<QLineEdit>(dialog, "authSecretEdit")->echoMode() == QLineEdit::Password);
    QVERIFY(in<QPushButton>(dialog, "saveButton")->isEnabled());
    QCOMPARE(dialog.focusWidget()->objectName(), QStringLiteral("urlEdit"));
    holdsNoSecret(dialog);
    click(dialog, "saveButton");
    QTRY_COMPARE(m_engine->saved.size(), 1);
    QCOMPARE(m_engine->saved.constFirst().url, kClean);
}

void TestTargetUrlCredentials::theyAreSaidInATargetThatIsNew()
{
    TargetDialog dialog(*m_engine, lightFlowPreset());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    type(dialog, "urlEdit", QStringLiteral("https://media:hunter2@"));
    QVERIFY(isShown(dialog, "moveCredentialsButton"));
    QTest::keyClick(in<QWidget>(dialog, "urlEdit"), Qt::Key_Tab); // the next to come to
    QCOMPARE(dialog.focusWidget()->objectName(), QStringLiteral("moveCredentialsButton"));
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Space);
    QCOMPARE(dialog.target().url, QStringLiteral("https://"));
    QCOMPARE(dialog.target().authentication.user, QStringLiteral("media"));
}

void TestTargetUrlCredentials::anEmptyOneIsTakenOutOnly()
{
    TargetDialog dialog(*m_engine, showing(AuthScheme::Bearer));
    dialog.show();
    dialog.paste(QStringLiteral("https://@callback.example/in"));
    click(dialog, "moveCredentialsButton");
    QCOMPARE(dialog.target().url, QStringLiteral("https://callback.example/in"));
    QCOMPARE(dialog.target().authentication, showing(AuthScheme::Bearer).authentication);
}

void TestTargetUrlCredentials::nothingOfThemComesBackByUndoing()
{
    TargetDialog dialog(*m_engine, bare());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    type(dialog, "nameEdit", QStringLiteral("Other"));
    dialog.paste(kUrl);
    click(dialog, "moveCredentialsButton");
    const auto press = [&dialog](Qt::KeyboardModifiers modifiers) {
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Z, modifiers);
        QVERIFY2(!in<QLineEdit>(dialog, "urlEdit")->text().contains(QStringLiteral("hunter2")),
                 qPrintable(dialog.target().url));
    };
    for (int i = 0; i < 4; ++i)
        press(Qt::ControlModifier);
    QCOMPARE(dialog.target(), bare());
    for (int i = 0; i < 4; ++i)
        press(Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(dialog.target().url, kClean);
    QCOMPARE(dialog.target().name, QStringLiteral("Other"));
    QVERIFY(dialog.target().authentication.isOn());
}

void TestTargetUrlCredentials::whatWasTypedOnTheWayIsForgottenToo()
{
    const auto forgotten = [](const QString &typed) {
        FormState state{bare(), {QStringLiteral("name"), typed}};
        state.target.url = typed;
        forgetCredentials(state, kUrl);
        return state;
    };
    for (const QString &typed : {kUrl, QStringLiteral("https://media:hunter2%2Dca"), QStringLiteral("https://media"),
                                 QStringLiteral("http://old:hunter2@other.example/")}) {
        QCOMPARE(forgotten(typed).target.url, kClean);
        QCOMPARE(forgotten(typed).texts.value(1), kClean);
    }
    for (const QString &typed : {QString(), QStringLiteral("https://"), QStringLiteral("https://other.example/in")})
        QCOMPARE(forgotten(typed).target.url, typed);
}

void TestTargetUrlCredentials::theDraftHasNothingOfThem()
{
    const QTemporaryDir directory;
    DraftStore drafts(directory.filePath(QStringLiteral("drafts")));
    const auto draft = [&drafts] { return drafts.read(stored().id).value_or(QByteArray()); };
    TargetDialog dialog(*m_engine, bare());
    dialog.setAids({nullptr, &drafts, nullptr});
    dialog.show();
    type(dialog, "nameEdit", QStringLiteral("First"));
    dialog.paste(kUrl);
    QTRY_VERIFY(draft().contains("First"));
    QVERIFY(!draft().contains("hunter2"));
    type(dialog, "nameEdit", QStringLiteral("Second")); // by then the URL was there
    QTRY_VERIFY(draft().contains("Second"));
    QVERIFY2(!draft().contains("hunter2"), draft().constData());
    click(dialog, "moveCredentialsButton");
    QTRY_VERIFY(draft().contains("\"basic\""));
    QVERIFY(draft().contains(kClean.toLatin1()));
    QVERIFY2(!draft().contains("hunter2"), draft().constData());
    QVERIFY(draft().contains("\"secretsLeftOut\": true"));
}

void TestTargetUrlCredentials::aCommandBringsThemToTheAuthentication_data()
{
    QTest::addColumn<QString>("command");
    QTest::newRow("in the address") << QStringLiteral("curl 'https://media:hunter2-canary@callback.example/in?x=1'");
    QTest::newRow("as an option") << QStringLiteral("curl -u media:hunter2-canary 'https://callback.example/in?x=1'");
}

void TestTargetUrlCredentials::aCommandBringsThemToTheAuthentication()
{
    QFETCH(QString, command);
    TargetDialog dialog(*m_engine, bare());
    dialog.show();
    dialog.paste(command);
    const CallbackTarget now = dialog.target();
    QCOMPARE(now.url, kClean);
    QVERIFY(now.authentication.scheme == AuthScheme::Basic);
    QCOMPARE(now.authentication.user, QStringLiteral("media"));
    QCOMPARE(now.authentication.secret.plain, kSecret);
    holdsNoSecret(dialog);
}

void TestTargetUrlCredentials::aSecretInTheClearIsWarnedOf()
{
    CallbackTarget target = showing(AuthScheme::Bearer);
    target.url = QStringLiteral("http://203.0.113.7/in");
    TargetDialog dialog(*m_engine, target);
    dialog.show();
    QCOMPARE(in<FieldLine>(dialog, "urlLine")->mood(), Mood::Warning);
    QVERIFY2(lineOf(dialog, "urlLine").contains(QStringLiteral("unencrypted")), qPrintable(lineOf(dialog, "urlLine")));
    QVERIFY(in<QPushButton>(dialog, "saveButton")->isEnabled()); // it is a warning
    choose(dialog, AuthScheme::None);
    QVERIFY(!lineOf(dialog, "urlLine").contains(QStringLiteral("The secret travels")));
    in<QCheckBox>(dialog, "allowPrivateCheck")->click();
    choose(dialog, AuthScheme::Bearer);
    QVERIFY(!lineOf(dialog, "urlLine").contains(QStringLiteral("The secret travels"))); // meant for the plant
}

QTEST_MAIN(TestTargetUrlCredentials)
#include "tst_targeturlcredentials.moc"
