// The cells of the table of targets: toned as the model says, and the last 24 hours as a line of small bars, what
// failed in the failure colour on top of what was delivered.
#pragma once

#include "ui/look/toneddelegate.h"

namespace callboard {

class TargetDelegate : public TonedDelegate {
    Q_OBJECT

public:
    static constexpr int kBar = 3; // and a gap of one

    using TonedDelegate::TonedDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace callboard
