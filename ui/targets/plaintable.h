// A table of facts in a dialog: whole rows, fixed height, no grid, long text elided with the whole in the tooltip.
#pragma once

#include "ui/look/access/boundedtable.h"

#include <QSet>

namespace callboard {

class PlainTable : public BoundedTable {
    Q_OBJECT

public:
    explicit PlainTable(QAbstractItemModel *model, const QSet<int> &middleElided = {}, QWidget *parent = nullptr);
};

} // namespace callboard
