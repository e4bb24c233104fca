// The table in which answer rules are typed. Delete removes a rule, Alt+Up and Alt+Down move it: the first that fits
// answers. Tall enough for its rows, up to five.
#pragma once

#include "ui/look/access/boundedtable.h"

namespace callboard {

class RulesTableModel;

class RulesTable : public BoundedTable {
    Q_OBJECT

public:
    explicit RulesTable(RulesTableModel *model, QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void removeCurrent();
    void moveCurrent(int step);
    void showMenu(const QPoint &position);
    void fitColumns();
    void fitHeight();

    RulesTableModel *m_model = nullptr;
};

} // namespace callboard
