// The settings' search, and the user's own settings: applied and kept as they are changed.
#include "tests/ui/dialogprobe.h"
#include "tests/ui/dialogshots.h"
#include "tests/ui/fakeplatformclient.h"
#include "tests/ui/samplesettings.h"
#include "ui/look/appearance.h"
#include "ui/look/look.h"
#include "ui/settings/settingsdialog.h"
#include "ui/targets/plaintable.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTabWidget>
#include <QTemporaryDir>

using namespace callboard;
using look::Appearance;
using look::Density;
using look::Theme;

namespace {

struct Bench {
    FakePlatformClient platform;
    SettingsDialog dialog{platform, filled()};
    QList<Appearance> appearances;
    QStringList languages;

    explicit Bench(const LanguageChoice &language = {{QStringLiteral("en"), QStringLiteral("de")}, {}, false})
    {
        OwnSettings own;
        own.language = language;
        own.keepWindow = [](const WindowSettings &) {};
        own.keepAppearance = [this](const Appearance &appearance) { appearances << appearance; };
        own.keepLanguage = [this](const QString &chosen) { languages << chosen; };
        dialog.offerOwn(own);
        dialog.show();
    }
    [[nodiscard]] QTabWidget *tabs() const { return in<QTabWidget>(dialog, "settingsTabs"); }
    [[nodiscard]] QLineEdit *search() const { return in<QLineEdit>(dialog, "settingsSearchEdit"); }
    void sought(const QString &text) const
    {
        search()->clear();
        QTest::keyClicks(search(), text);
    }
    [[nodiscard]] QString page() const { return tabs()->tabText(tabs()->currentIndex()); }
    [[nodiscard]] bool shows(const char *name) const { return in<QWidget>(dialog, name)->isVisible(); }
};

QLabel *labelOf(const QWidget &dialog, const QWidget *field)
{
    for (QLabel *label : dialog.findChildren<QLabel *>()) {
        if (label->buddy() == field)
            return label;
    }
    return nullptr;
}

} // namespace

class tst_SettingsSearch : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup() { look::setAppearance({}); }

    void itFindsByLabelAndHidesTheRest();
    void itSaysWhatIsElsewhere();
    void itFindsByHelpAndByOtherWords();
    void itFindsNoSecretAndNoValue();
    void escapeShowsAllAndThenCloses();
    void enterGoesToTheFirstAndSavesNothing();
    void nothingFoundIsSaid();
    void nothingFoundBarsNoPage();
    void aRefusalIsShownWhateverIsSearchedFor();
    void whatIsHiddenByItselfStaysHidden();
    void themeAndRowsAreAppliedAtOnce();
    void appearanceIsKept();
    void theLanguageIsForTheNextStart();
    void theEnvironmentDecides();
    void savingIsOfferedWhereThereIsSomethingToSave();
    void looksAsDrawn();
};

void tst_SettingsSearch::initTestCase()
{
    qunsetenv("CALLBOARD_LANGUAGE");
    look::apply();
}

void tst_SettingsSearch::itFindsByLabelAndHidesTheRest()
{
    Bench bench;
    QCOMPARE(bench.page(), QStringLiteral("General"));
    bench.sought(QStringLiteral("tray"));
    QVERIFY(bench.shows("trayBox"));
    QVERIFY(!bench.shows("languageCombo"));
    QVERIFY(!bench.shows("appearanceGroup"));
    QVERIFY(in<QWidget>(bench.dialog, "trayBox")->autoFillBackground()); // marked
    bench.sought(QStringLiteral("LANGUAGE"));
    QVERIFY(bench.shows("languageCombo"));
    QVERIFY(!bench.shows("trayBox"));
    QVERIFY(!in<QWidget>(bench.dialog, "trayBox")->autoFillBackground());
    QVERIFY(labelOf(bench.dialog, in<QComboBox>(bench.dialog, "languageCombo"))->autoFillBackground());
}

void tst_SettingsSearch::itSaysWhatIsElsewhere()
{
    Bench bench;
    bench.sought(QStringLiteral("base url"));
    QVERIFY2(bench.page().startsWith(QStringLiteral("Encoders (")), qPrintable(bench.page()));
    QVERIFY(lineOf(bench.dialog, "settingsSearchLine").contains(QStringLiteral("Found here: 1; on other pages: 2.")));
    QVERIFY(!bench.tabs()->isTabEnabled(0));
    bench.tabs()->setCurrentIndex(3);
    QVERIFY(bench.page().startsWith(QStringLiteral("Platforms (2)")));
    QVERIFY(lineOf(bench.dialog, "settingsSearchLine").contains(QStringLiteral("Found here: 2; on other pages: 1.")));
    QVERIFY(bench.shows("sparkBaseEdit"));
    QVERIFY(!bench.shows("sparkKeyEdit"));
}

