// With the desktop's type at 14 points no word is cut off, on any page and in the dialogs, and no window outgrows the
// screen.
#include "core/store/readthread.h"
#include "tests/access/controlwalk.h"
#include "tests/access/dialogs.h"
#include "tests/access/programdesk.h"
#include "tests/ui/dialogshots.h"
#include "ui/look/look.h"

#include <QApplication>
#include <QTest>

using namespace callboard;

namespace {

constexpr QSize kScreen(1280, 800);

} // namespace

class TestScaling : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QFont font = QApplication::font();
        font.setPointSize(14);
        QApplication::setFont(font);
        look::apply();
        m_reads = std::make_unique<ReadThread>(m_directory.filePath(QStringLiteral("w.db")));
        QVERIFY(m_program.open(kScreen));
    }

    void noWordOfAPageIsCutOff_data()
    {
        QTest::addColumn<int>("page");
        static constexpr const char *kNames[] = {"overview", "deliveries", "targets", "assets", "receiver", "projects"};
        for (int page = 0; page < 6; ++page)
            QTest::newRow(kNames[page]) << page;
    }
    void noWordOfAPageIsCutOff()
    {
        QFETCH(int, page);
        QVERIFY(m_program.show(page));
        shoot(m_program.window(), QStringLiteral("large-page-") + QLatin1String(QTest::currentDataTag()));
        QCOMPARE(m_program.window().size(), kScreen);
        // What is chosen is read on another thread, and its place is made then.
        QTRY_VERIFY2(controls::cutOff(m_program.window()).isEmpty(),
                     qPrintable(QChar(u'\n') + controls::cutOff(m_program.window()).join(u'\n')));
    }

    void noWordOfADialogIsCutOff_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < allDialogs().size(); ++i)
            QTest::newRow(allDialogs()[i].name) << i;
    }
    void noWordOfADialogIsCutOff()
    {
        QFETCH(int, index);
        const auto dialog = allDialogs()[index].make({m_engine, m_platform, *m_reads});
        dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(dialog.get()));
        shoot(*dialog,
              QStringLiteral("large-dialog-") + QString::fromLatin1(allDialogs()[index].name).replace(u' ', u'-'));
        // What stands in a scroll area is laid out once more when its height for its width is known.
        QTRY_VERIFY2(controls::cutOff(*dialog).isEmpty(),
                     qPrintable(QChar(u'\n') + controls::cutOff(*dialog).join(u'\n')));
        QVERIFY2(dialog->width() <= kScreen.width() && dialog->height() <= kScreen.height(),
                 qPrintable(controls::called(dialog.get())));
    }

private:
    QTemporaryDir m_directory;
    FakeEngineClient m_engine;
    FakePlatformClient m_platform;
    std::unique_ptr<ReadThread> m_reads;
    ProgramDesk m_program;
};

QTEST_MAIN(TestScaling)
#include "tst_scaling.moc"
