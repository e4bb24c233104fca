// What a payload view shows of some bytes. Pure: readable() makes the text, highlight() says in which style each of its
// UTF-8 bytes is drawn. The bytes themselves are never changed.
#pragma once

#include <QByteArray>
#include <QList>

namespace callboard {

// Http: a message's head, then a body by its content type. Diff: lines after "- " went, after "+ " came.
enum class PayloadLanguage { Plain, Json, Xml, Http, Diff };

} // namespace callboard

namespace callboard::payloadtext {

inline constexpr qsizetype kMostShown = 1024 * 1024;

// Numbers are the style numbers of the editor.
enum class Style : char { Plain = 0, Key, String, Number, Literal, Mark, Tag, Attribute, Comment, Strong };
inline constexpr int kStyles = 10;

// No line of what is shown is longer: editors lay out a line at a time, and one of 10 MiB would take seconds.
inline constexpr qsizetype kLongestLine = 4'096;

// UTF-8. Control and bidi characters escaped as ‹U+202E›, CRLF as LF, JSON and XML of one line on many lines, cut at
// kMostShown with a last line that says so.
[[nodiscard]] QByteArray readable(const QByteArray &bytes, PayloadLanguage language);

// What an editor is given. Any thread. `truncated`: the bytes themselves end anywhere.
struct Layout {
    QByteArray text;
    QByteArray styles; // one for each byte of `text`
    bool cut = false;  // only the first `most` bytes were looked at
};
[[nodiscard]] Layout layOut(const QByteArray &bytes, PayloadLanguage language, bool pretty, qsizetype most,
                            bool truncated = false);
// Sixteen bytes a line: offset, hexadecimal, ASCII.
[[nodiscard]] Layout hexLines(const QByteArray &bytes, qsizetype from, qsizetype count);
// Where `sought` begins, ASCII letters in either case; at most `most` places.
[[nodiscard]] QList<qsizetype> occurrences(const QByteArray &text, const QByteArray &sought, qsizetype most);
// Line breaks within lines that are longer than kLongestLine, never within a character.
[[nodiscard]] QByteArray brokenLines(const QByteArray &text);
// One style for each byte of `text`.
[[nodiscard]] QByteArray highlight(const QByteArray &text, PayloadLanguage language);

// One JSON value laid out with two spaces of indentation; every token stays as it is. What is not balanced comes back
// unchanged, unless it is `cut`: then what is there is laid out.
[[nodiscard]] QByteArray reflowJson(const QByteArray &json, bool cut = false);
// Elements that hold elements on lines of their own; text stays with its tags.
[[nodiscard]] QByteArray reflowXml(const QByteArray &xml);
// Where the head of an HTTP message ends and its body begins, and what the body is.
[[nodiscard]] qsizetype bodyOffset(const QByteArray &message);
[[nodiscard]] PayloadLanguage bodyLanguage(const QByteArray &message);
// Of a content type.
[[nodiscard]] PayloadLanguage languageFor(QByteArrayView contentType);

} // namespace callboard::payloadtext
