// The table of targets as it is looked at: sorted by any column, narrowed by the search text, selected by row. In the
// workspace's own order, and with all of them in sight, rows are dragged to another place or moved by the keyboard.
#pragma once

#include "core/store/workspacereader.h"
#include "ui/look/access/boundedtable.h"

class QSortFilterProxyModel;

namespace callboard {

class TargetListModel;

class TargetTable : public BoundedTable {
    Q_OBJECT

public:
    explicit TargetTable(TargetListModel *model, QWidget *parent = nullptr);

    void setSearch(const QString &text);
    [[nodiscard]] bool isEmpty() const; // nothing matches, or nothing is there
    [[nodiscard]] QList<TargetSummary> selected() const;
    bool select(TargetId id);
    void moveSelected(int step); // -1: up, 1: down
    void showOwnOrder();         // no longer sorted by a column

signals:
    void arrangeRequested(const QList<callboard::TargetId> &order);
    void arrangeRefused(); // sorted by a column, or narrowed by the search

protected:
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpHeader();
    void fitColumns();
    [[nodiscard]] bool isArrangeable() const;
    [[nodiscard]] bool isOurs(const QDropEvent &event) const;
    [[nodiscard]] QList<TargetId> selectedIds() const;
    void showGap(int gap);
    void request(const QList<TargetId> &order);

    TargetListModel *m_model = nullptr;
    QSortFilterProxyModel *m_shown = nullptr;
    int m_gap = -1; // before this row what is dragged would be dropped
};

} // namespace callboard
