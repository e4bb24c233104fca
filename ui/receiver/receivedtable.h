// The table of what the receiver got: whole rows, fixed height, j and k as the arrows. Says when the operator takes it
// in hand (scrolls, selects) and when he wants the newest again.
#pragma once

#include "ui/targets/plaintable.h"

namespace callboard {

class ReceivedModel;

class ReceivedTable : public PlainTable {
    Q_OBJECT

public:
    explicit ReceivedTable(ReceivedModel *model, QWidget *parent = nullptr);

    [[nodiscard]] int selectedRow() const; // -1: none

signals:
    void handled();
    void newestRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitColumns();
};

} // namespace callboard
