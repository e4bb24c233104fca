// JSON laid out anew without touching its tokens: numbers, escapes and key order stay byte for byte. For valid JSON;
// anything else comes back with its blanks moved. Pure.
#pragma once

#include <QByteArray>

namespace callboard {

// One member or item a line, two spaces a level, empty brackets together.
[[nodiscard]] QByteArray prettyJson(const QByteArray &json);
// Without the blanks between tokens.
[[nodiscard]] QByteArray compactJson(const QByteArray &json);

} // namespace callboard
