// Settings, Vault, and its dialogs: each state has one sentence and one thing to do about it, by mouse and by keyboard.
#include "core/security/recoverykey.h"
#include "tests/ui/dialogprobe.h"
#include "tests/ui/dialogshots.h"
#include "tests/ui/fakeplatformclient.h"
#include "tests/ui/fakevaultclient.h"
#include "tests/ui/samplesettings.h"
#include "ui/look/look.h"
#include "ui/settings/settingsdialog.h"
#include "ui/settings/vaultgroup.h"
#include "ui/settings/vaultkeydialogs.h"
#include "ui/settings/vaultunlockdialog.h"
#include "ui/settings/vaultwords.h"
#include "ui/shell/truthline.h"

#include <QClipboard>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>

using namespace callboard;
using vaultwords::Remedy;

namespace {

VaultStatus opened()
{
    VaultStatus status;
    status.state = VaultStatus::State::Open;
    status.facts = {QStringLiteral("4fb1c7d902a6e358"), 7, false, false, false};
    return status;
}

VaultStatus closed(KeyTrouble trouble, bool recovery = false, bool passphrase = false)
{
    VaultStatus status = opened();
    status.state = VaultStatus::State::Closed;
    status.trouble = trouble;
    status.facts.recovery = recovery;
    status.facts.passphrase = passphrase;
    return status;
}

std::unique_ptr<SettingsDialog> settings(VaultClient &vault, PlatformClient &platform)
{
    auto dialog = std::make_unique<SettingsDialog>(platform, filled());
    (void)dialog->offerVault(vault, true);
    dialog->show();
    return dialog;
}

template <class Dialog>
std::unique_ptr<Dialog> shown(VaultClient &vault)
{
    auto dialog = std::make_unique<Dialog>(vault);
    dialog->show();
    return dialog;
}

QPushButton *act(const QDialog &dialog)
{
    return in<QPushButton>(dialog, "vaultActButton");
}

} // namespace

class tst_SettingsVault : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }
    void cleanup() { QGuiApplication::clipboard()->clear(); }

    void everyStateHasASentenceAndAWayOut_data();
    void everyStateHasASentenceAndAWayOut();
    void theStatusBarOffersTheWayOut();
    void anOpenVaultIsSaidToBeOpen();
    void aClosedOneIsTriedAgain();
    void aKeyThatIsElsewhereIsUnlocked();
    void aSlipInARecoveryKeyKeepsItFromBeingTried();
    void aWrongPassphraseStaysInTheDialog();
    void aRecoveryKeyIsShownOnce();
    void aRotationNeedsThePassphrase();
    void aRotationSaysThatTheRecoveryKeyIsWorthNothing();
    void aPassphraseIsTypedTwice();
    void aPassphraseIsRemoved();
    void looksAsDrawn();
};

void tst_SettingsVault::everyStateHasASentenceAndAWayOut_data()
{
    QTest::addColumn<int>("trouble");
    QTest::addColumn<bool>("unlockable");
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("remedy");
    const auto row = [](const char *name, KeyTrouble trouble, bool unlockable, const char *words, Remedy remedy) {
        QTest::newRow(name) << int(trouble) << unlockable << QString::fromLatin1(words) << int(remedy);
    };
    row("locked", KeyTrouble::Locked, true, "keychain is locked", Remedy::TryAgain);
    row("refused", KeyTrouble::Refused, false, "question was dismissed", Remedy::TryAgain);
    row("no Secret Service", KeyTrouble::NoKeychain, true, "no Secret Service", Remedy::Unlock);
    row("silent", KeyTrouble::Silent, false, "does not answer", Remedy::TryAgain);
    row("missing", KeyTrouble::Missing, true, "not on this machine", Remedy::Unlock);
    row("missing for good", KeyTrouble::Missing, false, "not on this machine", Remedy::TryAgain);
    row("another workspace's", KeyTrouble::Foreign, true, "not the one of this workspace", Remedy::Unlock);
    row("damaged", KeyTrouble::Damaged, true, "is damaged", Remedy::Unlock);
}

