#include "ui/targets/dropgap.h"

#include <QPainter>
#include <QTableView>

#include <algorithm>

namespace callboard {

namespace {

constexpr int kLineWidth = 2;

} // namespace

int dropGapAt(const QTableView &table, int y)
{
    const int row = table.rowAt(y);
    if (row < 0)
        return table.model()->rowCount();
    return y > table.rowViewportPosition(row) + table.rowHeight(row) / 2 ? row + 1 : row;
}

void paintDropGap(QTableView &table, int gap)
{
    if (gap < 0)
        return;
    const int last = table.model()->rowCount() - 1;
    const int y = gap <= last ? table.rowViewportPosition(gap)
                              : table.rowViewportPosition(last) + table.rowHeight(last);
    QPainter painter(table.viewport());
    painter.fillRect(QRect(0, std::max(0, y - kLineWidth / 2), table.viewport()->width(), kLineWidth),
                     table.palette().color(QPalette::Link));
}

} // namespace callboard
