// JSON taken apart without interpreting it: the members of an object as raw tokens, byte for byte (simdjson). The
// whole text is validated first, no deeper than kDeepestNesting. Errors are Malformed with line and column.
#pragma once

#include "core/payload/mediarecord.h"

namespace callboard {

// A member name that comes twice is refused.
[[nodiscard]] Result<QList<RecordField>> readJsonObject(const QByteArray &json);
[[nodiscard]] Result<QByteArrayList> readJsonArray(const QByteArray &json);

// Strings unescaped, other tokens as they are.
[[nodiscard]] QString jsonText(QByteArrayView token);
// One that every reader can take: 1E400 is none.
[[nodiscard]] bool isJsonNumber(QByteArrayView token);
// Some editors put one before UTF-8; in the middle of another text it would be a character.
[[nodiscard]] QByteArray withoutByteOrderMark(const QByteArray &bytes);
// {"a":1,"b":2}
[[nodiscard]] QByteArray writeJsonObject(const QList<RecordField> &fields);
// On one line: as it stands if it is, else without the blanks between its tokens.
[[nodiscard]] QByteArray onOneLine(const QByteArray &json);

} // namespace callboard
