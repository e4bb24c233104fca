// How far the search through payloads has come, under the filter: n of m, how many were found, Stop or Go on. Hidden
// while the filter does not look into them.
#pragma once

#include "ui/deliveries/deliverylistmodel.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace callboard {

class SearchLine : public QWidget {
    Q_OBJECT

public:
    explicit SearchLine(QWidget *parent = nullptr);

    void setTotal(qint64 total); // of deliveries to look into; negative: not counted yet
    void present(const DeliveryListModel::Search &search);

signals:
    void stopRequested();
    void goOnRequested();

private:
    [[nodiscard]] QString sentence() const;

    DeliveryListModel::Search m_search;
    qint64 m_total = -1;
    QLabel *m_text = nullptr;
    QProgressBar *m_bar = nullptr;
    QToolButton *m_button = nullptr;
};

} // namespace callboard
