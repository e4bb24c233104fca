// The program in its languages: real widgets with the German catalogue, plural forms, and with a pseudo catalogue that
// shows what is not translatable, what is cut off and what is not mirrored. CALLBOARD_SHOTS=DIR saves pictures.
#include "app/language.h"
#include "tests/translations/shownwords.h"
#include "tests/ui/dialogshots.h"
#include "tests/ui/fakeengineclient.h"
#include "tests/ui/fakeplatformclient.h"
#include "tests/ui/samplesettings.h"
#include "ui/deliveries/list/daterange.h"
#include "ui/events/fireeventdialog.h"
#include "ui/look/look.h"
#include "ui/look/screenfit.h"
#include "ui/projects/projectdialog.h"
#include "ui/settings/settingsdialog.h"
#include "ui/shell/aboutdialog.h"
#include "ui/shell/closing/closingdialog.h"
#include "ui/shell/shortcutsdialog.h"
#include "ui/targets/importdialog.h"
#include "ui/targets/targetdialog.h"
#include "ui/targets/together/togetherdialog.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QLocale>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include <functional>
#include <memory>
#include <vector>

using namespace callboard;

namespace {

constexpr QSize kSmallScreen(960, 600);

using Dialogs = std::vector<std::unique_ptr<QDialog>>;

CallbackTarget targetNamed(qint64 id, const QString &name)
{
    CallbackTarget target;
    target.id = {id};
    target.name = name;
    target.url = QStringLiteral("https://callback.example/ingest");
    return target;
}

// Each tab in front once.
void forEachTab(QDialog &dialog, const std::function<void(const QString &)> &look)
{
    const auto all = dialog.findChildren<QTabWidget *>();
    const auto *own = all.isEmpty() ? nullptr : all.first();
    if (!own)
        return look(dialog.objectName());
    for (int tab = 0; tab < own->count(); ++tab) {
        all.first()->setCurrentIndex(tab);
        look(dialog.objectName() + QLatin1Char('-') + QString::number(tab));
    }
}

QStringList named(const QString &dialog, QStringList what)
{
    return what.replaceInStrings(QRegularExpression(QStringLiteral("^")), dialog + QStringLiteral(": "));
}

// What is the same in every language: names of the trade, versions, numbers, what was entered. Close is a word of Qt's,
// which the pseudo catalogue has not.
bool isPlain(const QString &word)
{
    static const QRegularExpression plain(QStringLiteral(
        "^[\\W\\d_]*$|^(Qt|QScintilla|QCustomPlot|QtKeychain|SQLite|lib\\w+|Boost|simdjson|CLI11|expected)$"
        "|^&?(POST|PUT|GET|English|Deutsch)$|^&?Close$"));
    return plain.match(word).hasMatch();
}

} // namespace

class TestLanguage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();

    void theEnvironmentDecidesBeforeTheSettings();
    void anUnknownLanguageIsEnglish();
    void englishHasSingularAndPlural();
    void germanHasSingularAndPlural();
    void numbersFollowALanguageThatWasAskedFor();
    void germanWindowsSpeakGerman();
    void qtsOwnButtonsSpeakGerman();
    void germanHasRoom();
    void germanDialogsFitASmallScreen();
    void germanMnemonicsOfADialogAreItsOwn();
    void everySentenceIsTranslatable();
    void longWordsHaveRoom();
    void aMirroredWindowKeepsPayloadsAndAddressesAsTheyAre();

private:
    Dialogs open();
    QString pseudo(bool mirrored);

    QTemporaryDir m_dir;
    QStringList m_wrong; // as the test found it
    FakeEngineClient m_engine;
    FakePlatformClient m_platform;
};

void TestLanguage::initTestCase()
{
    look::apply();
    QVERIFY(m_dir.isValid());
}

void TestLanguage::cleanup()
{
    m_wrong.clear();
    qDeleteAll(qApp->findChildren<QTranslator *>(QString(), Qt::FindDirectChildrenOnly));
    QLocale::setDefault(QLocale::system());
    qunsetenv("CALLBOARD_LANGUAGE");
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::LeftToRight);
}

