// The events a delivery absorbed, oldest first, and the record of the chosen one as it came in.
#pragma once

#include "core/domain/event.h"

#include <QList>
#include <QSplitter>

class QTableWidget;

namespace callboard {

class PayloadView;

class EventsPane : public QSplitter {
    Q_OBJECT

public:
    explicit EventsPane(QWidget *parent = nullptr);

    void setEvents(const QList<MediaEvent> &events);

private:
    void showRecord(int row);

    QTableWidget *m_table = nullptr;
    PayloadView *m_record = nullptr;
    QList<MediaEvent> m_events;
};

} // namespace callboard