void tst_SettingsVault::everyStateHasASentenceAndAWayOut()
{
    QFETCH(int, trouble);
    QFETCH(bool, unlockable);
    QFETCH(QString, words);
    QFETCH(int, remedy);
    FakePlatformClient platform;
    FakeVaultClient vault;
    vault.now = closed(KeyTrouble(trouble), unlockable);
    const auto dialog = settings(vault, platform);
    QVERIFY2(lineOf(*dialog, "vaultStateLine").contains(words), qPrintable(lineOf(*dialog, "vaultStateLine")));
    QCOMPARE(int(vaultwords::remedy(vault.now)), remedy);
    auto *button = in<QPushButton>(*dialog, "vaultRemedyButton");
    QVERIFY(button->isVisible());
    QCOMPARE(button->text(), vaultwords::nameOf(Remedy(remedy)));
    QVERIFY(!in<QPushButton>(*dialog, "recoveryKeyButton")->isEnabled());
    QVERIFY(!in<QPushButton>(*dialog, "rotateVaultButton")->isVisible());
}

void tst_SettingsVault::theStatusBarOffersTheWayOut()
{
    TruthLine line;
    line.resize(960, 30);
    line.show();
    EngineStatus engine;
    engine.vaultNeeded = true;
    line.setEngine(engine);
    line.setVault(closed(KeyTrouble::Missing, true));
    auto *button = in<QToolButton>(line, "vaultButton");
    QVERIFY(button->isVisible());
    QCOMPARE(button->text(), QStringLiteral("Unlock…"));
    QVERIFY(in<QLabel>(line, "vaultLabel")->text().contains(QStringLiteral("not here")));
    int asked = 0;
    connect(&line, &TruthLine::vaultRequested, this, [&asked] { ++asked; });
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(asked, 1);
    shoot(line, QStringLiteral("truthline-vault"));
    engine.vaultOpen = true;
    line.setEngine(engine);
    line.setVault(opened());
    QVERIFY(!button->isVisible());
    QCOMPARE(in<QLabel>(line, "vaultLabel")->text(), QStringLiteral("vault unlocked"));
}

void tst_SettingsVault::anOpenVaultIsSaidToBeOpen()
{
    FakePlatformClient platform;
    FakeVaultClient vault;
    vault.now = opened();
    const auto dialog = settings(vault, platform);
    QCOMPARE(lineOf(*dialog, "vaultStateLine"), QStringLiteral("Open: its key is in the system keychain."));
    QVERIFY(!in<QPushButton>(*dialog, "vaultRemedyButton")->isVisible());
    QVERIFY(lineOf(*dialog, "vaultRecoveryLine").contains(QStringLiteral("a lost key loses every secret")));
    vault.now.openedBy = OpenedBy::Passphrase;
    vault.now.keptHere = false;
    in<VaultGroup>(*dialog, "vaultGroup")->refresh();
    QVERIFY(lineOf(*dialog, "vaultStateLine").startsWith(QStringLiteral("Open until Callboard ends")));
    vault.now = opened();
    vault.now.facts.recoveryLapsed = true;
    in<VaultGroup>(*dialog, "vaultGroup")->refresh();
    QVERIFY(lineOf(*dialog, "vaultRecoveryLine").contains(QStringLiteral("opens nothing")));
}

void tst_SettingsVault::aClosedOneIsTriedAgain()
{
    FakePlatformClient platform;
    FakeVaultClient vault;
    vault.now = closed(KeyTrouble::Locked);
    vault.refusal = Error{ErrorCode::VaultUnavailable, QStringLiteral("The system keychain is locked.")};
    const auto dialog = settings(vault, platform);
    QVERIFY(in<QPushButton>(*dialog, "vaultRemedyButton")->hasFocus() || !dialog->isActiveWindow());
    click(*dialog, "vaultRemedyButton");
    QTRY_COMPARE(lineOf(*dialog, "vaultDoneLine"), vault.refusal->detail);
    vault.refusal.reset();
    vault.after = opened();
    click(*dialog, "vaultRemedyButton");
    QTRY_VERIFY(lineOf(*dialog, "vaultStateLine").startsWith(QStringLiteral("Open")));
    QVERIFY(!in<QPushButton>(*dialog, "vaultRemedyButton")->isVisible());
    QCOMPARE(vault.done, QStringList(2, QStringLiteral("retry")));
}

