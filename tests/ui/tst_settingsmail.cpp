#include "tests/ui/dialogprobe.h"
#include "tests/ui/dialogshots.h"
#include "tests/ui/fakeplatformclient.h"
#include "tests/ui/samplesettings.h"
#include "ui/look/look.h"
#include "ui/look/payloadview.h"
#include "ui/settings/settingsdialog.h"
#include "ui/targets/form/fieldgrid.h"

#include <QComboBox>
#include <QPushButton>
#include <QSpinBox>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

TestResult answered(Outcome outcome, int status, const QByteArray &reply)
{
    TestResult result;
    result.exchange.outcome = outcome;
    result.exchange.protocol = Protocol::Smtp;
    result.exchange.status = status;
    result.exchange.responseHead = reply;
    result.exchange.timings.done = 38ms;
    return result;
}

} // namespace

class tst_SettingsMail : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }

    void aMailServerIsFilledInByKeyboardAndSaved();
    void thePortFollowsTheEncryptionUnlessItWasChosen();
    void mailFaultsAreNamedUnderTheirField();
    void aTestMailCarriesTheUnsavedValuesAndShowsTheReply();
    void aRefusedTestMailSaysWhy();
    void aTestMailNeedsAServerAndAnAddress();
};

void tst_SettingsMail::aMailServerIsFilledInByKeyboardAndSaved()
{
    FakePlatformClient platform;
    SettingsDialog dialog(platform, {});
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QVERIFY(in<QLineEdit>(dialog, "smtpHostEdit")->hasFocus());
    QTest::keyClicks(dialog.focusWidget(), QStringLiteral("mail.example.com"));
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
    QVERIFY(in<QComboBox>(dialog, "smtpSecurityCombo")->hasFocus());
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
    QVERIFY(in<QLineEdit>(dialog, "smtpUserEdit")->hasFocus());
    QTest::keyClicks(dialog.focusWidget(), QStringLiteral("desk"));
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(dialog.focusWidget(), QStringLiteral("hunter2"));
    type(dialog, "smtpFromEdit", QStringLiteral("desk@example.com"));
    QTest::keyClick(&dialog, Qt::Key_S, Qt::AltModifier);
    QTRY_VERIFY(!dialog.isVisible());
    QCOMPARE(platform.smtpSaved.size(), 1);
    const SmtpServer server = platform.smtpSaved.first();
    QCOMPARE(server.host, QStringLiteral("mail.example.com"));
    QCOMPARE(server.port, 587);
    QVERIFY(server.security == SmtpSecurity::StartTls);
    QCOMPARE(server.user, QStringLiteral("desk"));
    QCOMPARE(server.password.plain, QStringLiteral("hunter2"));
    QCOMPARE(server.from, QStringLiteral("desk@example.com"));
}

void tst_SettingsMail::thePortFollowsTheEncryptionUnlessItWasChosen()
{
    FakePlatformClient platform;
    SettingsDialog dialog(platform, {});
    auto *security = in<QComboBox>(dialog, "smtpSecurityCombo");
    auto *port = in<QSpinBox>(dialog, "smtpPortSpin");
    security->setCurrentIndex(1);
    QCOMPARE(port->value(), 465);
    security->setCurrentIndex(2);
    QCOMPARE(port->value(), 25);
    port->setValue(2525);
    security->setCurrentIndex(0);
    QCOMPARE(port->value(), 2525);
}

void tst_SettingsMail::mailFaultsAreNamedUnderTheirField()
{
    FakePlatformClient platform;
    SettingsDialog dialog(platform, filled());
    dialog.show();
    type(dialog, "smtpFromEdit", QStringLiteral("nobody"));
    QCOMPARE(in<FieldLine>(dialog, "smtpFromLine")->mood(), FieldLine::Mood::Problem);
    QVERIFY(!in<QPushButton>(dialog, "saveButton")->isEnabled());
    type(dialog, "smtpFromEdit", QStringLiteral("somebody@example.com"));
    QVERIFY(in<FieldLine>(dialog, "smtpFromLine")->mood() != FieldLine::Mood::Problem);
    type(dialog, "smtpHostEdit", QStringLiteral("mail example"));
    QCOMPARE(in<FieldLine>(dialog, "smtpHostLine")->mood(), FieldLine::Mood::Problem);
    type(dialog, "smtpHostEdit", QStringLiteral("mail.example.com"));
    click(dialog, "smtpPasswordForgetButton");
    QVERIFY(lineOf(dialog, "smtpPasswordLine").contains(QStringLiteral("needs a password")));
    in<QComboBox>(dialog, "smtpSecurityCombo")->setCurrentIndex(2);
    QCOMPARE(in<FieldLine>(dialog, "smtpSecurityLine")->mood(), FieldLine::Mood::Warning);
}

