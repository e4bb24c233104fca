// What a screen reader gets of a table that could be long: what is seen, by name, and no more. What it is told as it
// happens is the matter of atspi.py.
#include "ui/look/access/boundedtable.h"
#include "ui/look/access/cellaccess.h"
#include "ui/look/access/tableaccess.h"

#include <QAbstractTableModel>
#include <QAccessible>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

using namespace callboard;

namespace {

class LongModel : public QAbstractTableModel {
public:
    static constexpr int kRows = 100'000;
    enum Column { State, Asset, When, ColumnCount };

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : kRows; }
    [[nodiscard]] int columnCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (role == Qt::AccessibleTextRole && index.column() == State)
            return QStringLiteral("State: Failed");
        if (role == Qt::DisplayRole)
            return index.column() == State ? QString() : QStringLiteral("asset-%1").arg(index.row());
        return {};
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        static const QStringList kNames{QStringLiteral("State"), QStringLiteral("Asset"), QStringLiteral("When")};
        return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(kNames.value(section)) : QVariant();
    }
};

} // namespace

class TestBoundedTable : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_table = std::make_unique<BoundedTable>();
        m_table->setAccessibleName(QStringLiteral("Deliveries"));
        m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
        m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
        m_table->verticalHeader()->setDefaultSectionSize(28);
        m_table->setModel(&m_model);
        m_table->resize(500, 400);
        m_table->show();
        QVERIFY(QTest::qWaitForWindowActive(m_table.get()));
        m_table->setFocus();
        m_access = QAccessible::queryAccessibleInterface(m_table.get());
        QVERIFY(dynamic_cast<TableAccess *>(m_access));
    }
    void cleanup() { m_table.reset(); }

    void childrenAreTheHeadersAndTheRowsThatAreSeen()
    {
        const int children = m_access->childCount();
        QVERIFY2(children > 3 * 10 && children <= 3 * 20, qPrintable(QString::number(children)));
        QCOMPARE(m_access->child(0)->role(), QAccessible::ColumnHeader);
        QCOMPARE(m_access->child(1)->text(QAccessible::Name), QStringLiteral("Asset"));
        QCOMPARE(m_access->child(3)->text(QAccessible::Name), QStringLiteral("State: Failed"));
        QCOMPARE(m_access->child(4)->text(QAccessible::Name), QStringLiteral("asset-0"));
        QCOMPARE(m_access->child(children), nullptr);
        QCOMPARE(m_access->child(-1), nullptr);
    }

    void aWalkerOfAllChildrenFindsEachInItsPlace()
    {
        m_table->verticalScrollBar()->setValue(m_table->verticalScrollBar()->maximum() / 2);
        for (int i = 0; i < m_access->childCount(); ++i) {
            QAccessibleInterface *child = m_access->child(i);
            QVERIFY(child && child->isValid());
            QCOMPARE(m_access->indexOfChild(child), i);
            QCOMPARE(child->parent(), m_access);
        }
    }

    void childrenFollowTheScrollBar()
    {
        m_table->scrollTo(m_model.index(50'000, 0), QAbstractItemView::PositionAtTop);
        QCOMPARE(m_access->child(4)->text(QAccessible::Name), QStringLiteral("asset-50000"));
        QCOMPARE(cell(m_access->child(4))->rowIndex(), 50'000);
        QVERIFY(m_access->childCount() <= 3 * 20);
    }

    void noMoreThanTheMostRowsEvenOnAScreenWithoutEnd()
    {
        m_table->resize(500, 20'000);
        QTRY_COMPARE(m_table->viewport()->height() > 15'000, true);
        QCOMPARE(m_access->childCount(), 3 + 3 * TableAccess::kMostRows);
    }

    void rowsAndColumnsAreCountedTruthfully()
    {
        const auto *table = this->table();
        QCOMPARE(table->rowCount(), LongModel::kRows);
        QCOMPARE(table->columnCount(), 3);
        QCOMPARE(table->cellAt(77'777, 1)->text(QAccessible::Name), QStringLiteral("asset-77777"));
        QCOMPARE(table->columnDescription(1), QStringLiteral("Asset"));
        QCOMPARE(table->cellAt(LongModel::kRows, 0), nullptr);
    }

    void hiddenAndMovedColumnsAreAsSeen()
    {
        m_table->setColumnHidden(LongModel::Asset, true);
        m_table->horizontalHeader()->moveSection(LongModel::When, 0);
        QCOMPARE(table()->columnCount(), 2);
        QCOMPARE(m_access->child(0)->text(QAccessible::Name), QStringLiteral("When"));
        QCOMPARE(m_access->child(3)->text(QAccessible::Name), QStringLiteral("State: Failed"));
        QCOMPARE(cell(m_access->child(3))->columnIndex(), 1);
    }

    // A tool that walks by row and column must not leave a million cells behind.
    void aWalkThroughEveryRowKeepsFewCells()
    {
        const auto *table = this->table();
        const QAccessible::Id first = QAccessible::uniqueId(table->cellAt(40'000, 1));
        for (int row = 0; row < 20'000; ++row)
            QVERIFY(table->cellAt(row, 1));
        QCOMPARE(QAccessible::accessibleInterface(first), nullptr);
        QVERIFY(m_table->model()->index(0, 0).isValid());
    }

    void homeAndEndGoToTheFirstRowAndTheLast()
    {
        m_table->setCurrentIndex(m_model.index(60'000, LongModel::Asset));
        QTest::keyClick(m_table.get(), Qt::Key_End);
        QCOMPARE(m_table->currentIndex().row(), LongModel::kRows - 1);
        QTest::keyClick(m_table.get(), Qt::Key_Home, Qt::ShiftModifier);
        QCOMPARE(m_table->currentIndex().row(), 0);
        QCOMPARE(m_table->selectionModel()->selectedRows().size(), LongModel::kRows);
        m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
        m_table->setCurrentIndex(m_model.index(60'000, LongModel::Asset));
        QTest::keyClick(m_table.get(), Qt::Key_Home);
        QCOMPARE(m_table->currentIndex(), m_model.index(60'000, 0));
    }

    void theFocusIsOnTheCellThatOneMovedTo()
    {
        m_table->setCurrentIndex(m_model.index(60'000, LongModel::Asset));
        QTest::keyClick(m_table.get(), Qt::Key_Down);
        QAccessibleInterface *focused = m_access->focusChild();
        QVERIFY(focused);
        QCOMPARE(focused->text(QAccessible::Name), QStringLiteral("asset-60001"));
        QVERIFY(focused->state().focused && focused->state().selected && !focused->state().offscreen);
        QVERIFY(!table()->cellAt(60'000, 1)->state().selected);
        m_table->clearFocus();
        QCOMPARE(m_access->focusChild(), nullptr);
    }

    void aRowIsChosenAndLeftByItsNumber()
    {
        auto *table = this->table();
        QVERIFY(table->selectRow(3));
        QVERIFY(table->isRowSelected(3));
        QCOMPARE(table->selectedRows(), QList<int>{3});
        QCOMPARE(table->selectedCellCount(), 3);
        QVERIFY(table->unselectRow(3));
        QCOMPARE(table->selectedRowCount(), 0);
    }

    void aCellOfARowThatWentIsNoLongerValid()
    {
        QStandardItemModel model(5, 1);
        model.setItem(2, 0, new QStandardItem(QStringLiteral("two")));
        m_table->setModel(&model);
        QAccessibleInterface *cell = table()->cellAt(2, 0);
        QVERIFY(cell->isValid());
        QCOMPARE(cell->text(QAccessible::Name), QStringLiteral("two"));
        model.insertRow(0);
        QCOMPARE(this->cell(cell)->rowIndex(), 3);
        model.removeRow(3);
        QVERIFY(!cell->isValid());
        QVERIFY(cell->state().invalid);
        QCOMPARE(cell->text(QAccessible::Name), QString());
        m_table->setModel(&m_model);
    }

    void aTickIsToggledByItsAction()
    {
        QStandardItemModel model(1, 1);
        auto *item = new QStandardItem(QStringLiteral("on"));
        item->setCheckable(true);
        model.setItem(0, 0, item);
        m_table->setModel(&model);
        QAccessibleInterface *cell = table()->cellAt(0, 0);
        QVERIFY(cell->state().checkable && !cell->state().checked);
        cell->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
        QVERIFY(cell->state().checked);
        m_table->setModel(&m_model);
    }

    void aListIsAListOfItsLines()
    {
        BoundedList list;
        list.setUniformItemSizes(true);
        list.setModel(&m_model);
        list.setModelColumn(LongModel::Asset);
        list.resize(300, 300);
        list.show();
        QVERIFY(QTest::qWaitForWindowExposed(&list));
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(&list);
        QCOMPARE(access->role(), QAccessible::List);
        QVERIFY(access->childCount() > 3 && access->childCount() <= TableAccess::kMostRows);
        QCOMPARE(access->child(0)->role(), QAccessible::ListItem);
        QCOMPARE(access->child(1)->text(QAccessible::Name), QStringLiteral("asset-1"));
    }

    // As an assistive tool writes: what listens to typing must take notice.
    void whatAToolWritesIntoALineCountsAsTyped()
    {
        QLineEdit edit(QStringLiteral("before"));
        QSignalSpy typed(&edit, &QLineEdit::textEdited);
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(&edit);
        access->editableTextInterface()->replaceText(0, 6, QStringLiteral("after"));
        QCOMPARE(edit.text(), QStringLiteral("after"));
        QCOMPARE(typed.size(), 1);
        access->setText(QAccessible::Value, {});
        QCOMPARE(edit.text(), QString());
        QCOMPARE(typed.size(), 2);
        edit.undo();
        QCOMPARE(edit.text(), QStringLiteral("after"));
        edit.setReadOnly(true);
        access->setText(QAccessible::Value, QStringLiteral("no"));
        QCOMPARE(edit.text(), QStringLiteral("after"));
    }

    void whatIsMaskedStaysMasked()
    {
        QLineEdit edit(QStringLiteral("secret"));
        edit.setEchoMode(QLineEdit::Password);
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(&edit);
        QVERIFY(access->state().passwordEdit);
        QVERIFY(!access->text(QAccessible::Value).contains(QStringLiteral("secret")));
        QVERIFY(!access->textInterface()->text(0, 6).contains(u's'));
    }

private:
    [[nodiscard]] TableAccess *table() const { return static_cast<TableAccess *>(m_access); }
    static const CellAccess *cell(const QAccessibleInterface *child) { return static_cast<const CellAccess *>(child); }

    LongModel m_model;
    std::unique_ptr<BoundedTable> m_table;
    QAccessibleInterface *m_access = nullptr;
};

QTEST_MAIN(TestBoundedTable)
#include "tst_boundedtable.moc"
