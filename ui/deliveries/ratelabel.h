// Attempts finished a second, over the last three seconds. Fed with the running total once a second.
#pragma once

#include <QLabel>
#include <QList>

namespace callboard {

class RateLabel : public QLabel {
    Q_OBJECT

public:
    explicit RateLabel(QWidget *parent = nullptr);

    void addTotal(quint64 finished);

private:
    QList<quint64> m_totals; // the newest last
};

} // namespace callboard
