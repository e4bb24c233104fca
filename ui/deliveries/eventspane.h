// What a delivery absorbed: the story of its window, the events, oldest first, and the record of the chosen one as it
// came in. A delivery that a newer one took the place of leads there.
#pragma once

#include "core/store/deliveryquery.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableWidget;

namespace callboard {

class PayloadView;

class EventsPane : public QWidget {
    Q_OBJECT

public:
    explicit EventsPane(QWidget *parent = nullptr);

    void setDetail(const DeliveryDetail &detail, Timestamp now);
    [[nodiscard]] PayloadView *record() const { return m_record; } // of the chosen event

signals:
    void deliveryRequested(callboard::DeliveryId id); // the one that took its place

private:
    QWidget *buildHead();
    void buildTable();
    void setEvents(const QList<MediaEvent> &events);
    void showRecord(int row);

    QLabel *m_story = nullptr;
    QPushButton *m_successor = nullptr;
    QTableWidget *m_table = nullptr;
    PayloadView *m_record = nullptr;
    QList<MediaEvent> m_events;
    DeliveryId m_supersededBy;
};

} // namespace callboard