void tst_SettingsSearch::itFindsByHelpAndByOtherWords()
{
    Bench bench;
    bench.sought(QStringLiteral("QT_SCALE_FACTOR"));
    QVERIFY(bench.shows("scaleLabel"));
    bench.sought(QStringLiteral("zoom")); // not on the screen
    QVERIFY(bench.shows("scaleLabel"));
    QVERIFY(!bench.shows("languageCombo"));
    bench.sought(QStringLiteral("history"));
    QCOMPARE(bench.tabs()->currentIndex(), 4); // by the group's title: all of it
    QVERIFY(bench.shows("historyAgeEdit") && bench.shows("historyLimitEdit"));
}

void tst_SettingsSearch::itFindsNoSecretAndNoValue()
{
    Bench bench;
    type(bench.dialog, "smtpHostEdit", QStringLiteral("xyzzy.example.com"));
    bench.sought(QStringLiteral("xyzzy"));
    QCOMPARE(in<FieldLine>(bench.dialog, "settingsSearchLine")->mood(), FieldLine::Mood::Warning);
    bench.search()->clear();
    type(bench.dialog, "smtpPasswordEdit", QStringLiteral("swordfish"));
    bench.sought(QStringLiteral("swordfish"));
    QCOMPARE(in<FieldLine>(bench.dialog, "settingsSearchLine")->mood(), FieldLine::Mood::Warning);
}

void tst_SettingsSearch::escapeShowsAllAndThenCloses()
{
    Bench bench;
    bench.sought(QStringLiteral("tray"));
    QTest::keyClick(bench.search(), Qt::Key_Escape);
    QVERIFY(bench.search()->text().isEmpty());
    QVERIFY(bench.dialog.isVisible());
    QVERIFY(bench.shows("languageCombo"));
    QVERIFY(lineOf(bench.dialog, "settingsSearchLine").isEmpty());
    QCOMPARE(bench.page(), QStringLiteral("General"));
    for (int tab = 0; tab < bench.tabs()->count(); ++tab)
        QVERIFY(bench.tabs()->isTabEnabled(tab));
    QTest::keyClick(bench.search(), Qt::Key_Escape);
    QVERIFY(!bench.dialog.isVisible());
}

void tst_SettingsSearch::enterGoesToTheFirstAndSavesNothing()
{
    Bench bench;
    QVERIFY(QTest::qWaitForWindowActive(&bench.dialog));
    bench.sought(QStringLiteral("port"));
    QTest::keyClick(bench.search(), Qt::Key_Return);
    QVERIFY(bench.dialog.isVisible());
    QVERIFY(bench.platform.smtpSaved.isEmpty());
    QWidget *focused = bench.dialog.focusWidget();
    QVERIFY(focused && focused != bench.search());
    QVERIFY(bench.tabs()->currentWidget()->isAncestorOf(focused));
}

void tst_SettingsSearch::nothingFoundIsSaid()
{
    Bench bench;
    bench.sought(QStringLiteral("zebra"));
    QVERIFY(lineOf(bench.dialog, "settingsSearchLine").startsWith(QStringLiteral("No setting has these words")));
    shoot(bench.dialog, QStringLiteral("settings-nothing-found"));
}

void tst_SettingsSearch::nothingFoundBarsNoPage()
{
    const Bench bench;
    bench.sought(QStringLiteral("zebra"));
    for (int tab = 0; tab < bench.tabs()->count(); ++tab)
        QVERIFY2(bench.tabs()->isTabEnabled(tab), qPrintable(bench.tabs()->tabText(tab)));
}

void tst_SettingsSearch::aRefusalIsShownWhateverIsSearchedFor()
{
    Bench bench;
    bench.platform.refusal = Error{ErrorCode::StoreUnavailable, QStringLiteral("disk full")};
    type(bench.dialog, "smtpHostEdit", QStringLiteral("mail2.example.com"));
    bench.sought(QStringLiteral("tray"));
    QVERIFY(!bench.tabs()->isTabEnabled(1));
    click(bench.dialog, "saveButton");
    QTRY_COMPARE(bench.page(), QStringLiteral("Mail"));
    QVERIFY(bench.dialog.isVisible());
    QVERIFY(bench.search()->text().isEmpty());
    QVERIFY(bench.shows("smtpHostEdit") && in<QWidget>(bench.dialog, "smtpHostEdit")->isEnabled());
}

void tst_SettingsSearch::whatIsHiddenByItselfStaysHidden()
{
    Bench bench;
    bench.tabs()->setCurrentIndex(1);
    const bool was = in<QWidget>(bench.dialog, "zencoderFailureLine")->isHidden();
    QVERIFY(was);
    bench.sought(QStringLiteral("zencoder"));
    bench.search()->clear();
    QVERIFY(in<QWidget>(bench.dialog, "zencoderFailureLine")->isHidden());
}

