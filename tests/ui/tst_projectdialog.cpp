#include "tests/ui/dialogprobe.h"
#include "tests/ui/dialogshots.h"
#include "tests/ui/fakeplatformclient.h"
#include "tests/ui/sampleproject.h"
#include "ui/look/look.h"
#include "ui/projects/projectdialog.h"

#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>

using namespace callboard;
using Mood = FieldLine::Mood;

class tst_ProjectDialog : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }

    void theMediaCallbackUrlIsTheBottomField();
    void aProjectIsFilledInByKeyboardAndSaved();
    void theLineSaysWhatSavingDoes();
    void saveSaysThatItRemoves();
    void saveSaysWhyItIsClosed();
    void anIdIsTakenOnce();
    void theIdOfAProjectStays();
    void anUnknownZoneIsNamed();
    void aFailureStaysInTheDialog();
    void unsavedChangesAreAskedAbout();
    void looksAsDrawn();
};

void tst_ProjectDialog::theMediaCallbackUrlIsTheBottomField()
{
    FakePlatformClient platform;
    ProjectDialog dialog(platform, rowWithTarget(), {});
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    const auto top = [&dialog](const QWidget *field) { return field->mapTo(&dialog, QPoint()).y(); };
    const int url = top(in<QLineEdit>(dialog, "mediaCallbackUrlEdit"));
    for (const QLineEdit *field : dialog.findChildren<QLineEdit *>())
        QVERIFY2(top(field) <= url, qPrintable(field->objectName()));
    QVERIFY(top(in<FieldLine>(dialog, "consequenceLine")) > url);
}

void tst_ProjectDialog::aProjectIsFilledInByKeyboardAndSaved()
{
    FakePlatformClient platform;
    ProjectDialog dialog(platform, {}, {});
    QSignalSpy saved(&dialog, &ProjectDialog::saved);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTest::keyClicks(dialog.focusWidget(), QStringLiteral("Fan site"));
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(dialog.focusWidget(), QStringLiteral("16"));
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
    QVERIFY(in<QComboBox>(dialog, "projectZoneCombo")->hasFocus()
            || in<QLineEdit>(dialog, "projectZoneEdit")->hasFocus());
    in<QComboBox>(dialog, "projectZoneCombo")->setCurrentText(QStringLiteral("America/Toronto"));
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
    QVERIFY(in<QLineEdit>(dialog, "mediaCallbackUrlEdit")->hasFocus());
    QTest::keyClicks(dialog.focusWidget(), QStringLiteral("https://example.org/yourcallback.py"));
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(saved.count(), 1);
    const Project project = platform.projectsSaved.value(0);
    QCOMPARE(project.name, QStringLiteral("Fan site"));
    QCOMPARE(project.id, QStringLiteral("16"));
    QCOMPARE(project.zone, QStringLiteral("America/Toronto"));
    QCOMPARE(project.mediaCallbackUrl, QStringLiteral("https://example.org/yourcallback.py"));
    QVERIFY(!dialog.isVisible());
}

void tst_ProjectDialog::theLineSaysWhatSavingDoes()
{
    using words::consequence;
    const ProjectRow silent{project(QStringLiteral("7"), {}), std::nullopt};
    QVERIFY(consequence(silent, {}).sentence.contains(QStringLiteral("no callbacks")));
    const QString makes = consequence(silent, QStringLiteral("https://a.example/")).sentence;
    for (const char *part : {"POST", "XML", "four events", "60 s"})
        QVERIFY2(makes.contains(QLatin1String(part)), part);
    const ProjectRow row = rowWithTarget(3);
    QVERIFY(consequence(row, QStringLiteral("https://b.example/"))
                .sentence.startsWith(QStringLiteral("Changes the address of target “Fan site (media callback)”")));
    const auto removal = consequence(row, {});
    QCOMPARE(removal.sentence,
             QStringLiteral("Removes target “Fan site (media callback)”: 3 open deliveries are cancelled."));
    QVERIFY(removal.mood == Mood::Warning);
    QVERIFY(!consequence(row, row.project.mediaCallbackUrl).removesTarget);
}

void tst_ProjectDialog::saveSaysThatItRemoves()
{
    FakePlatformClient platform;
    ProjectDialog dialog(platform, rowWithTarget(3), {});
    dialog.show();
    auto *save = in<QPushButton>(dialog, "saveButton");
    QCOMPARE(save->accessibleName(), QStringLiteral("Save"));
    type(dialog, "mediaCallbackUrlEdit", {});
    QCOMPARE(save->accessibleName(), QStringLiteral("Save and remove target"));
    QCOMPARE(in<FieldLine>(dialog, "consequenceLine")->mood(), Mood::Warning);
    shoot(dialog, QStringLiteral("project-removes"));
    click(dialog, "saveButton");
    QTRY_COMPARE(platform.projectsSaved.size(), 1);
    QVERIFY(platform.projectsSaved.first().mediaCallbackUrl.isEmpty());
}