// Every dialog that can be shown without a workspace.
Dialogs TestLanguage::open()
{
    const QList<CallbackTarget> targets{targetNamed(1, QStringLiteral("4711")), targetNamed(2, QStringLiteral("4712"))};
    Dialogs all;
    all.push_back(std::make_unique<AboutDialog>());
    all.push_back(std::make_unique<ShortcutsDialog>());
    all.push_back(std::make_unique<SettingsDialog>(m_platform, filled()));
    all.push_back(std::make_unique<TargetDialog>(m_engine, targets.first()));
    all.push_back(std::make_unique<TogetherDialog>(m_engine, targets));
    all.push_back(std::make_unique<ImportDialog>(m_engine));
    all.push_back(std::make_unique<ProjectDialog>(m_platform, ProjectRow{}, QStringList{}));
    all.push_back(std::make_unique<FireEventDialog>(m_engine, targets));
    all.push_back(std::make_unique<DateRangeDialog>(DateRange{}));
    all.push_back(std::make_unique<ClosingDialog>(ClosingFacts{true, true, 3, {}}, true, nullptr));
    for (const auto &dialog : all) {
        dialog->show();
        if (!QTest::qWaitForWindowExposed(dialog.get()))
            return {};
        dialog->resize(
            dialog->size().expandedTo(kSmallScreen - look::kWindowFrame)); // Qt's offscreen screen is smaller
    }
    return all;
}

QString TestLanguage::pseudo(bool mirrored)
{
    QString file = m_dir.filePath(mirrored ? QStringLiteral("rtl.qm") : QStringLiteral("ltr.qm"));
    QStringList arguments{QStringLiteral(CALLBOARD_SOURCE_DIR "/tests/translations/pseudo.py"), file};
    if (mirrored)
        arguments.append(QStringLiteral("--rtl"));
    return QProcess::execute(QStringLiteral("python3"), arguments) == 0 ? file : QString();
}

void TestLanguage::theEnvironmentDecidesBeforeTheSettings()
{
    QSettings settings(m_dir.filePath(QStringLiteral("a.ini")), QSettings::IniFormat);
    QCOMPARE(wantedLanguage(settings), QString());
    settings.setValue(QLatin1String(kLanguageKey), QStringLiteral("de"));
    QCOMPARE(wantedLanguage(settings), QStringLiteral("de"));
    qputenv("CALLBOARD_LANGUAGE", "en");
    QCOMPARE(wantedLanguage(settings), QStringLiteral("en"));
}

void TestLanguage::anUnknownLanguageIsEnglish()
{
    for (const QString &none : {QStringLiteral("tlh"), QStringLiteral("/nowhere/none.qm"), QString()}) {
        speak(*qApp, none);
        QCOMPARE(ShortcutsDialog().windowTitle(), QStringLiteral("Shortcuts"));
        QCOMPARE(TogetherDialog::tr("&Save %n targets", nullptr, 1), QStringLiteral("&Save 1 target"));
        qDeleteAll(qApp->findChildren<QTranslator *>(QString(), Qt::FindDirectChildrenOnly));
    }
}

void TestLanguage::englishHasSingularAndPlural()
{
    speak(*qApp, QStringLiteral("en"));
    QCOMPARE(TogetherDialog::tr("&Save %n targets", nullptr, 1), QStringLiteral("&Save 1 target"));
    QCOMPARE(TogetherDialog::tr("&Save %n targets", nullptr, 2), QStringLiteral("&Save 2 targets"));
}

void TestLanguage::germanHasSingularAndPlural()
{
    speak(*qApp, QStringLiteral("de"));
    QCOMPARE(TogetherDialog::tr("&Save %n targets", nullptr, 1), QStringLiteral("1 Ziel &speichern"));
    QCOMPARE(TogetherDialog::tr("&Save %n targets", nullptr, 2), QStringLiteral("2 Ziele &speichern"));
}

void TestLanguage::numbersFollowALanguageThatWasAskedFor()
{
    speak(*qApp, QStringLiteral("de"));
    QCOMPARE(QLocale().toString(1234.5, 'f', 1), QStringLiteral("1.234,5"));
    speak(*qApp, QStringLiteral("en"));
    QCOMPARE(QLocale().toString(1234.5, 'f', 1), QStringLiteral("1,234.5"));
}

