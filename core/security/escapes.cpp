#include "core/security/escapes.h"

#include <QChar>

#include <algorithm>
#include <array>
#include <optional>

namespace callboard {

namespace {

// What one escape stands for, and how long it is.
struct Resolved {
    std::array<char, 4> bytes{};
    qsizetype size = 0; // of the bytes
    qsizetype length = 0;
};

constexpr qsizetype kLongestEntity = 12; // &#x0010FFFF;

std::optional<uint> number(QByteArrayView digits, int base)
{
    const bool plain = std::ranges::all_of(digits, [](char c) { return QChar::isLetterOrNumber(uint(uchar(c))); });
    bool ok = false;
    const uint value = plain ? digits.toUInt(&ok, base) : 0;
    return ok ? std::optional(value) : std::nullopt;
}

Resolved byte(char meant, qsizetype length)
{
    return {{meant}, 1, length};
}

Resolved utf8(uint character, qsizetype length)
{
    const auto following = [character](int shift) { return char(0x80 | ((character >> shift) & 0x3F)); };
    if (character < 0x80)
        return byte(char(character), length);
    if (character < 0x800)
        return {{char(0xC0 | (character >> 6)), following(0)}, 2, length};
    if (character < 0x10000)
        return {{char(0xE0 | (character >> 12)), following(6), following(0)}, 3, length};
    return {{char(0xF0 | (character >> 18)), following(12), following(6), following(0)}, 4, length};
}

std::optional<Resolved> percent(QByteArrayView text)
{
    const auto value = text.size() < 3 ? std::nullopt : number(text.sliced(1, 2), 16);
    if (!value)
        return std::nullopt;
    return byte(char(*value), 3);
}

std::optional<uint> jsonUnit(QByteArrayView text) // \uXXXX
{
    return text.size() < 6 || text[1] != 'u' ? std::nullopt : number(text.sliced(2, 4), 16);
}

std::optional<Resolved> json(QByteArrayView text)
{
    static constexpr QByteArrayView kLetters = "\"\\/bfnrt";
    static constexpr QByteArrayView kMeant = "\"\\/\b\f\n\r\t";
    if (text.size() < 2)
        return std::nullopt;
    if (const qsizetype letter = kLetters.indexOf(text[1]); letter >= 0)
        return byte(kMeant[letter], 2);
    const auto unit = jsonUnit(text);
    if (!unit)
        return std::nullopt;
    if (!QChar::isHighSurrogate(*unit))
        return utf8(*unit, 6);
    const auto low = text.size() > 6 && text[6] == '\\' ? jsonUnit(text.sliced(6)) : std::nullopt;
    if (!low || !QChar::isLowSurrogate(*low))
        return std::nullopt;
    return utf8(QChar::surrogateToUcs4(char16_t(*unit), char16_t(*low)), 12);
}

std::optional<Resolved> html(QByteArrayView text)
{
    static constexpr std::pair<QByteArrayView, char> kNames[] = {
        {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
    for (const auto &[name, meant] : kNames) {
        if (text.startsWith(name))
            return byte(meant, name.size());
    }
    const qsizetype end = text.first(std::min(text.size(), kLongestEntity)).indexOf(';');
    if (end < 3 || text[1] != '#')
        return std::nullopt;
    const bool hexadecimal = text[2] == 'x' || text[2] == 'X';
    const qsizetype from = hexadecimal ? 3 : 2;
    const auto value = number(text.sliced(from, end - from), hexadecimal ? 16 : 10);
    if (!value || *value > QChar::LastValidCodePoint)
        return std::nullopt;
    return utf8(*value, end + 1);
}

std::optional<Resolved> resolved(QByteArrayView text, Escapes escapes)
{
    switch (escapes) {
    case Escapes::Percent: return percent(text);
    case Escapes::Json: return json(text);
    case Escapes::Html: return html(text);
    }
    return std::nullopt;
}

// It may be one whose rest is missing.
bool mayBeCut(QByteArrayView rest, Escapes escapes)
{
    switch (escapes) {
    case Escapes::Percent: return rest.size() < 3;
    case Escapes::Json: return rest.size() < 6;
    case Escapes::Html: return rest.size() < kLongestEntity && !rest.contains(';');
    }
    return false;
}

} // namespace

char leadOf(Escapes escapes)
{
    switch (escapes) {
    case Escapes::Percent: return '%';
    case Escapes::Json: return '\\';
    case Escapes::Html: return '&';
    }
    return '%';
}

Unescaped unescaped(QByteArrayView text, Escapes escapes)
{
    const char lead = leadOf(escapes);
    Unescaped plain{QByteArray(text.size(), Qt::Uninitialized), QList<qsizetype>(text.size() + 1)};
    char *bytes = plain.text.data(); // what is read is never longer than how it is written
    qsizetype *origins = plain.origins.data();
    qsizetype size = 0;
    qsizetype at = 0;
    while (at < text.size()) {
        if (text[at] != lead) {
            bytes[size] = text[at];
            origins[size++] = at++;
            continue;
        }
        const auto escape = resolved(text.sliced(at), escapes);
        if (!escape && mayBeCut(text.sliced(at), escapes))
            break;
        const Resolved read = escape.value_or(byte(lead, 1));
        for (qsizetype i = 0; i < read.size; ++i) {
            bytes[size] = read.bytes[size_t(i)];
            origins[size++] = at;
        }
        at += read.length;
    }
    origins[size] = at;
    plain.text.truncate(size);
    plain.origins.resize(size + 1);
    return plain;
}

} // namespace callboard
