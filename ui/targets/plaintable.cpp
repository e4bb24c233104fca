#include "ui/targets/plaintable.h"

#include "ui/look/look.h"
#include "ui/look/toneddelegate.h"

#include <QHeaderView>

namespace callboard {

PlainTable::PlainTable(QAbstractItemModel *model, const QSet<int> &middleElided, QWidget *parent)
    : QTableView(parent)
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
    verticalHeader()->setMinimumSectionSize(look::kRowHeight);
    verticalHeader()->setDefaultSectionSize(look::kRowHeight);
    horizontalHeader()->setHighlightSections(false);
}

} // namespace callboard
