#include "tests/ui/dialogshots.h"
#include "tests/ui/targetdesk.h"
#include "ui/look/look.h"
#include "ui/targets/arranging.h"
#include "ui/targets/targetlistmodel.h"
#include "ui/targets/targettable.h"

#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTest>

using namespace callboard;

namespace {

QList<TargetId> ids(std::initializer_list<int> numbers)
{
    QList<TargetId> list;
    for (const int number : numbers)
        list.append(TargetId{number});
    return list;
}

QString shown(const TargetDesk &desk)
{
    QString names;
    for (int row = 0; row < desk.table()->model()->rowCount(); ++row)
        names += desk.table()->model()->index(row, TargetListModel::NameColumn).data().toString();
    return names;
}

bool openFour(TargetDesk &desk)
{
    QList<CallbackTarget> targets;
    for (const char *name : {"a", "b", "c", "d"})
        targets.append(
            targetNamed(QString::fromLatin1(name), QStringLiteral("https://x.example/%1").arg(targets.size())));
    if (!desk.fill(targets))
        return false;
    desk.open();
    return QTest::qWaitForWindowActive(desk.page.get()) && QTest::qWaitFor([&] { return shown(desk).size() == 4; });
}

// Takes the selected rows to the upper edge of a row, as the mouse would; to the lower edge of the last with row 4.
bool drag(const TargetDesk &desk, int row)
{
    QTableView &table = *desk.table();
    const int y = row < 4 ? table.rowViewportPosition(row) + 2 : table.rowViewportPosition(3) + table.rowHeight(3) - 2;
    const QPoint at(40, y);
    const std::unique_ptr<QMimeData> data(table.model()->mimeData(table.selectionModel()->selectedRows()));
    QDragEnterEvent enter(at, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(table.viewport(), &enter);
    QDragMoveEvent move(at, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(table.viewport(), &move);
    shoot(*desk.page, QStringLiteral("targets-drag"));
    QDropEvent drop(at, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(table.viewport(), &drop);
    return drop.isAccepted();
}

} // namespace

class tst_TargetArranging : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }

    void someAreMovedToAGap();
    void someAreMovedByAStep();
    void altAndArrowsMoveTheSelected();
    void rowsAreDraggedToAnotherPlace();
    void strangersAreNotDropped();
    void whatIsSortedOrNarrowedIsNotArranged();
};

void tst_TargetArranging::someAreMovedToAGap()
{
    const auto all = ids({1, 2, 3, 4});
    QCOMPARE(movedTo(all, ids({3}), 0), ids({3, 1, 2, 4}));
    QCOMPARE(movedTo(all, ids({1}), 4), ids({2, 3, 4, 1}));
    QCOMPARE(movedTo(all, ids({1, 4}), 2), ids({2, 1, 4, 3}));
    QCOMPARE(movedTo(all, ids({2}), 1), all);
    QCOMPARE(movedTo(all, ids({2}), 2), all);
}

void tst_TargetArranging::someAreMovedByAStep()
{
    const auto all = ids({1, 2, 3, 4});
    QCOMPARE(movedBy(all, ids({2, 3}), -1), ids({2, 3, 1, 4}));
    QCOMPARE(movedBy(all, ids({2, 3}), 1), ids({1, 4, 2, 3}));
    QCOMPARE(movedBy(all, ids({1, 2}), -1), all);
    QCOMPARE(movedBy(all, ids({1, 3}), -1), ids({1, 3, 2, 4}));
    QCOMPARE(movedBy(all, ids({4}), 1), all);
}

void tst_TargetArranging::altAndArrowsMoveTheSelected()
{
    TargetDesk desk;
    QVERIFY(openFour(desk));
    desk.table()->setFocus();
    desk.table()->selectRow(0);
    QTest::keyClick(desk.table(), Qt::Key_Down, Qt::AltModifier);
    QTest::keyClick(desk.table(), Qt::Key_Down, Qt::AltModifier); // before the first is written
    QCOMPARE(shown(desk), QStringLiteral("bcad"));
    QCOMPARE(desk.table()->currentIndex().row(), 2);
    QCOMPARE(desk.engine.arranged.size(), 2);
    QCOMPARE(desk.engine.arranged.last(), ids({2, 3, 1, 4}));
    QTest::keyClick(desk.table(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(desk.engine.arranged.last(), ids({2, 1, 3, 4}));
}

void tst_TargetArranging::rowsAreDraggedToAnotherPlace()
{
    TargetDesk desk;
    QVERIFY(openFour(desk));
    desk.table()->selectRow(0);
    QVERIFY(drag(desk, 2));
    QCOMPARE(desk.engine.arranged.last(), ids({2, 1, 3, 4}));
    QCOMPARE(shown(desk), QStringLiteral("bacd"));
    QVERIFY(drag(desk, 4));
    QCOMPARE(desk.engine.arranged.last(), ids({2, 3, 4, 1}));
    QVERIFY(drag(desk, 4)); // it stands there already
    QCOMPARE(desk.engine.arranged.size(), 2);
}

void tst_TargetArranging::strangersAreNotDropped()
{
    TargetDesk desk;
    QVERIFY(openFour(desk));
    QMimeData text;
    text.setText(QStringLiteral("a"));
    QDropEvent drop(QPoint(40, 40), Qt::MoveAction, &text, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(desk.table()->viewport(), &drop);
    QVERIFY(!drop.isAccepted());
    TargetListModel other;
    const std::unique_ptr<QMimeData> rows(other.mimeData({}));
    QDropEvent foreign(QPoint(40, 40), Qt::MoveAction, rows.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(desk.table()->viewport(), &foreign);
    QVERIFY(!foreign.isAccepted());
    QVERIFY(desk.engine.arranged.isEmpty());
}

void tst_TargetArranging::whatIsSortedOrNarrowedIsNotArranged()
{
    TargetDesk desk;
    QVERIFY(openFour(desk));
    desk.table()->setFocus();
    desk.table()->sortByColumn(TargetListModel::NameColumn, Qt::DescendingOrder);
    desk.find<QLineEdit>("searchEdit")->setText(QStringLiteral("b"));
    desk.table()->selectRow(0);
    QTest::keyClick(desk.table(), Qt::Key_Down, Qt::AltModifier);
    QVERIFY(desk.engine.arranged.isEmpty());
    QVERIFY(desk.find<QLabel>("messageLabel")->isVisible());
    QTest::mouseClick(desk.find<QPushButton>("messageActionButton"), Qt::LeftButton);
    QCOMPARE(shown(desk), QStringLiteral("abcd"));
    desk.table()->setFocus();
    desk.table()->selectRow(1);
    QTest::keyClick(desk.table(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(desk.engine.arranged.last(), ids({1, 3, 2, 4}));
}

QTEST_MAIN(tst_TargetArranging)
#include "tst_targetarranging.moc"