void TestLanguage::germanWindowsSpeakGerman()
{
    speak(*qApp, QStringLiteral("de"));
    const Dialogs all = open();
    QVERIFY(!all.empty());
    const QStringList titles{QStringLiteral("Über Callboard"),
                             QStringLiteral("Tastenkürzel"),
                             QStringLiteral("Einstellungen[*]"),
                             QStringLiteral("Ziel „4711“[*]"),
                             QStringLiteral("2 Ziele gemeinsam bearbeiten[*]"),
                             QStringLiteral("Ziele importieren"),
                             QStringLiteral("Neues Projekt[*]"),
                             QStringLiteral("Ereignis auslösen"),
                             QStringLiteral("Zeitraum"),
                             QStringLiteral("Fenster schließen")};
    for (size_t place = 0; place < all.size(); ++place)
        QCOMPARE(all[place]->windowTitle(), titles.value(qsizetype(place)));
    for (const auto &dialog : all)
        forEachTab(*dialog, [&](const QString &name) { shoot(*dialog, QStringLiteral("de-") + name); });
}

void TestLanguage::qtsOwnButtonsSpeakGerman()
{
    speak(*qApp, QStringLiteral("de"));
    const QDialogButtonBox box(QDialogButtonBox::Cancel);
    QCOMPARE(box.button(QDialogButtonBox::Cancel)->text().remove(u'&'), QStringLiteral("Abbrechen"));
}

void TestLanguage::germanHasRoom()
{
    speak(*qApp, QStringLiteral("de"));
    for (const auto &dialog : open())
        forEachTab(*dialog, [&](const QString &name) { m_wrong += named(name, cutOff(*dialog)); });
    QVERIFY2(m_wrong.isEmpty(), qPrintable(m_wrong.join(u'\n')));
}

void TestLanguage::germanDialogsFitASmallScreen()
{
    speak(*qApp, QStringLiteral("de"));
    for (const auto &dialog : open()) {
        if (const int width = qMax(dialog->width(), dialog->minimumSizeHint().width()); width > kSmallScreen.width())
            m_wrong.append(QStringLiteral("%1: %2").arg(dialog->objectName()).arg(width));
    }
    QVERIFY2(m_wrong.isEmpty(), qPrintable(m_wrong.join(u'\n')));
}

void TestLanguage::germanMnemonicsOfADialogAreItsOwn()
{
    speak(*qApp, QStringLiteral("de"));
    for (const auto &dialog : open())
        forEachTab(*dialog, [&](const QString &name) { m_wrong += named(name, sharedMnemonics(*dialog)); });
    QVERIFY2(m_wrong.isEmpty(), qPrintable(m_wrong.join(u'\n')));
}

void TestLanguage::everySentenceIsTranslatable()
{
    speak(*qApp, pseudo(false));
    QStringList missed;
    for (const auto &dialog : open()) {
        for (const QString &word : shownWords(*dialog)) {
            if (!word.contains(u'[') && !isPlain(word))
                missed.append(dialog->objectName() + QStringLiteral(": ") + word);
        }
    }
    QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u'\n')));
}

void TestLanguage::longWordsHaveRoom()
{
    speak(*qApp, pseudo(false));
    for (const auto &dialog : open()) {
        forEachTab(*dialog, [&](const QString &name) {
            shoot(*dialog, QStringLiteral("pseudo-") + name);
            m_wrong += named(name, cutOff(*dialog));
        });
    }
    QVERIFY2(m_wrong.isEmpty(), qPrintable(m_wrong.join(u'\n')));
}

void TestLanguage::aMirroredWindowKeepsPayloadsAndAddressesAsTheyAre()
{
    speak(*qApp, pseudo(true));
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::RightToLeft);
    for (const auto &dialog : open()) {
        forEachTab(*dialog, [&](const QString &name) { shoot(*dialog, QStringLiteral("rtl-") + name); });
        QCOMPARE(dialog->layoutDirection(), Qt::RightToLeft);
        for (const auto &name : {QStringLiteral("payloadEditor"), QStringLiteral("urlEdit"),
                                 QStringLiteral("importTextEdit"), QStringLiteral("mediaCallbackUrlEdit")}) {
            for (const auto *view : dialog->findChildren<QWidget *>(name))
                QCOMPARE(view->layoutDirection(), Qt::LeftToRight);
        }
    }
}

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
