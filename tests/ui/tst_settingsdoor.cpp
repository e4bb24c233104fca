// Settings, Door: tokens made, rotated and revoked by keyboard and mouse; each is shown once.
#include "tests/ui/dialogprobe.h"
#include "tests/ui/dialogshots.h"
#include "tests/ui/fakedoorclient.h"
#include "tests/ui/fakeplatformclient.h"
#include "tests/ui/samplesettings.h"
#include "ui/look/look.h"
#include "ui/settings/doorgroup.h"
#include "ui/settings/settingsdialog.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTabWidget>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

DoorToken token(qint64 id, const QString &name, DoorScopes scopes)
{
    DoorToken made;
    made.id = {id};
    made.name = name;
    made.scopes = scopes;
    made.hint = QStringLiteral("cbt_4fG9…");
    made.createdAt = Timestamp(1'790'000'000'000ms);
    return made;
}

QList<DoorToken> someTokens()
{
    DoorToken portal = token(1, QStringLiteral("cms"), {DoorScope::Events});
    portal.usedAt = Timestamp(1'795'000'000'000ms);
    DoorToken guest = token(2, QStringLiteral("guest <b>house</b>"), {DoorScope::Read});
    guest.endsAt = Timestamp(1'790'500'000'000ms);
    return {portal, guest, token(3, QStringLiteral("zencoder"), {DoorScope::Notify, DoorScope::Publish})};
}

} // namespace

class tst_SettingsDoor : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }
    void cleanup() { QGuiApplication::clipboard()->clear(); }

    void teachesWhereThereAreNone();
    void showsWhatThereIs();
    void makesATokenAndShowsItOnce();
    void makesOneByKeyboardAlone();
    void saysWhatIsMissing();
    void rotatesWithAnOverlap();
    void revokesOnlyWhenAskedTwice();
    void saysWhyItFailed();
    void nothingOfItWaitsForSave();
    void theSearchFindsIt();
    void aClosedDoorSaysSo();
    void looksAsDrawn();

private:
    void open(const QList<DoorToken> &tokens, const QString &url = QStringLiteral("http://127.0.0.1:8787"));
    QTableView *table() const { return in<QTableView>(*m_dialog, "tokenTable"); }
    QString shown(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    QLineEdit *secret() const { return in<QLineEdit>(*m_dialog, "tokenSecretEdit"); }

    FakePlatformClient m_platform;
    std::unique_ptr<FakeDoorClient> m_door;
    std::unique_ptr<SettingsDialog> m_dialog;
};

void tst_SettingsDoor::open(const QList<DoorToken> &tokens, const QString &url)
{
    m_dialog.reset();
    m_door = std::make_unique<FakeDoorClient>();
    m_door->tokens = tokens;
    m_dialog = std::make_unique<SettingsDialog>(m_platform, filled());
    m_dialog->offerDoor(*m_door, url);
    m_dialog->show();
    auto *tabs = in<QTabWidget>(*m_dialog, "settingsTabs");
    tabs->setCurrentIndex(tabs->count() - 1);
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    QTRY_COMPARE(table()->model()->rowCount(), int(tokens.size()));
}

void tst_SettingsDoor::teachesWhereThereAreNone()
{
    open({});
    QVERIFY(!table()->isVisible());
    QVERIFY(!in<QPushButton>(*m_dialog, "rotateTokenButton")->isVisible());
    auto *group = m_dialog->findChild<DoorGroup *>();
    const auto buttons = group->findChildren<QPushButton *>();
    const auto make = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton *button) {
        return button->isVisible() && button->text().contains(QStringLiteral("New token"));
    });
    QVERIFY(make != buttons.end());
    QTest::mouseClick(*make, Qt::LeftButton);
    QVERIFY(in<QLineEdit>(*m_dialog, "tokenNameEdit")->hasFocus());
}

