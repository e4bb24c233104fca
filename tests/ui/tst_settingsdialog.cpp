#include "tests/ui/dialogprobe.h"
#include "tests/ui/dialogshots.h"
#include "tests/ui/fakeplatformclient.h"
#include "tests/ui/samplesettings.h"
#include "ui/look/look.h"
#include "ui/settings/settingsdialog.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QToolButton>

using namespace callboard;

namespace {

// Typing into a field of a tab that is not in front would not be what an operator does.
void front(const SettingsDialog &dialog, int tab)
{
    in<QTabWidget>(dialog, "settingsTabs")->setCurrentIndex(tab);
}

QString placeholder(const SettingsDialog &dialog, const char *name)
{
    return in<QLineEdit>(dialog, name)->placeholderText();
}

} // namespace

class tst_SettingsDialog : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }

    void onlyWhatChangedIsSaved();
    void savingNothingJustCloses();
    void storedSecretsAreNeverShownAndStay();
    void typingReplacesAStoredSecret();
    void forgetEmptiesASecretAndCanBeTakenBack();
    void saveSaysWhyItIsClosed();
    void theDoorsAddressMakesTheUrlForBrightcove();
    void internalAddressesAskToBeMeant();
    void aFailureStaysUnderItsPartAndKeepsTheDialogOpen();
    void unsavedChangesAreMarkedAndAskedAbout();
    void everyControlHasANameForAssistiveTools();
    void mnemonicsOfATabAreItsOwn();
    void looksAsDrawn();
};

void tst_SettingsDialog::onlyWhatChangedIsSaved()
{
    FakePlatformClient platform;
    SettingsDialog dialog(platform, filled());
    dialog.show();
    front(dialog, 1);
    type(dialog, "zencoderBaseEdit", QStringLiteral("https://zencoder.example/"));
    front(dialog, 2);
    type(dialog, "lightFlowBaseEdit", QStringLiteral("https://lightflow.example"));
    click(dialog, "sparkPrivateCheck");
    click(dialog, "saveButton");
    QTRY_VERIFY(!dialog.isVisible());
    QVERIFY(platform.smtpSaved.isEmpty());
    QCOMPARE(platform.encodersSaved.size(), 1);
    QCOMPARE(platform.encodersSaved.first().baseUrl, QStringLiteral("https://zencoder.example"));
    QCOMPARE(platform.encodersSaved.first().apiKey, filled().zencoder.apiKey);
    QCOMPARE(platform.platformsSaved.size(), 2);
    QCOMPARE(platform.platformsSaved[0].baseUrl, QStringLiteral("https://lightflow.example"));
    QVERIFY(platform.platformsSaved[1].kind == PlatformKind::Spark);
    QVERIFY(platform.platformsSaved[1].allowPrivate);
}

void tst_SettingsDialog::savingNothingJustCloses()
{
    FakePlatformClient platform;
    SettingsDialog dialog(platform, filled());
    dialog.show();
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    click(dialog, "saveButton");
    QTRY_COMPARE(accepted.count(), 1);
    QVERIFY(platform.smtpSaved.isEmpty() && platform.encodersSaved.isEmpty() && platform.platformsSaved.isEmpty());
}

void tst_SettingsDialog::storedSecretsAreNeverShownAndStay()
{
    FakePlatformClient platform;
    SettingsDialog dialog(platform, filled());
    dialog.show();
    QVERIFY(in<QLineEdit>(dialog, "smtpPasswordEdit")->text().isEmpty());
    QVERIFY(placeholder(dialog, "smtpPasswordEdit").startsWith(QStringLiteral("Stored")));
    QVERIFY(placeholder(dialog, "sparkKeyEdit").startsWith(QStringLiteral("Not set")));
    for (const char *name : {"smtpPasswordEdit", "zencoderKeyEdit", "zencoderSecretEdit", "brightcoveSecretEdit",
                             "lightFlowKeyEdit", "sparkKeyEdit"})
        QVERIFY2(in<QLineEdit>(dialog, name)->echoMode() == QLineEdit::Password, name);
    type(dialog, "smtpHostEdit", QStringLiteral("mail2.example.com"));
    click(dialog, "saveButton");
    QTRY_COMPARE(platform.smtpSaved.size(), 1);
    QCOMPARE(platform.smtpSaved.first().password, filled().smtp.password);
}

