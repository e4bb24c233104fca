// How long receivers took to answer, over time: what half of the attempts took at most, and 95 of a hundred. A
// logarithmic scale; a bucket in which nothing was answered is a gap.
#pragma once

#include "ui/overview/timeplot.h"

class QCPGraph;

namespace callboard {

class LatencyPlot : public TimePlot {
    Q_OBJECT

public:
    explicit LatencyPlot(QWidget *parent = nullptr);

protected:
    void restyle() override;
    void redraw() override;
    [[nodiscard]] QString describe(const ActivityCounts &counts) const override;
    [[nodiscard]] QString emptyText() const override;
    [[nodiscard]] QList<DeliveryState> statesAt(int bucket, double value) const override;

private:
    QCPGraph *m_half = nullptr;
    QCPGraph *m_most = nullptr;
};

} // namespace callboard
