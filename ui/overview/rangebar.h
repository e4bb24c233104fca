// Which range of time the overview shows: one of a few, as buttons side by side.
#pragma once

#include "ui/overview/overviewreading.h"

#include <QWidget>

class QButtonGroup;

namespace callboard {

class RangeBar : public QWidget {
    Q_OBJECT

public:
    explicit RangeBar(QWidget *parent = nullptr);

    void setRange(OverviewRange range); // says nothing

signals:
    void rangeChosen(callboard::OverviewRange range);

private:
    QButtonGroup *m_buttons = nullptr;
};

} // namespace callboard