void tst_SettingsVault::aKeyThatIsElsewhereIsUnlocked()
{
    FakePlatformClient platform;
    FakeVaultClient vault;
    vault.now = closed(KeyTrouble::Missing, true, true);
    vault.after = opened();
    const auto whole = settings(vault, platform);
    click(*whole, "vaultRemedyButton");
    auto *dialog = in<VaultUnlockDialog>(*whole, "vaultUnlockDialog");
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(in<QRadioButton>(*dialog, "byPassphraseButton")->isChecked());
    QCOMPARE(in<QLineEdit>(*dialog, "vaultSecretEdit")->echoMode(), QLineEdit::Password);
    QVERIFY(!act(*dialog)->isEnabled());
    type(*dialog, "vaultSecretEdit", QStringLiteral("four words in a row"));
    QVERIFY(act(*dialog)->isEnabled());
    QTest::keyClick(in<QLineEdit>(*dialog, "vaultSecretEdit"), Qt::Key_Return);
    QTRY_VERIFY(lineOf(*whole, "vaultStateLine").startsWith(QStringLiteral("Open")));
    QCOMPARE(vault.done, QStringList{QStringLiteral("unlock-passphrase four words in a row")});
}

void tst_SettingsVault::aSlipInARecoveryKeyKeepsItFromBeingTried()
{
    FakeVaultClient vault;
    vault.now = closed(KeyTrouble::Missing, true);
    vault.after = opened();
    const auto dialog = shown<VaultUnlockDialog>(vault);
    QVERIFY(in<QRadioButton>(*dialog, "byRecoveryButton")->isChecked());
    QVERIFY(!in<QRadioButton>(*dialog, "byPassphraseButton")->isEnabled());
    QCOMPARE(in<QLineEdit>(*dialog, "vaultSecretEdit")->echoMode(), QLineEdit::Normal); // it is read off paper
    const QString right = recoveryKeyText(makeRecoveryKey());
    QString wrong = right;
    wrong[30] = wrong[30] == u'7' ? u'8' : u'7';
    type(*dialog, "vaultSecretEdit", wrong);
    QVERIFY(!act(*dialog)->isEnabled());
    QCOMPARE(act(*dialog)->toolTip(), QStringLiteral("Group 5 of the recovery key is not as it was shown."));
    type(*dialog, "vaultSecretEdit", right);
    click(*dialog, "vaultActButton");
    QTRY_VERIFY(!dialog->isVisible());
    QCOMPARE(vault.done, QStringList{QString(QStringLiteral("unlock-recovery ") + right)});
}

void tst_SettingsVault::aWrongPassphraseStaysInTheDialog()
{
    FakeVaultClient vault;
    vault.now = closed(KeyTrouble::NoKeychain, false, true);
    vault.refusal = Error{ErrorCode::VaultCorrupt, QStringLiteral("This is not the passphrase of this workspace.")};
    const auto dialog = shown<VaultUnlockDialog>(vault);
    type(*dialog, "vaultSecretEdit", QStringLiteral("not those four words"));
    click(*dialog, "vaultActButton");
    QVERIFY(!act(*dialog)->isEnabled()); // while it is asked
    QTRY_COMPARE(lineOf(*dialog, "vaultLine"), vault.refusal->detail);
    QVERIFY(dialog->isVisible());
    QVERIFY(act(*dialog)->isEnabled());
}

void tst_SettingsVault::aRecoveryKeyIsShownOnce()
{
    FakeVaultClient vault;
    vault.now = opened();
    vault.recoveryKey = recoveryKeyText(makeRecoveryKey());
    const auto dialog = shown<VaultRecoveryDialog>(vault);
    click(*dialog, "vaultActButton");
    QTRY_VERIFY(in<QLabel>(*dialog, "recoveryKeyLabel"));
    QCOMPARE(in<QLabel>(*dialog, "recoveryKeyLabel")->text().remove(u' '), QString(vault.recoveryKey).remove(u'-'));
    QVERIFY(in<QLabel>(*dialog, "vaultSentence")->text().contains(QStringLiteral("not shown again")));
    QVERIFY(!act(*dialog)->isVisible());
    click(*dialog, "copyRecoveryButton");
    QCOMPARE(QGuiApplication::clipboard()->text(), vault.recoveryKey);
    QVERIFY(QGuiApplication::clipboard()->mimeData()->hasFormat(QStringLiteral("x-kde-passwordManagerHint")));
    shoot(*dialog, QStringLiteral("vault-recovery"));
    click(*dialog, "vaultLeaveButton");
    QVERIFY(!dialog->isVisible());
}

