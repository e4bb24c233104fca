// How wide a table's column begins: as many digits as its widest usual text has characters, and never narrower than
// its title, which is longer in one language than in another.
#pragma once

class QTableView;

namespace callboard::look {

[[nodiscard]] int columnWidth(const QTableView &table, int column, int characters);

} // namespace callboard::look