void tst_SettingsSearch::themeAndRowsAreAppliedAtOnce()
{
    if (look::isThemeForced())
        look::setTheme(Theme::System); // the choice is not to be seen then; the rows still are
    QStandardItemModel model(3, 2);
    PlainTable before(&model);
    QCOMPARE(before.verticalHeader()->defaultSectionSize(), 28);
    look::setAppearance({Theme::Dark, Density::Compact});
    QCOMPARE(before.verticalHeader()->defaultSectionSize(), 22);
    QCOMPARE(before.rowHeight(0), 22);
    const PlainTable after(&model);
    QCOMPARE(after.rowHeight(0), 22);
    if (!look::isThemeForced())
        QVERIFY(look::isDark(QGuiApplication::palette()));

    Bench bench;
    in<QRadioButton>(bench.dialog, "compactRowsButton")->click();
    QCOMPARE(bench.appearances.value(0).density, Density::Compact);
    if (!look::isThemeForced()) {
        in<QRadioButton>(bench.dialog, "lightThemeButton")->click();
        QVERIFY((bench.appearances.last() == Appearance{Theme::Light, Density::Compact}));
    }
    QVERIFY(!bench.dialog.isWindowModified());
}

void tst_SettingsSearch::appearanceIsKept()
{
    QTemporaryDir directory;
    QSettings settings(directory.filePath(QStringLiteral("w.ini")), QSettings::IniFormat);
    QVERIFY(look::readAppearance(settings) == Appearance{});
    for (const Theme theme : {Theme::Dark, Theme::Light, Theme::System}) {
        for (const Density density : {Density::Compact, Density::Comfortable}) {
            look::keepAppearance(settings, {theme, density});
            QVERIFY((look::readAppearance(settings) == Appearance{theme, density}));
        }
    }
    settings.setValue(QStringLiteral("window/theme"), QStringLiteral("plaid"));
    QVERIFY(look::readAppearance(settings).theme == Theme::System);
}

void tst_SettingsSearch::theLanguageIsForTheNextStart()
{
    Bench bench;
    auto *combo = in<QComboBox>(bench.dialog, "languageCombo");
    QCOMPARE(combo->itemText(0), QStringLiteral("As the system"));
    QCOMPARE(combo->itemText(2), QStringLiteral("Deutsch"));
    combo->setCurrentIndex(2);
    emit combo->activated(2);
    QCOMPARE(bench.languages, QStringList{QStringLiteral("de")});
    QCOMPARE(lineOf(bench.dialog, "languageLine"), QStringLiteral("Deutsch from the next start on."));
    combo->setCurrentIndex(0);
    emit combo->activated(0);
    QCOMPARE(bench.languages.last(), QString());
}

void tst_SettingsSearch::theEnvironmentDecides()
{
    const Bench bench({{QStringLiteral("en"), QStringLiteral("de")}, QStringLiteral("en"), true});
    QVERIFY(!in<QComboBox>(bench.dialog, "languageCombo")->isEnabled());
    QVERIFY(lineOf(bench.dialog, "languageLine").contains(QStringLiteral("CALLBOARD_LANGUAGE")));
}

void tst_SettingsSearch::savingIsOfferedWhereThereIsSomethingToSave()
{
    Bench bench;
    auto *save = in<QPushButton>(bench.dialog, "saveButton");
    auto *cancel = in<QPushButton>(bench.dialog, "cancelButton");
    QVERIFY(!save->isVisible());
    bench.tabs()->setCurrentIndex(1);
    QVERIFY(save->isVisible());
    QCOMPARE(cancel->text(), QStringLiteral("Close"));
    type(bench.dialog, "smtpHostEdit", QStringLiteral("mail2.example.com"));
    QCOMPARE(cancel->text(), QStringLiteral("Cancel"));
    bench.tabs()->setCurrentIndex(0);
    QVERIFY(save->isVisible()); // what is not saved yet is on another page
}

void tst_SettingsSearch::looksAsDrawn()
{
    Bench bench;
    QVERIFY(QTest::qWaitForWindowExposed(&bench.dialog));
    shoot(bench.dialog, QStringLiteral("settings-general"));
    bench.sought(QStringLiteral("secret"));
    shoot(bench.dialog, QStringLiteral("settings-search"));
    bench.dialog.resize(640, 460);
    bench.search()->clear();
    bench.tabs()->setCurrentIndex(0);
    shoot(bench.dialog, QStringLiteral("settings-general-small"));
    QVERIFY(bench.dialog.width() <= 640);
}

QTEST_MAIN(tst_SettingsSearch)
#include "tst_settingssearch.moc"
