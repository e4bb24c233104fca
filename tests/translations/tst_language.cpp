// The program in its languages: real widgets with the German catalogue, plural forms, and with a pseudo catalogue that
// shows what is not translatable, what is cut off and what is not mirrored. CALLBOARD_SHOTS=DIR saves pictures.
#include "app/language.h"
#include "core/store/readthread.h"
#include "tests/access/controlwalk.h"
#include "tests/access/dialogs.h"
#include "tests/translations/shownwords.h"
#include "tests/ui/dialogshots.h"
#include "ui/look/look.h"
#include "ui/look/screenfit.h"
#include "ui/shell/shortcutsdialog.h"
#include "ui/targets/together/togetherdialog.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QHash>
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

using namespace callboard;

namespace {

constexpr QSize kSmallScreen(960, 600);

// Each tab in front once.
void forEachTab(QWidget &dialog, const std::function<void(const QString &)> &look)
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
        "|^&?(POST|PUT|GET|English|Deutsch)$|^&?Close$|^Callboard$|^w\\.db: |^CMS ingest, Spark site$"));
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
    using Look = std::function<void(QWidget &dialog, const QString &name)>;
    void forEachDialog(const Look &look);
    void speakPseudo(bool mirrored);
    void findCutOff(const QString &shots);

    QTemporaryDir m_dir;
    std::unique_ptr<ReadThread> m_reads;
    QStringList m_wrong; // as the test found it
    FakeEngineClient m_engine;
    FakePlatformClient m_platform;
};

void TestLanguage::initTestCase()
{
    look::apply();
    QVERIFY(m_dir.isValid());
    m_reads = std::make_unique<ReadThread>(m_dir.filePath(QStringLiteral("w.db")));
}

void TestLanguage::cleanup()
{
    m_wrong.clear();
    qDeleteAll(qApp->findChildren<QTranslator *>(QString(), Qt::FindDirectChildrenOnly));
    QLocale::setDefault(QLocale::system());
    qunsetenv("CALLBOARD_LANGUAGE");
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::LeftToRight);
}

// One after the other, as large as it makes itself.
void TestLanguage::forEachDialog(const Look &look)
{
    for (const DialogMaker &maker : allDialogs()) {
        const auto dialog = maker.make({m_engine, m_platform, *m_reads});
        dialog->show();
        QVERIFY2(QTest::qWaitForWindowExposed(dialog.get()), maker.name);
        QCoreApplication::sendPostedEvents(); // a form that was opened before it was shown takes its height
        look(*dialog, QLatin1String(maker.name));
    }
}

void TestLanguage::speakPseudo(bool mirrored)
{
    const QString file = m_dir.filePath(mirrored ? QStringLiteral("rtl.qm") : QStringLiteral("ltr.qm"));
    QStringList arguments{QStringLiteral(CALLBOARD_SOURCE_DIR "/tests/translations/pseudo.py"), file};
    if (mirrored)
        arguments.append(QStringLiteral("--rtl"));
    QCOMPARE(QProcess::execute(QStringLiteral("python3"), arguments), 0);
    speak(*qApp, file);
    QVERIFY(ShortcutsDialog().windowTitle() != QLatin1String("Shortcuts"));
}

