// The overview's figures in one row. Each asks for the list that it counts; what is not known is "–".
#pragma once

#include "ui/overview/overviewreading.h"

#include <QWidget>

#include <functional>

namespace callboard {

class FigureButton;

class FigureRow : public QWidget {
    Q_OBJECT

public:
    explicit FigureRow(QWidget *parent = nullptr);

    // Absent: nothing is known.
    void present(const OverviewAnswer *answer, Timestamp since, Timestamp now);

signals:
    void listRequested(const callboard::DeliveryFilter &filter);
    void deliveryRequested(callboard::DeliveryId delivery);
    void auditRequested();

private:
    FigureButton *add(const char *objectName, const QString &caption, const QString &hint, std::function<void()> open);
    void ask(const QList<DeliveryState> &states, bool sinceRange);
    void presentActivity(const Activity *activity);
    void presentBacklog(const OverviewAnswer *answer, Timestamp now);

    FigureButton *m_delivered = nullptr;
    FigureButton *m_failed = nullptr;
    FigureButton *m_success = nullptr;
    FigureButton *m_answer = nullptr;
    FigureButton *m_backlog = nullptr;
    FigureButton *m_oldest = nullptr;
    FigureButton *m_unexplained = nullptr;
    Timestamp m_since{};
    DeliveryId m_oldestDelivery;
};

} // namespace callboard