void tst_SettingsDialog::typingReplacesAStoredSecret()
{
    FakePlatformClient platform;
    SettingsDialog dialog(platform, filled());
    dialog.show();
    front(dialog, 1);
    type(dialog, "brightcoveSecretEdit", QStringLiteral("new-secret"));
    QVERIFY(dialog.isWindowModified());
    click(dialog, "saveButton");
    QTRY_COMPARE(platform.encodersSaved.size(), 1);
    QVERIFY(platform.encodersSaved.first().encoder == Encoder::Brightcove);
    QCOMPARE(platform.encodersSaved.first().notificationSecret.plain, QStringLiteral("new-secret"));
    QVERIFY(platform.encodersSaved.first().notificationSecret.sealed.isEmpty());
}

void tst_SettingsDialog::forgetEmptiesASecretAndCanBeTakenBack()
{
    FakePlatformClient platform;
    SettingsDialog dialog(platform, filled());
    dialog.show();
    front(dialog, 2);
    auto *forget = in<QPushButton>(dialog, "lightFlowKeyForgetButton");
    click(dialog, "lightFlowKeyForgetButton");
    QVERIFY(dialog.isWindowModified());
    QCOMPARE(forget->text(), QStringLiteral("Keep it"));
    click(dialog, "lightFlowKeyForgetButton");
    QVERIFY(!dialog.isWindowModified());
    click(dialog, "lightFlowKeyForgetButton");
    click(dialog, "saveButton");
    QTRY_COMPARE(platform.platformsSaved.size(), 1);
    QVERIFY(!platform.platformsSaved.first().key.isSet());
    QVERIFY(!in<QPushButton>(dialog, "sparkKeyForgetButton")->isEnabled());
}

void tst_SettingsDialog::saveSaysWhyItIsClosed()
{
    FakePlatformClient platform;
    SettingsDialog dialog(platform, {});
    auto *save = in<QPushButton>(dialog, "saveButton");
    QVERIFY(save->isEnabled());
    type(dialog, "smtpUserEdit", QStringLiteral("desk"));
    QVERIFY(!save->isEnabled());
    QVERIFY(save->toolTip().startsWith(QStringLiteral("Mail server: ")));
    type(dialog, "smtpUserEdit", {});
    QVERIFY(save->isEnabled());
    type(dialog, "sparkBaseEdit", QStringLiteral("mailto:me@example.com"));
    QVERIFY(!save->isEnabled());
    QVERIFY(save->toolTip().startsWith(QStringLiteral("Spark: ")));
}

void tst_SettingsDialog::theDoorsAddressMakesTheUrlForBrightcove()
{
    FakePlatformClient platform;
    SettingsDialog dialog(platform, {});
    dialog.show();
    front(dialog, 1);
    auto *address = in<QLineEdit>(dialog, "brightcoveAddressEdit");
    auto *copy = in<QToolButton>(dialog, "copyBrightcoveAddressButton");
    QVERIFY(address->text().isEmpty());
    QVERIFY(!copy->isEnabled());
    type(dialog, "relayEdit", QStringLiteral("https://callboard.example/"));
    QCOMPARE(address->text(), QStringLiteral("https://brightcove:SECRET@callboard.example/v1/encoders/brightcove"));
    QVERIFY(lineOf(dialog, "relayLine").contains(QStringLiteral("https://callboard.example/v1/encoders/zencoder")));
    click(dialog, "copyBrightcoveAddressButton");
    QCOMPARE(QGuiApplication::clipboard()->text(), address->text());
    type(dialog, "relayEdit", QStringLiteral("http://127.0.0.1:8787"));
    QCOMPARE(in<FieldLine>(dialog, "relayLine")->mood(), FieldLine::Mood::Warning);
    type(dialog, "relayEdit", QStringLiteral("https://callboard.example/?x=1"));
    QCOMPARE(in<FieldLine>(dialog, "relayLine")->mood(), FieldLine::Mood::Problem);
    QVERIFY(address->text().isEmpty());
}

void tst_SettingsDialog::internalAddressesAskToBeMeant()
{
    FakePlatformClient platform;
    SettingsDialog dialog(platform, filled());
    dialog.show();
    front(dialog, 2);
    QCOMPARE(in<FieldLine>(dialog, "sparkBaseLine")->mood(), FieldLine::Mood::Warning);
    QVERIFY(lineOf(dialog, "sparkBaseLine").startsWith(QStringLiteral("127.0.0.1 is an internal address")));
    click(dialog, "sparkPrivateCheck");
    QCOMPARE(in<FieldLine>(dialog, "sparkBaseLine")->mood(), FieldLine::Mood::Good);
}

