// What assistive tools see of a table or list: as children the headers and the cells of the rows that are seen, at most
// kMostRows of them, in the order in which they are looked at. Rows and columns are counted truthfully and any cell can
// be asked for by row and column; few are kept. Columns are those that are shown, counted as they stand. Owned by Qt.
#pragma once

#include <QAbstractItemView>
#include <QAccessibleWidget>
#include <QHash>
#include <QPersistentModelIndex>

class QHeaderView;
class QTableView;

namespace callboard {

class TableAccess : public QAccessibleWidget, public QAccessibleTableInterface {
public:
    static constexpr int kMostRows = 200;
    static constexpr int kMostCells = 4'000; // kept, seen or not

    explicit TableAccess(QAbstractItemView *view);

    // Null where there is none, or where its column is hidden.
    [[nodiscard]] QAccessibleInterface *cell(const QModelIndex &index) const;
    [[nodiscard]] QAccessibleInterface *header(int column) const; // as it stands
    [[nodiscard]] int indexOfCell(const QModelIndex &index) const;
    [[nodiscard]] int placeOf(int section) const; // of a column of the model; -1: hidden
    [[nodiscard]] const QAbstractItemView *view() const { return m_view; }

    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;
    [[nodiscard]] QAccessibleInterface *focusChild() const override;
    [[nodiscard]] QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    [[nodiscard]] QAccessibleInterface *caption() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *summary() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *cellAt(int row, int column) const override;
    [[nodiscard]] int selectedCellCount() const override;
    [[nodiscard]] QList<QAccessibleInterface *> selectedCells() const override; // of those that are seen
    [[nodiscard]] QString columnDescription(int column) const override;
    [[nodiscard]] QString rowDescription(int row) const override;
    [[nodiscard]] int selectedColumnCount() const override { return 0; }
    [[nodiscard]] int selectedRowCount() const override;
    [[nodiscard]] int columnCount() const override;
    [[nodiscard]] int rowCount() const override;
    [[nodiscard]] QList<int> selectedColumns() const override { return {}; }
    [[nodiscard]] QList<int> selectedRows() const override;
    [[nodiscard]] bool isColumnSelected(int) const override { return false; }
    [[nodiscard]] bool isRowSelected(int row) const override;
    bool selectRow(int row) override;
    bool selectColumn(int) override { return false; }
    bool unselectRow(int row) override;
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *) override { } // cells know their index, and its end

private:
    ~TableAccess() override;

    struct Rows {
        int first = 0;
        int count = 0;
    };
    [[nodiscard]] Rows seenRows() const;
    [[nodiscard]] QList<int> sections() const;     // of the columns that are shown, as they stand
    [[nodiscard]] QHeaderView *headerView() const; // null: none is shown
    [[nodiscard]] int headerCount() const;
    [[nodiscard]] QModelIndex modelIndex(int row, int section) const;
    void forgetUnseen() const;

    QAbstractItemView *m_view;
    QTableView *m_table; // null: a list, of one column
    mutable QHash<QPersistentModelIndex, QAccessible::Id> m_cells;
    mutable QHash<int, QAccessible::Id> m_headers; // by section
};

} // namespace callboard
