// A table of facts in a dialog: whole rows, fixed height, no grid, long text elided with the whole in the tooltip.
#pragma once

#include <QSet>
#include <QTableView>

namespace callboard {

class PlainTable : public QTableView {
    Q_OBJECT

public:
    explicit PlainTable(QAbstractItemModel *model, const QSet<int> &middleElided = {}, QWidget *parent = nullptr);
};

} // namespace callboard