void tst_SettingsDialog::aFailureStaysUnderItsPartAndKeepsTheDialogOpen()
{
    FakePlatformClient platform;
    platform.encoderAnswer = [](const EncoderSettings &) -> Result<EncoderSettings> {
        return fail(ErrorCode::VaultUnavailable, QStringLiteral("no keychain"));
    };
    SettingsDialog dialog(platform, filled());
    dialog.show();
    type(dialog, "smtpPasswordEdit", QStringLiteral("new-password"));
    front(dialog, 1);
    type(dialog, "zencoderKeyEdit", QStringLiteral("new-key"));
    front(dialog, 0);
    click(dialog, "saveButton");
    QTRY_VERIFY(lineOf(dialog, "zencoderFailureLine").contains(QStringLiteral("vault is locked")));
    QVERIFY(dialog.isVisible());
    QCOMPARE(in<QTabWidget>(dialog, "settingsTabs")->currentIndex(), 1);
    // What was saved is sealed and no longer a change; what was not is still there to be saved again.
    QVERIFY(in<QLineEdit>(dialog, "smtpPasswordEdit")->text().isEmpty());
    QCOMPARE(in<QLineEdit>(dialog, "zencoderKeyEdit")->text(), QStringLiteral("new-key"));
    QVERIFY(dialog.isWindowModified());
    shoot(dialog, QStringLiteral("settings-failure"));
    platform.encoderAnswer = [](const EncoderSettings &settings) { return settings; };
    click(dialog, "saveButton");
    QTRY_VERIFY(!dialog.isVisible());
    QCOMPARE(platform.smtpSaved.size(), 1);
    QCOMPARE(platform.encodersSaved.size(), 2);
}

void tst_SettingsDialog::unsavedChangesAreMarkedAndAskedAbout()
{
    FakePlatformClient platform;
    SettingsDialog dialog(platform, filled());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QVERIFY(!dialog.isWindowModified());
    type(dialog, "smtpHostEdit", QStringLiteral("mail2.example.com"));
    QVERIFY(dialog.isWindowModified());
    auto *bar = in<QWidget>(dialog, "discardBar");
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(bar->isVisible());
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
    QVERIFY(dialog.isVisible());
    dialog.close();
    QVERIFY(dialog.isVisible());
    click(dialog, "discardButton");
    QVERIFY(!dialog.isVisible());
    QVERIFY(platform.smtpSaved.isEmpty());
}

void tst_SettingsDialog::everyControlHasANameForAssistiveTools()
{
    FakePlatformClient platform;
    SettingsDialog dialog(platform, filled());
    int seen = 0;
    for (const QWidget *control : dialog.findChildren<QWidget *>()) {
        if (!(control->focusPolicy() & Qt::TabFocus) || control->objectName().startsWith(QStringLiteral("qt_")))
            continue;
        if (qobject_cast<const QAbstractButton *>(control) || qobject_cast<const QComboBox *>(control)
            || (qobject_cast<const QLineEdit *>(control) && !qobject_cast<const QSpinBox *>(control->parent()))) {
            QVERIFY2(!control->accessibleName().isEmpty(), qPrintable(control->objectName()));
            ++seen;
        }
    }
    QVERIFY(seen > 20);
}

void tst_SettingsDialog::mnemonicsOfATabAreItsOwn()
{
    FakePlatformClient platform;
    SettingsDialog dialog(platform, filled());
    dialog.offerOwn({});
    const auto *tabs = in<QTabWidget>(dialog, "settingsTabs");
    for (int tab = 0; tab < tabs->count(); ++tab) {
        QStringList keys{in<QPushButton>(dialog, "saveButton")->text()};
        for (const QLabel *label : tabs->widget(tab)->findChildren<QLabel *>())
            keys.append(label->buddy() ? label->text() : QString());
        for (const QAbstractButton *button : tabs->widget(tab)->findChildren<QAbstractButton *>())
            keys.append(button->text());
        QSet<QString> seen;
        for (const QString &text : std::as_const(keys)) {
            const QKeySequence key = QKeySequence::mnemonic(text);
            if (key.isEmpty())
                continue;
            QVERIFY2(!seen.contains(key.toString()), qPrintable(text));
            seen.insert(key.toString());
        }
    }
}

void tst_SettingsDialog::looksAsDrawn()
{
    FakePlatformClient platform;
    SettingsDialog dialog(platform, filled());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    for (int tab = 0; tab < 3; ++tab) {
        front(dialog, tab);
        shoot(dialog, QStringLiteral("settings-%1").arg(tab));
    }
    dialog.resize(640, 460);
    front(dialog, 1);
    shoot(dialog, QStringLiteral("settings-small"));
    QVERIFY(dialog.width() <= 640); // nothing forces it wider
    SettingsDialog blank(platform, {});
    blank.show();
    QVERIFY(QTest::qWaitForWindowExposed(&blank));
    shoot(blank, QStringLiteral("settings-blank"));
}

QTEST_MAIN(tst_SettingsDialog)
#include "tst_settingsdialog.moc"
