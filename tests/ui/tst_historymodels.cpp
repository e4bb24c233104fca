// The trail's model and words, without a window.
#include "core/store/tables/trailstore.h"
#include "ui/deliveries/attemptspane.h"
#include "ui/targets/history/historywords.h"
#include "ui/targets/history/traillistmodel.h"

#include <QAbstractItemModelTester>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace callboard;

class tst_HistoryModels : public QObject {
    Q_OBJECT

private slots:
    void theModelReadsByPages();
    void aCellIsNoFormula();
    void everyFieldAndActionHasAWord();
    void anAttemptLeadsToItsRevision();
};

void tst_HistoryModels::theModelReadsByPages()
{
    const QTemporaryDir directory;
    const QString workspace = directory.filePath(QStringLiteral("many.db"));
    {
        auto db = Database::open(workspace, Database::Access::Write).value();
        QVERIFY(db->begin());
        for (int i = 0; i < TrailListModel::kPage * 2 + 10; ++i)
            QVERIFY(TrailStore(*db).add({QStringLiteral("ann (window)"),
                                         QStringLiteral("target.changed"),
                                         QStringLiteral("target:1"),
                                         QString::number(i),
                                         {}},
                                        Timestamp(Milliseconds(i))));
        QVERIFY(db->commit());
    }
    ReadThread reads(workspace);
    TrailListModel model(reads, nullptr);
    model.readAnew();
    QTRY_COMPARE(model.rowCount(), TrailListModel::kPage);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    QTRY_COMPARE(model.rowCount(), TrailListModel::kPage * 2);
    model.fetchMore({});
    QTRY_COMPARE(model.rowCount(), TrailListModel::kPage * 2 + 10);
    QVERIFY(!model.canFetchMore({}));
    TrailListModel watched(reads, nullptr);
    QAbstractItemModelTester tester(&watched); // it fetches more whenever it may
    watched.readAnew();
    QTRY_VERIFY(watched.canFetchMore({}) || watched.rowCount() > TrailListModel::kPage * 2);
    while (watched.rowCount() < TrailListModel::kPage * 2 + 10) {
        watched.fetchMore({});
        const int before = watched.rowCount();
        QTRY_VERIFY(watched.rowCount() > before);
    }
    QCOMPARE(watched.rowCount(), TrailListModel::kPage * 2 + 10);
    for (int row = 0; row < watched.rowCount(); ++row)
        QCOMPARE(watched.rows()[row].id, model.rows()[row].id);
    TrailFilter filter;
    filter.text = QStringLiteral("nobody");
    QSignalSpy read(&model, &TrailListModel::read);
    model.setFilter(filter);
    QTRY_COMPARE(read.size(), 1);
    QCOMPARE(model.rowCount(), 0);
}

void tst_HistoryModels::aCellIsNoFormula()
{
    const QByteArray csv = historywords::csv(
        {{7,
          {},
          {QStringLiteral("@me"), QStringLiteral("a"), QStringLiteral("-1"), QStringLiteral("=1,\"2\"\n3"), {}}}});
    QCOMPARE(QString::fromUtf8(csv).section(QStringLiteral("\r\n"), 1),
             QStringLiteral("7,1970-01-01T00:00:00.000Z,'@me,a,'-1,\"'=1,\"\"2\"\"\n3\"\r\n"));
}

void tst_HistoryModels::everyFieldAndActionHasAWord()
{
    const QStringList fields = definitionOf(CallbackTarget{}).keys();
    QVERIFY(!fields.isEmpty());
    for (const QString &field : fields)
        QVERIFY2(historywords::field(field) != field, qPrintable(field));
    QCOMPARE(historywords::field(QStringLiteral("header X-A")), QStringLiteral("Header X-A"));
    QCOMPARE(historywords::action(QStringLiteral("some.day")), QStringLiteral("some.day"));
}

void tst_HistoryModels::anAttemptLeadsToItsRevision()
{
    AttemptsPane pane;
    Attempt first;
    first.targetRevision = 7;
    Attempt second;
    second.number = 2;
    second.targetRevision = 9;
    pane.setAttempts({first, second});
    pane.show();
    QSignalSpy wished(&pane, &AttemptsPane::revisionRequested);
    auto *button = pane.findChild<QPushButton *>(QStringLiteral("revisionButton"));
    QTRY_VERIFY(button->isVisible());
    QCOMPARE(button->text(), QStringLiteral("By revision 9 of the target"));
    pane.findChild<QTableWidget *>()->setCurrentCell(0, 0);
    button->click();
    QCOMPARE(wished.size(), 1);
    QCOMPARE(wished[0][0].toInt(), 7);
    pane.setAttempts({});
    QVERIFY(!button->isVisible());
}

QTEST_MAIN(tst_HistoryModels)
#include "tst_historymodels.moc"
