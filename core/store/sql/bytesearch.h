// Looks for words in bytes, whatever these are: UTF-8, another encoding, binary. ASCII letters match in either case. As
// SQL's function holds(bytes, word) on every connection.
#pragma once

#include <QByteArrayView>

struct sqlite3;

namespace callboard {

[[nodiscard]] bool holdsBytes(QByteArrayView bytes, QByteArrayView word); // an empty word is in everything
// False: the connection has no such function.
[[nodiscard]] bool addByteSearch(sqlite3 *db);

} // namespace callboard
