// What the colours of a plot mean: a small square and a word for each, in the palette's colours.
#pragma once

#include "ui/look/look.h"

#include <QList>
#include <QWidget>

#include <utility>

namespace callboard {

class PlotLegend : public QWidget {
    Q_OBJECT

public:
    explicit PlotLegend(const QList<std::pair<look::Tone, QString>> &entries, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<std::pair<look::Tone, QString>> m_entries;
};

} // namespace callboard
