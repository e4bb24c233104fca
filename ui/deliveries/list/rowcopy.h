// What a spreadsheet or a ticket takes of the log: a line of names, then one a row, cells apart by tabs, the columns as
// they are shown. Times are ISO 8601 in UTC. Pure.
#pragma once

#include <QList>
#include <QString>

class QTableView;

namespace callboard {

[[nodiscard]] QList<int> shownColumns(const QTableView &table); // in the order shown
[[nodiscard]] QString rowsAsText(const QTableView &table, const QList<int> &rows);

} // namespace callboard
