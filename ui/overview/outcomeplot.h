// What became of deliveries over time: bars of what was delivered, failed and cancelled, one on the other, and a line
// of what came in.
#pragma once

#include "ui/overview/timeplot.h"

class QCPBars;
class QCPGraph;

namespace callboard {

class OutcomePlot : public TimePlot {
    Q_OBJECT

public:
    explicit OutcomePlot(QWidget *parent = nullptr);

protected:
    void restyle() override;
    void redraw() override;
    [[nodiscard]] QString describe(const ActivityCounts &counts) const override;
    [[nodiscard]] QString emptyText() const override;
    [[nodiscard]] QList<DeliveryState> statesAt(int bucket, double value) const override;

private:
    [[nodiscard]] double least() const;

    QCPBars *m_failed = nullptr;
    QCPBars *m_delivered = nullptr;
    QCPBars *m_cancelled = nullptr;
    QCPGraph *m_accepted = nullptr;
    double m_top = 1; // of the axis
};

} // namespace callboard