void tst_SettingsDoor::showsWhatThereIs()
{
    open(someTokens());
    const QAbstractItemModelTester tester(table()->model());
    QCOMPARE(in<QLineEdit>(*m_dialog, "doorAddressEdit")->text(), QStringLiteral("http://127.0.0.1:8787"));
    QCOMPARE(shown(0, 0), QStringLiteral("cms"));
    QCOMPARE(shown(2, 1), QStringLiteral("publish, notify"));
    QCOMPARE(shown(2, 3), QStringLiteral("never"));
    QVERIFY(shown(0, 3) != QStringLiteral("never"));
    QCOMPARE(shown(1, 4), QStringLiteral("has ended"));
    const QString tip = table()->model()->index(1, 0).data(Qt::ToolTipRole).toString();
    QVERIFY2(!tip.contains(QStringLiteral("<b>")), qPrintable(tip)); // Qt would read it
}

void tst_SettingsDoor::makesATokenAndShowsItOnce()
{
    open(someTokens());
    click(*m_dialog, "newTokenButton");
    type(*m_dialog, "tokenNameEdit", QStringLiteral("portal"));
    QTest::keyClick(in<QCheckBox>(*m_dialog, "publishScopeBox"), Qt::Key_Space);
    in<QComboBox>(*m_dialog, "tokenLifeCombo")->setCurrentIndex(2);
    click(*m_dialog, "tokenActButton");
    QTRY_VERIFY(secret()->isVisible());
    QCOMPARE(m_door->done, QStringList{QStringLiteral("add portal events,publish ends")});
    const QString made = secret()->text();
    QVERIFY(made.startsWith(QStringLiteral("cbt_")));
    QVERIFY(secret()->isReadOnly());
    QTRY_COMPARE(shown(table()->currentIndex().row(), 0), QStringLiteral("portal"));
    click(*m_dialog, "copyTokenButton");
    QCOMPARE(QGuiApplication::clipboard()->text(), made);
    click(*m_dialog, "tokenLeaveButton");
    QVERIFY(!secret()->isVisible());
    QVERIFY(secret()->text().isEmpty());
}

void tst_SettingsDoor::makesOneByKeyboardAlone()
{
    open(someTokens());
    auto *button = in<QPushButton>(*m_dialog, "newTokenButton");
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    auto *name = in<QLineEdit>(*m_dialog, "tokenNameEdit");
    QVERIFY(name->hasFocus());
    QTest::keyClicks(name, QStringLiteral("portal"));
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY(secret()->isVisible());
    QVERIFY(m_dialog->isVisible()); // Return made the token, and did not save the settings
    QVERIFY(in<QPushButton>(*m_dialog, "copyTokenButton")->hasFocus());
    QTest::keyClick(in<QPushButton>(*m_dialog, "copyTokenButton"), Qt::Key_Escape);
    QVERIFY(!secret()->isVisible());
    QVERIFY(m_dialog->isVisible());
    QVERIFY(table()->hasFocus());
}

void tst_SettingsDoor::saysWhatIsMissing()
{
    open(someTokens());
    click(*m_dialog, "newTokenButton");
    auto *act = in<QPushButton>(*m_dialog, "tokenActButton");
    QVERIFY(!act->isEnabled());
    QVERIFY(lineOf(*m_dialog, "tokenLine").contains(QStringLiteral("name")));
    type(*m_dialog, "tokenNameEdit", QStringLiteral("portal"));
    QVERIFY(act->isEnabled());
    QTest::keyClick(in<QCheckBox>(*m_dialog, "eventsScopeBox"), Qt::Key_Space);
    QVERIFY(!act->isEnabled());
    QVERIFY(lineOf(*m_dialog, "tokenLine").contains(QStringLiteral("scope")));
    click(*m_dialog, "tokenLeaveButton");
    QVERIFY(m_door->done.isEmpty());
}

void tst_SettingsDoor::rotatesWithAnOverlap()
{
    open(someTokens());
    table()->selectRow(0);
    click(*m_dialog, "rotateTokenButton");
    QVERIFY(in<QLabel>(*m_dialog, "tokenSentence")->text().contains(QStringLiteral("cms")));
    click(*m_dialog, "tokenActButton");
    QTRY_VERIFY(secret()->isVisible());
    QCOMPARE(m_door->done, QStringList{QStringLiteral("rotate cms 86400000")});
}

