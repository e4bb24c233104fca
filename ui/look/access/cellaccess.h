// One cell and one column's header of a table, as assistive tools see them: what is seen, in words. Owned by Qt's list
// of such interfaces; a cell whose row has gone is not valid.
#pragma once

#include "ui/look/access/leafaccess.h"

#include <QAbstractItemView>
#include <QPersistentModelIndex>
#include <QPointer>

class QHeaderView;

namespace callboard {

class TableAccess;

class CellAccess : public LeafAccess, public QAccessibleTableCellInterface, public QAccessibleActionInterface {
public:
    CellAccess(QAbstractItemView *view, const QModelIndex &index);

    [[nodiscard]] QModelIndex index() const { return m_index; }

    [[nodiscard]] bool isValid() const override;
    [[nodiscard]] QWindow *window() const override;
    [[nodiscard]] QAccessibleInterface *parent() const override;
    [[nodiscard]] QString text(QAccessible::Text part) const override;
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessible::Role role() const override;
    [[nodiscard]] QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    [[nodiscard]] bool isSelected() const override;
    [[nodiscard]] QList<QAccessibleInterface *> columnHeaderCells() const override;
    [[nodiscard]] QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    [[nodiscard]] int columnIndex() const override;
    [[nodiscard]] int rowIndex() const override { return m_index.row(); }
    [[nodiscard]] int columnExtent() const override { return 1; }
    [[nodiscard]] int rowExtent() const override { return 1; }
    [[nodiscard]] QAccessibleInterface *table() const override { return parent(); }

    [[nodiscard]] QStringList actionNames() const override;
    void doAction(const QString &name) override;
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    [[nodiscard]] TableAccess *tableAccess() const;
    [[nodiscard]] bool isCheckable() const;

    QPointer<QAbstractItemView> m_view;
    QPersistentModelIndex m_index;
};

class HeaderCellAccess : public LeafAccess {
public:
    HeaderCellAccess(QAbstractItemView *view, QHeaderView *header, int section);

    [[nodiscard]] int section() const { return m_section; }

    [[nodiscard]] bool isValid() const override;
    [[nodiscard]] QWindow *window() const override;
    [[nodiscard]] QAccessibleInterface *parent() const override;
    [[nodiscard]] QString text(QAccessible::Text part) const override;
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ColumnHeader; }
    [[nodiscard]] QAccessible::State state() const override;

private:
    QPointer<QAbstractItemView> m_view;
    QPointer<QHeaderView> m_header;
    int m_section;
};

// What a header's section is called: for assistive tools where it says something of its own, else as it is seen.
[[nodiscard]] QString headerText(const QAbstractItemModel *model, int section);

} // namespace callboard
