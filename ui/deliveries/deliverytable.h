// The log's table: whole rows, fixed height, no letter search (letters are commands), j and k as arrows. Says when the
// operator took the list into his own hands, so that it stops following.
#pragma once

#include "core/domain/ids.h"

#include <QTableView>

namespace callboard {

class DeliveryListModel;

class DeliveryTable : public QTableView {
    Q_OBJECT

public:
    explicit DeliveryTable(QWidget *parent = nullptr);

    void setDeliveries(DeliveryListModel *model);
    // The selected rows, top to bottom.
    [[nodiscard]] QList<int> selectedRows() const;
    void selectDelivery(DeliveryId id);
    void showColumnMenu(const QPoint &globalPosition);

    void keyboardSearch(const QString &) override { }

signals:
    void enterPressed();
    void newestRequested();
    void copyRequested();
    void handled(); // scrolled away from the top, or a row was chosen

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitColumns();
    bool selectNewest(int key);

    DeliveryListModel *m_deliveries = nullptr;
};

} // namespace callboard
