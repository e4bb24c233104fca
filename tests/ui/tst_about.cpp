// The about dialog: version, libraries with their licences, and the licence's whole text; and the sheet of shortcuts.
#include "tests/ui/dialogshots.h"
#include "ui/look/look.h"
#include "ui/shell/aboutdialog.h"
#include "ui/shell/libraries.h"
#include "ui/shell/shortcutsdialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTabWidget>
#include <QTest>

using namespace callboard;

class TestAbout : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }

    void everyLibraryStatesItsLicence();
    void theWholeLicenceIsThere();
    void versionsAreCopied();
    void theShortcutsFitASmallScreen();
};

void TestAbout::everyLibraryStatesItsLicence()
{
    const QList<Library> all = libraries();
    QVERIFY(all.size() >= 10);
    for (const Library &library : all) {
        QVERIFY2(!library.licence.isEmpty() && !library.what.isEmpty(), qPrintable(library.name));
        // CMake found one for each that has one: a number, not an empty variable.
        QVERIFY2(library.name == QStringLiteral("expected") || library.version.at(0).isDigit(),
                 qPrintable(library.name + QLatin1Char(' ') + library.version));
    }
    AboutDialog dialog;
    const auto *table = dialog.findChild<QTableWidget *>(QStringLiteral("librariesTable"));
    QCOMPARE(table->rowCount(), int(all.size()));
    QCOMPARE(table->item(0, 1)->text(), QString::fromLatin1(qVersion()));
}

void TestAbout::theWholeLicenceIsThere()
{
    AboutDialog dialog;
    const QString text = dialog.findChild<QPlainTextEdit *>(QStringLiteral("licenceEdit"))->toPlainText();
    QVERIFY(text.contains(QStringLiteral("GNU GENERAL PUBLIC LICENSE")));
    QVERIFY(text.contains(QStringLiteral("Version 3, 29 June 2007")));
    QVERIFY(text.contains(QStringLiteral("END OF TERMS AND CONDITIONS")));
}

void TestAbout::versionsAreCopied()
{
    AboutDialog dialog;
    dialog.show();
    auto *tabs = dialog.findChild<QTabWidget *>(QStringLiteral("aboutTabs"));
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        shoot(dialog, QStringLiteral("about-%1").arg(tab));
    }
    QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("copyVersionsButton")), Qt::LeftButton);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.startsWith(QStringLiteral("Callboard ")));
    QVERIFY(copied.contains(QStringLiteral("\nSQLite 3.")));
}

void TestAbout::theShortcutsFitASmallScreen()
{
    ShortcutsDialog sheet;
    sheet.show();
    shoot(sheet, QStringLiteral("shortcuts"));
    QVERIFY2(sheet.width() <= 940 && sheet.height() <= 560,
             qPrintable(QStringLiteral("%1 × %2").arg(sheet.width()).arg(sheet.height())));
}

QTEST_MAIN(TestAbout)
#include "tst_about.moc"