void tst_SettingsDoor::revokesOnlyWhenAskedTwice()
{
    open(someTokens());
    table()->selectRow(2);
    click(*m_dialog, "revokeTokenButton");
    QVERIFY(in<QLabel>(*m_dialog, "tokenSentence")->text().contains(QStringLiteral("zencoder")));
    QVERIFY(in<QLabel>(*m_dialog, "tokenSentence")->text().contains(QStringLiteral("never used")));
    QVERIFY(in<QPushButton>(*m_dialog, "tokenLeaveButton")->hasFocus());
    QTest::keyClick(in<QPushButton>(*m_dialog, "tokenLeaveButton"), Qt::Key_Space);
    QVERIFY(m_door->done.isEmpty());
    click(*m_dialog, "revokeTokenButton");
    click(*m_dialog, "tokenActButton");
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    QCOMPARE(m_door->done, QStringList{QStringLiteral("revoke zencoder")});
}

void tst_SettingsDoor::saysWhyItFailed()
{
    open(someTokens());
    m_door->refusal = Error{ErrorCode::NameTaken, QStringLiteral("There is a token “cms” already.")};
    click(*m_dialog, "newTokenButton");
    type(*m_dialog, "tokenNameEdit", QStringLiteral("cms"));
    click(*m_dialog, "tokenActButton");
    QTRY_VERIFY(lineOf(*m_dialog, "tokenLine").contains(QStringLiteral("token “cms” already")));
    QVERIFY(in<QLineEdit>(*m_dialog, "tokenNameEdit")->isVisible()); // and nothing typed is lost
    QCOMPARE(in<QLineEdit>(*m_dialog, "tokenNameEdit")->text(), QStringLiteral("cms"));
    QVERIFY(!secret()->isVisible());
}

void tst_SettingsDoor::nothingOfItWaitsForSave()
{
    open(someTokens());
    QVERIFY(!in<QPushButton>(*m_dialog, "saveButton")->isVisible());
    click(*m_dialog, "newTokenButton");
    type(*m_dialog, "tokenNameEdit", QStringLiteral("portal"));
    click(*m_dialog, "tokenActButton");
    QTRY_VERIFY(secret()->isVisible());
    QVERIFY(!m_dialog->isWindowModified());
}

void tst_SettingsDoor::theSearchFindsIt()
{
    open(someTokens());
    in<QTabWidget>(*m_dialog, "settingsTabs")->setCurrentIndex(0);
    auto *search = in<QLineEdit>(*m_dialog, "settingsSearchEdit");
    QVERIFY(search);
    QTest::keyClicks(search, QStringLiteral("bearer"));
    QTRY_VERIFY(in<QLineEdit>(*m_dialog, "doorAddressEdit")->isVisible());
}

void tst_SettingsDoor::aClosedDoorSaysSo()
{
    open(someTokens(), {});
    QCOMPARE(in<QLineEdit>(*m_dialog, "doorAddressEdit")->placeholderText(), QStringLiteral("closed"));
    QVERIFY(table()->isVisible()); // other processes may have theirs open
}

void tst_SettingsDoor::looksAsDrawn()
{
    open({});
    shoot(*m_dialog, QStringLiteral("settings-door-empty"));
    open(someTokens());
    shoot(*m_dialog, QStringLiteral("settings-door"));
    click(*m_dialog, "newTokenButton");
    QCoreApplication::processEvents();
    shoot(*m_dialog, QStringLiteral("settings-door-new"));
    type(*m_dialog, "tokenNameEdit", QStringLiteral("portal"));
    click(*m_dialog, "tokenActButton");
    QTRY_VERIFY(secret()->isVisible());
    QCoreApplication::processEvents();
    shoot(*m_dialog, QStringLiteral("settings-door-made"));
    click(*m_dialog, "tokenLeaveButton");
    click(*m_dialog, "revokeTokenButton");
    QCoreApplication::processEvents();
    shoot(*m_dialog, QStringLiteral("settings-door-revoke"));
}

QTEST_MAIN(tst_SettingsDoor)
#include "tst_settingsdoor.moc"
