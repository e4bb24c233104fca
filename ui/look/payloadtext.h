// What a payload view shows of some bytes. Pure: readable() makes the text, highlight() says in which style each of its
// UTF-8 bytes is drawn. The bytes themselves are never changed.
#pragma once

#include "ui/look/payloadview.h"

namespace callboard::payloadtext {

inline constexpr qsizetype kMostShown = 1024 * 1024;

// Numbers are the style numbers of the editor.
enum class Style : char { Plain = 0, Key, String, Number, Literal, Mark, Tag, Attribute, Comment, Strong };
inline constexpr int kStyles = 10;

// UTF-8. Control and bidi characters escaped as ‹U+202E›, CRLF as LF, one-line JSON on many lines, cut at kMostShown
// with a last line that says so.
[[nodiscard]] QByteArray readable(const QByteArray &bytes, PayloadView::Language language);
// One style for each byte of `text`.
[[nodiscard]] QByteArray highlight(const QByteArray &text, PayloadView::Language language);

// One JSON value laid out with two spaces of indentation; every token stays as it is. What is not balanced comes back
// unchanged.
[[nodiscard]] QByteArray reflowJson(const QByteArray &json);
// Where the head of an HTTP message ends and its body begins, and what the body is.
[[nodiscard]] qsizetype bodyOffset(const QByteArray &message);
[[nodiscard]] PayloadView::Language bodyLanguage(const QByteArray &message);

} // namespace callboard::payloadtext