void tst_SettingsVault::aRotationNeedsThePassphrase()
{
    FakeVaultClient vault;
    vault.now = opened();
    vault.now.facts.passphrase = true;
    vault.now.source = {VaultKeySource::Kind::KeyFile, QStringLiteral("/srv/vault.key")};
    const auto dialog = shown<VaultRotationDialog>(vault);
    QVERIFY(!act(*dialog)->isEnabled());
    QVERIFY(lineOf(*dialog, "vaultKeyFileLine").contains(QStringLiteral("/srv/vault.key")));
    type(*dialog, "vaultPassphraseEdit", QStringLiteral("four words in a row"));
    click(*dialog, "vaultActButton");
    QTRY_COMPARE(in<QLabel>(*dialog, "vaultSentence")->text(), QStringLiteral("The vault has a new key."));
    QCOMPARE(vault.done, QStringList{QStringLiteral("rotate four words in a row")});
}

void tst_SettingsVault::aRotationSaysThatTheRecoveryKeyIsWorthNothing()
{
    FakeVaultClient vault;
    vault.now = opened();
    vault.now.facts.recovery = true;
    const auto dialog = shown<VaultRotationDialog>(vault);
    shoot(*dialog, QStringLiteral("vault-rotation"));
    QTest::keyClick(dialog.get(), Qt::Key_Return);
    QTRY_VERIFY(in<QLabel>(*dialog, "vaultSentence")->text().contains(QStringLiteral("make a new one")));
    QCOMPARE(vault.done, QStringList{QStringLiteral("rotate ")});
}

void tst_SettingsVault::aPassphraseIsTypedTwice()
{
    FakeVaultClient vault;
    vault.now = opened();
    const auto dialog = shown<VaultPassphraseDialog>(vault);
    type(*dialog, "newPassphraseEdit", QStringLiteral("too short"));
    QVERIFY(act(*dialog)->toolTip().contains(QStringLiteral("at least 12 characters")));
    type(*dialog, "newPassphraseEdit", QStringLiteral("four words in a row"));
    type(*dialog, "againPassphraseEdit", QStringLiteral("four words in a rov"));
    QCOMPARE(act(*dialog)->toolTip(), QStringLiteral("The two are not the same."));
    type(*dialog, "againPassphraseEdit", QStringLiteral("four words in a row"));
    shoot(*dialog, QStringLiteral("vault-passphrase"));
    click(*dialog, "vaultActButton");
    QTRY_VERIFY(!dialog->isVisible());
    QCOMPARE(vault.done, QStringList{QStringLiteral("passphrase four words in a row")});
}

void tst_SettingsVault::aPassphraseIsRemoved()
{
    FakePlatformClient platform;
    FakeVaultClient vault;
    vault.now = opened();
    vault.now.facts.passphrase = true;
    vault.after = opened();
    const auto dialog = settings(vault, platform);
    QCOMPARE(in<QPushButton>(*dialog, "setPassphraseButton")->text(), QStringLiteral("Change…"));
    click(*dialog, "removePassphraseButton");
    QTRY_VERIFY(!in<QPushButton>(*dialog, "removePassphraseButton")->isVisible());
    QCOMPARE(vault.done, QStringList{QStringLiteral("passphrase ")});
    QCOMPARE(in<QPushButton>(*dialog, "setPassphraseButton")->text(), QStringLiteral("Set…"));
}

void tst_SettingsVault::looksAsDrawn()
{
    FakePlatformClient platform;
    FakeVaultClient vault;
    vault.now = opened();
    vault.now.facts.recovery = true;
    const auto open = settings(vault, platform);
    shoot(*open, QStringLiteral("settings-vault"));
    vault.now = closed(KeyTrouble::Missing, true, true);
    const auto shut = settings(vault, platform);
    shoot(*shut, QStringLiteral("settings-vault-closed"));
    const auto unlock = shown<VaultUnlockDialog>(vault);
    shoot(*unlock, QStringLiteral("vault-unlock"));
    for (const QWidget *window :
         {static_cast<QWidget *>(open.get()), static_cast<QWidget *>(shut.get()), static_cast<QWidget *>(unlock.get())})
        QVERIFY(window->width() <= 960 && window->height() <= 700);
}

QTEST_MAIN(tst_SettingsVault)
#include "tst_settingsvault.moc"
