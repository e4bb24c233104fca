// The log's table: whole rows, fixed height, no letter search (letters are commands), j and k as arrows. Says when the
// operator took the list into his own hands, so that it stops following. What is shown stays where it is when the model
// moves its window.
#pragma once

#include "core/domain/ids.h"
#include "ui/look/access/boundedtable.h"

#include <QPointer>

#include <optional>

namespace callboard {

class DeliveryColumns;
class DeliveryListModel;

class DeliveryTable : public BoundedTable {
    Q_OBJECT

public:
    explicit DeliveryTable(QWidget *parent = nullptr);

    void setDeliveries(DeliveryListModel *model);
    // The selected rows, top to bottom.
    [[nodiscard]] QList<int> selectedRows() const;
    void selectDelivery(DeliveryId id);
    void chooseRow(int row); // that row alone
    // Without `column`, that of the current cell.
    void showColumnMenu(const QPoint &globalPosition, int column = -1);
    [[nodiscard]] DeliveryColumns *columns() const { return m_columns; }

    void keyboardSearch(const QString &) override { }

signals:
    void enterPressed();
    void newestRequested();
    void copyRequested();
    void markRequested(); // Space
    void dragRequested(); // of the chosen row, to elsewhere
    void handled();       // scrolled away from the top, or a row was chosen

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void keepPlace(int start, int rows, int value);
    void fetchNewer();
    bool selectNewest(int key);
    bool markBySpace(int key);

    DeliveryColumns *m_columns;
    int m_valueBefore = 0;            // of the scroll bar, before rows go
    std::optional<QPoint> m_dragFrom; // the chosen row was pressed here
    QPointer<DeliveryListModel> m_deliveries;
};

} // namespace callboard
