#include "ui/look/columnwidth.h"

#include "ui/look/look.h"

#include <QHeaderView>
#include <QTableView>

namespace callboard::look {

int columnWidth(const QTableView &table, int column, int characters)
{
    const int text = table.fontMetrics().horizontalAdvance(QLatin1Char('0')) * characters + kGap * 2;
    return qMax(text, table.horizontalHeader()->sectionSizeHint(column));
}

} // namespace callboard::look