void TestLanguage::findCutOff(const QString &shots)
{
    forEachDialog([&](QWidget &dialog, const QString &) {
        forEachTab(dialog, [&](const QString &name) {
            shoot(dialog, shots + name);
            m_wrong += named(name, controls::cutOff(dialog));
        });
    });
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
    const QHash<QString, QString> titles{
        {QStringLiteral("new target"), QStringLiteral("Neues Ziel[*]")},
        {QStringLiteral("target"), QStringLiteral("Ziel „CMS ingest“[*]")},
        {QStringLiteral("target signing"), QStringLiteral("Ziel „CMS ingest“[*]")},
        {QStringLiteral("target access"), QStringLiteral("Ziel „CMS ingest“[*]")},
        {QStringLiteral("passphrase"), QStringLiteral("Passphrase")},
        {QStringLiteral("targets together"), QStringLiteral("2 Ziele gemeinsam bearbeiten[*]")},
        {QStringLiteral("import"), QStringLiteral("Ziele importieren")},
        {QStringLiteral("settings"), QStringLiteral("Einstellungen[*]")},
        {QStringLiteral("fire event"), QStringLiteral("Ereignis auslösen")},
        {QStringLiteral("explain"), QStringLiteral("Wer aufgerufen wurde, und warum")},
        {QStringLiteral("project"), QStringLiteral("Projekteinstellungen von „Fan site“[*]")},
        {QStringLiteral("assign"), QStringLiteral("Encoder-Meldungen, die zu keinem Asset passen")},
        {QStringLiteral("dates"), QStringLiteral("Zeitraum")},
        {QStringLiteral("compare"), QStringLiteral("Vergleichen")},
        {QStringLiteral("resend"), QStringLiteral("Zustellung 4711 noch einmal senden")},
        {QStringLiteral("closing"), QStringLiteral("Fenster schließen")},
        {QStringLiteral("about"), QStringLiteral("Über Callboard")},
        {QStringLiteral("shortcuts"), QStringLiteral("Tastenkürzel")},
        {QStringLiteral("palette"), QStringLiteral("Befehle")},
        {QStringLiteral("start failure"), QStringLiteral("Callboard")},
        {QStringLiteral("manual"), QStringLiteral("Handbuch")}};
    forEachDialog([&titles](const QWidget &dialog, const QString &name) {
        QVERIFY2(titles.contains(name), qPrintable(name));
        QCOMPARE(dialog.windowTitle(), titles.value(name));
    });
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
    findCutOff(QStringLiteral("de-"));
    QVERIFY2(m_wrong.isEmpty(), qPrintable(m_wrong.join(u'\n')));
}

void TestLanguage::germanDialogsFitASmallScreen()
{
    speak(*qApp, QStringLiteral("de"));
    forEachDialog([this](QWidget &dialog, const QString &name) {
        dialog.resize(kSmallScreen - look::kWindowFrame);
        if (dialog.width() > kSmallScreen.width() || dialog.height() > kSmallScreen.height())
            m_wrong.append(QStringLiteral("%1: %2 × %3").arg(name).arg(dialog.width()).arg(dialog.height()));
    });
    QVERIFY2(m_wrong.isEmpty(), qPrintable(m_wrong.join(u'\n')));
}

void TestLanguage::germanMnemonicsOfADialogAreItsOwn()
{
    speak(*qApp, QStringLiteral("de"));
    forEachDialog([this](QWidget &dialog, const QString &) {
        forEachTab(dialog, [&](const QString &name) { m_wrong += named(name, sharedMnemonics(dialog)); });
    });
    QVERIFY2(m_wrong.isEmpty(), qPrintable(m_wrong.join(u'\n')));
}

void TestLanguage::everySentenceIsTranslatable()
{
    speakPseudo(false);
    forEachDialog([this](const QWidget &dialog, const QString &name) {
        for (const QString &word : shownWords(dialog)) {
            if (!word.contains(u'[') && !isPlain(word))
                m_wrong += named(name, {word});
        }
    });
    QVERIFY2(m_wrong.isEmpty(), qPrintable(m_wrong.join(u'\n')));
}

void TestLanguage::longWordsHaveRoom()
{
    speakPseudo(false);
    findCutOff(QStringLiteral("pseudo-"));
    QVERIFY2(m_wrong.isEmpty(), qPrintable(m_wrong.join(u'\n')));
}

void TestLanguage::aMirroredWindowKeepsPayloadsAndAddressesAsTheyAre()
{
    speakPseudo(true);
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::RightToLeft);
    forEachDialog([](QWidget &dialog, const QString &) {
        forEachTab(dialog, [&](const QString &name) { shoot(dialog, QStringLiteral("rtl-") + name); });
        QCOMPARE(dialog.layoutDirection(), Qt::RightToLeft);
        for (const auto &name : {QStringLiteral("payloadEditor"), QStringLiteral("urlEdit"),
                                 QStringLiteral("importTextEdit"), QStringLiteral("mediaCallbackUrlEdit")}) {
            for (const auto *view : dialog.findChildren<QWidget *>(name))
                QCOMPARE(view->layoutDirection(), Qt::LeftToRight);
        }
    });
}

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