void tst_ProjectDialog::saveSaysWhyItIsClosed()
{
    FakePlatformClient platform;
    ProjectDialog dialog(platform, {}, {});
    auto *save = in<QPushButton>(dialog, "saveButton");
    QVERIFY(!save->isEnabled());
    QVERIFY(save->toolTip().contains(QStringLiteral("id")));
    QVERIFY(in<FieldLine>(dialog, "projectIdLine")->mood() != Mood::Problem); // untouched
    type(dialog, "projectIdEdit", QStringLiteral("16"));
    QVERIFY(save->isEnabled());
    type(dialog, "mediaCallbackUrlEdit", QStringLiteral("ftp://example.org/"));
    QVERIFY(!save->isEnabled());
    QCOMPARE(in<FieldLine>(dialog, "mediaCallbackUrlLine")->mood(), Mood::Problem);
    QVERIFY(lineOf(dialog, "consequenceLine").isEmpty());
    type(dialog, "mediaCallbackUrlEdit", QStringLiteral("https://example.org/"));
    QVERIFY(save->isEnabled());
}

void tst_ProjectDialog::anIdIsTakenOnce()
{
    FakePlatformClient platform;
    ProjectDialog dialog(platform, {}, {QStringLiteral("16")});
    type(dialog, "projectIdEdit", QStringLiteral("16"));
    QVERIFY(lineOf(dialog, "projectIdLine").contains(QStringLiteral("already")));
    QVERIFY(!in<QPushButton>(dialog, "saveButton")->isEnabled());
    type(dialog, "projectIdEdit", QStringLiteral("17"));
    QVERIFY(in<QPushButton>(dialog, "saveButton")->isEnabled());
}

void tst_ProjectDialog::theIdOfAProjectStays()
{
    FakePlatformClient platform;
    ProjectDialog dialog(platform, rowWithTarget(), {QStringLiteral("16")});
    QVERIFY(in<QLineEdit>(dialog, "projectIdEdit")->isReadOnly());
    QVERIFY(in<QPushButton>(dialog, "saveButton")->isEnabled());
}

void tst_ProjectDialog::anUnknownZoneIsNamed()
{
    FakePlatformClient platform;
    ProjectDialog dialog(platform, rowWithTarget(), {});
    in<QComboBox>(dialog, "projectZoneCombo")->setEditText(QStringLiteral("Canada/Nowhere"));
    QVERIFY(lineOf(dialog, "projectZoneLine").contains(QStringLiteral("Canada/Nowhere")));
    QVERIFY(!in<QPushButton>(dialog, "saveButton")->isEnabled());
    in<QComboBox>(dialog, "projectZoneCombo")->setEditText({});
    QVERIFY(in<QPushButton>(dialog, "saveButton")->isEnabled());
    QVERIFY(in<QComboBox>(dialog, "projectZoneCombo")->findText(QStringLiteral("America/Toronto")) > 0);
}

void tst_ProjectDialog::aFailureStaysInTheDialog()
{
    FakePlatformClient platform;
    platform.refusal.emplace(Error{ErrorCode::NameTaken, QStringLiteral("Fan site (media callback)")});
    ProjectDialog dialog(platform, rowWithTarget(), {});
    dialog.show();
    type(dialog, "projectNameEdit", QStringLiteral("Fans"));
    click(dialog, "saveButton");
    QTRY_COMPARE(in<FieldLine>(dialog, "saveLine")->mood(), Mood::Problem);
    QVERIFY(dialog.isVisible());
    platform.refusal.reset();
    click(dialog, "saveButton");
    QTRY_VERIFY(!dialog.isVisible());
}

void tst_ProjectDialog::unsavedChangesAreAskedAbout()
{
    FakePlatformClient platform;
    ProjectDialog dialog(platform, rowWithTarget(), {});
    dialog.show();
    QVERIFY(!dialog.isWindowModified());
    type(dialog, "projectNameEdit", QStringLiteral("Fans"));
    QVERIFY(dialog.isWindowModified());
    dialog.reject();
    QVERIFY(in<QWidget>(dialog, "discardBar")->isVisible());
    click(dialog, "discardButton");
    QVERIFY(!dialog.isVisible());
    QVERIFY(platform.projectsSaved.isEmpty());
}

void tst_ProjectDialog::looksAsDrawn()
{
    FakePlatformClient platform;
    ProjectDialog edit(platform, rowWithTarget(3), {});
    edit.show();
    QVERIFY(QTest::qWaitForWindowExposed(&edit));
    type(edit, "mediaCallbackUrlEdit", QStringLiteral("http://site.example/cb"));
    shoot(edit, QStringLiteral("project-settings"));
    QVERIFY(edit.width() < 960);
    ProjectDialog fresh(platform, {}, {});
    fresh.show();
    QVERIFY(QTest::qWaitForWindowExposed(&fresh));
    type(fresh, "mediaCallbackUrlEdit", QStringLiteral("https://example.org/yourcallback.py"));
    shoot(fresh, QStringLiteral("project-new"));
    QVERIFY(in<FieldLine>(fresh, "consequenceLine")->isVisible());
}

QTEST_MAIN(tst_ProjectDialog)
#include "tst_projectdialog.moc"
