#include "tests/ui/dialogprobe.h"
#include "tests/ui/dialogshots.h"
#include "tests/ui/fakeengineclient.h"
#include "ui/look/look.h"
#include "ui/targets/importdialog.h"
#include "ui/targets/importmodel.h"
#include "ui/targets/repairmodel.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

using namespace callboard;

namespace {

// The publish request of LightFlow's document, with the faults it is printed with.
QString printedRequest()
{
    QFile file(QStringLiteral(CALLBOARD_SOURCE_DIR "/resources/samples/lightflow-publish-request.curl.txt"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class tst_TargetImport : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }

    void thePrintedRequestShowsItsRepairsBeforeAnythingIsSaved();
    void aRepairIsFoundInTheText();
    void savingHandsOverWhatIsTicked();
    void refusedTargetsStayWithTheReason();
    void textThatCannotBeReadSaysWhere();
    void aFileIsOpened();
};

void tst_TargetImport::thePrintedRequestShowsItsRepairsBeforeAnythingIsSaved()
{
    FakeEngineClient engine;
    ImportDialog dialog(engine);
    auto *targets = in<QTableView>(dialog, "importTargetTable");
    auto *repairs = in<QTableView>(dialog, "repairTable");
    QAbstractItemModelTester targetTester(targets->model());
    QAbstractItemModelTester repairTester(repairs->model());
    dialog.show();
    QVERIFY(!in<QPushButton>(dialog, "saveButton")->isEnabled());
    dialog.setText(printedRequest());

    QCOMPARE(targets->model()->rowCount(), 1);
    QVERIFY(targets->model()
                ->index(0, ImportModel::UrlColumn)
                .data()
                .toString()
                .contains(QStringLiteral("https://callback.epiclabs/ingest")));
    QStringList mended;
    for (int row = 0; row < repairs->model()->rowCount(); ++row)
        mended.append(repairs->model()->index(row, RepairModel::WhatColumn).data().toString());
    QVERIFY2(mended.join(u'|').contains(QStringLiteral("comma")), qPrintable(mended.join(u'|')));
    QVERIFY2(mended.contains(QStringLiteral("stray backslash")), qPrintable(mended.join(u'|')));
    for (int row = 0; row < repairs->model()->rowCount(); ++row) {
        QVERIFY(repairs->model()->index(row, RepairModel::LineColumn).data().toInt() > 0);
        QVERIFY(repairs->model()->index(row, RepairModel::PositionColumn).data().toInt() > 0);
        QVERIFY(!repairs->model()->index(row, RepairModel::WhatColumn).data().toString().isEmpty());
        QVERIFY(!repairs->model()->index(row, RepairModel::HowColumn).data().toString().isEmpty());
    }
    QVERIFY(in<FieldLine>(dialog, "importWarningLine")->sentence().contains(QStringLiteral("JWT TOKEN")));
    QVERIFY(engine.saved.isEmpty());
    QVERIFY(in<QPushButton>(dialog, "saveButton")->isEnabled());
    shoot(dialog, QStringLiteral("import"));
}

void tst_TargetImport::aRepairIsFoundInTheText()
{
    FakeEngineClient engine;
    ImportDialog dialog(engine);
    dialog.setText(printedRequest());
    auto *repairs = in<QTableView>(dialog, "repairTable");
    const int last = repairs->model()->rowCount() - 1;
    QVERIFY(last >= 0);
    repairs->setCurrentIndex(repairs->model()->index(last, 0));
    const int line = repairs->model()->index(last, RepairModel::LineColumn).data().toInt();
    QCOMPARE(in<QPlainTextEdit>(dialog, "importTextEdit")->textCursor().blockNumber() + 1, line);
}

void tst_TargetImport::savingHandsOverWhatIsTicked()
{
    FakeEngineClient engine;
    ImportDialog dialog(engine);
    QSignalSpy imported(&dialog, &ImportDialog::imported);
    dialog.show();
    dialog.setText(QStringLiteral("[{\"url\":\"https://one.example/a\"},{\"url\":\"https://two.example/b\"}]"));
    QAbstractItemModel *model = in<QTableView>(dialog, "importTargetTable")->model();
    QCOMPARE(model->rowCount(), 2);
    QVERIFY(model->setData(model->index(0, ImportModel::NameColumn), Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(model->setData(model->index(1, ImportModel::NameColumn), QStringLiteral("Second"), Qt::EditRole));
    QTest::mouseClick(in<QPushButton>(dialog, "saveButton"), Qt::LeftButton);
    QTRY_COMPARE(imported.count(), 1);
    QCOMPARE(engine.saved.size(), 1);
    QCOMPARE(engine.saved.first().name, QStringLiteral("Second"));
    QCOMPARE(engine.saved.first().url, QStringLiteral("https://two.example/b"));
    QCOMPARE(model->index(1, ImportModel::ResultColumn).data().toString(), QStringLiteral("saved"));
    QVERIFY(!in<QPushButton>(dialog, "saveButton")->isEnabled());
}

void tst_TargetImport::refusedTargetsStayWithTheReason()
{
    FakeEngineClient engine;
    engine.refusal = Error{ErrorCode::NameTaken, QStringLiteral("one.example")};
    ImportDialog dialog(engine);
    dialog.show();
    dialog.setText(QStringLiteral("[{\"url\":\"https://one.example/a\"}]"));
    QAbstractItemModel *model = in<QTableView>(dialog, "importTargetTable")->model();
    const QModelIndex result = model->index(0, ImportModel::ResultColumn);
    QTest::mouseClick(in<QPushButton>(dialog, "saveButton"), Qt::LeftButton);
    QTRY_VERIFY(result.data().toString().contains(QStringLiteral("Another target has this name")));
    engine.refusal.reset();
    QVERIFY(model->setData(model->index(0, ImportModel::NameColumn), QStringLiteral("Other"), Qt::EditRole));
    QTest::mouseClick(in<QPushButton>(dialog, "saveButton"), Qt::LeftButton);
    QTRY_COMPARE(model->index(0, ImportModel::ResultColumn).data().toString(), QStringLiteral("saved"));
}

void tst_TargetImport::textThatCannotBeReadSaysWhere()
{
    FakeEngineClient engine;
    ImportDialog dialog(engine);
    in<QPlainTextEdit>(dialog, "importTextEdit")->setPlainText(QStringLiteral("this is no callback"));
    QTRY_COMPARE(in<FieldLine>(dialog, "importTextLine")->mood(), FieldLine::Mood::Problem);
    QVERIFY(!in<QPushButton>(dialog, "saveButton")->isEnabled());
}

void tst_TargetImport::aFileIsOpened()
{
    FakeEngineClient engine;
    ImportDialog dialog(engine);
    dialog.openFile(QStringLiteral("/no/such/file"));
    QVERIFY(in<FieldLine>(dialog, "importTextLine")->sentence().contains(QStringLiteral("/no/such/file")));

    QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("callbacks.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[{\"url\":\"mailto:someone@example.com\"}]");
    file.close();
    dialog.openFile(file.fileName());
    QCOMPARE(in<QTableView>(dialog, "importTargetTable")->model()->rowCount(), 1);
}

QTEST_MAIN(tst_TargetImport)
#include "tst_targetimport.moc"
