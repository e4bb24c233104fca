#include "ui/targets/plaintable.h"

#include "ui/look/appearance.h"
#include "ui/look/toneddelegate.h"

#include <QHeaderView>

namespace callboard {

PlainTable::PlainTable(QAbstractItemModel *model, const QSet<int> &middleElided, QWidget *parent)
    : BoundedTable(parent)
{
    setModel(model);
    setItemDelegate(new TonedDelegate(middleElided, this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setShowGrid(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    look::followDensity(*this);
    horizontalHeader()->setHighlightSections(false);
}

} // namespace callboard