void tst_SettingsMail::aTestMailCarriesTheUnsavedValuesAndShowsTheReply()
{
    FakePlatformClient platform;
    platform.testMailAnswer = [](const SmtpServer &, const QString &) {
        return answered(Outcome::Delivered, 250, "250 2.0.0 Ok: queued as 4F1C2\r\n");
    };
    SettingsDialog dialog(platform, filled());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    type(dialog, "smtpHostEdit", QStringLiteral("unsaved.example.com"));
    type(dialog, "testMailToEdit", QStringLiteral("me@example.com"));
    auto *button = in<QPushButton>(dialog, "sendTestMailButton");
    click(dialog, "sendTestMailButton");
    QVERIFY(!button->isEnabled());
    QVERIFY(!in<QPushButton>(dialog, "cancelButton")->hasFocus());
    QVERIFY(lineOf(dialog, "testMailLine").contains(QStringLiteral("unsaved.example.com")));
    QTRY_VERIFY(button->isEnabled());
    QCOMPARE(platform.mailsTested.first().first.host, QStringLiteral("unsaved.example.com"));
    QCOMPARE(platform.mailsTested.first().first.password, filled().smtp.password);
    QCOMPARE(platform.mailsTested.first().second, QStringLiteral("me@example.com"));
    QCOMPARE(in<FieldLine>(dialog, "testMailLine")->mood(), FieldLine::Mood::Good);
    QVERIFY(in<PayloadView>(dialog, "testMailReplyView")->isVisible());
    QVERIFY(in<PayloadView>(dialog, "testMailReplyView")->text().contains(QStringLiteral("queued as 4F1C2")));
    QVERIFY(platform.smtpSaved.isEmpty());
    // The line that complained about the empty host leaves no gap.
    const auto *grid = in<QWidget>(dialog, "mailGroup")->findChild<FieldGrid *>();
    QTRY_COMPARE(grid->height(), grid->heightForWidth(grid->width()));
    shoot(dialog, QStringLiteral("settings-mail-tested"));
}

void tst_SettingsMail::aRefusedTestMailSaysWhy()
{
    FakePlatformClient platform;
    platform.testMailAnswer = [](const SmtpServer &, const QString &) {
        TestResult result = answered(Outcome::Rejected, 535, "535 5.7.8 Authentication failed\r\n");
        result.exchange.errorText = QStringLiteral("mail.example.com refused the log-in.");
        return result;
    };
    SettingsDialog dialog(platform, filled());
    dialog.show();
    type(dialog, "testMailToEdit", QStringLiteral("me@example.com"));
    click(dialog, "sendTestMailButton");
    QTRY_COMPARE(lineOf(dialog, "testMailLine"), QStringLiteral("mail.example.com refused the log-in."));
    QCOMPARE(in<FieldLine>(dialog, "testMailLine")->mood(), FieldLine::Mood::Problem);
    platform.refusal = Error{ErrorCode::VaultUnavailable, QStringLiteral("no keychain")};
    click(dialog, "sendTestMailButton");
    QTRY_VERIFY(lineOf(dialog, "testMailLine").contains(QStringLiteral("vault is locked")));
    QVERIFY(!in<PayloadView>(dialog, "testMailReplyView")->isVisible());
}

void tst_SettingsMail::aTestMailNeedsAServerAndAnAddress()
{
    FakePlatformClient platform;
    SettingsDialog dialog(platform, {});
    auto *button = in<QPushButton>(dialog, "sendTestMailButton");
    QVERIFY(!button->isEnabled());
    QCOMPARE(button->toolTip(), QStringLiteral("Name the mail server first."));
    type(dialog, "smtpHostEdit", QStringLiteral("mail.example.com"));
    QCOMPARE(button->toolTip(), QStringLiteral("Say who gets the test message."));
    type(dialog, "testMailToEdit", QStringLiteral("me"));
    QVERIFY(!button->isEnabled());
    type(dialog, "testMailToEdit", QStringLiteral("me@example.com"));
    QVERIFY(button->isEnabled());
}

QTEST_MAIN(tst_SettingsMail)
#include "tst_settingsmail.moc"
