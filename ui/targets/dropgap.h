// Where rows that are dragged over a table would go: gap n lies in front of row n, the last one behind them all. A line
// shows it.
#pragma once

class QTableView;

namespace callboard {

[[nodiscard]] int dropGapAt(const QTableView &table, int y); // of the viewport
void paintDropGap(QTableView &table, int gap);               // in its paintEvent(); below 0: none

} // namespace callboard
