#include "ui/look/payloadtext.h"

namespace callboard::payloadtext {

namespace {

// Walks over a text once and paints a style for each byte. Every step moves forward, whatever the text is.
class Painter {
public:
    explicit Painter(const QByteArray &text)
        : m_text(text)
        , m_styles(text.size(), char(Style::Plain))
    {
    }

    void json(qsizetype from);
    void xml(qsizetype from);
    void head(qsizetype end);
    void diff();
    [[nodiscard]] QByteArray styles() const { return m_styles; }

private:
    void paint(qsizetype from, qsizetype to, Style style)
    {
        for (qsizetype i = from; i < to; ++i)
            m_styles[i] = char(style);
    }

    [[nodiscard]] qsizetype quoted(qsizetype from) const;
    [[nodiscard]] qsizetype word(qsizetype from) const;
    [[nodiscard]] bool isKey(qsizetype afterString) const;
    qsizetype tag(qsizetype from);

    const QByteArray &m_text;
    QByteArray m_styles;
};

bool isWord(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '+'
        || c == '-' || c == '_' || c == ':';
}

// One past the closing quote of the kind that begins at `from`; a line never holds more than one string.
qsizetype Painter::quoted(qsizetype from) const
{
    const char quote = m_text[from];
    for (qsizetype i = from + 1; i < m_text.size(); ++i) {
        if (m_text[i] == '\\' && quote == '"')
            ++i;
        else if (m_text[i] == quote)
            return i + 1;
        else if (m_text[i] == '\n')
            return i;
    }
    return m_text.size();
}

qsizetype Painter::word(qsizetype from) const
{
    qsizetype end = from + 1;
    while (end < m_text.size() && isWord(m_text[end]))
        ++end;
    return end;
}

bool Painter::isKey(qsizetype afterString) const
{
    while (afterString < m_text.size() && (m_text[afterString] == ' ' || m_text[afterString] == '\t'))
        ++afterString;
    return afterString < m_text.size() && m_text[afterString] == ':';
}

void Painter::json(qsizetype from)
{
    for (qsizetype i = from; i < m_text.size();) {
        const char c = m_text[i];
        qsizetype end = i + 1;
        if (c == '"') {
            end = quoted(i);
            paint(i, end, isKey(end) ? Style::Key : Style::String);
        } else if ((c >= '0' && c <= '9') || c == '-') {
            end = word(i);
            paint(i, end, Style::Number);
        } else if (c == 't' || c == 'f' || c == 'n') {
            end = word(i);
            paint(i, end, Style::Literal);
        } else if (c == '{' || c == '}' || c == '[' || c == ']' || c == ',' || c == ':') {
            paint(i, end, Style::Mark);
        }
        i = end;
    }
}

qsizetype Painter::tag(qsizetype from)
{
    qsizetype i = from + 1;
    while (i < m_text.size() && (m_text[i] == '/' || m_text[i] == '?' || m_text[i] == '!'))
        ++i;
    paint(from, i, Style::Mark);
    if (i >= m_text.size())
        return i;
    const qsizetype nameEnd = word(i);
    paint(i, nameEnd, Style::Tag);
    for (i = nameEnd; i < m_text.size() && m_text[i] != '>';) {
        const char c = m_text[i];
        const bool quote = c == '"' || c == '\'';
        const qsizetype end = quote ? quoted(i) : isWord(c) ? word(i) : i + 1;
        paint(i, end, quote ? Style::String : isWord(c) ? Style::Attribute : Style::Mark);
        i = end;
    }
    if (i < m_text.size())
        paint(i, i + 1, Style::Mark);
    return i + 1;
}

void Painter::xml(qsizetype from)
{
    for (qsizetype i = from; i < m_text.size();) {
        if (m_text[i] != '<') {
            ++i;
        } else if (QByteArrayView(m_text).sliced(i).startsWith("<!--")) {
            const qsizetype close = m_text.indexOf("-->", i);
            const qsizetype end = close < 0 ? m_text.size() : close + 3;
            paint(i, end, Style::Comment);
            i = end;
        } else {
            i = tag(i);
        }
    }
}

void Painter::head(qsizetype end)
{
    qsizetype line = m_text.indexOf('\n');
    line = line < 0 || line > end ? end : line;
    paint(0, line, Style::Strong);
    for (qsizetype i = line + 1; i < end;) {
        qsizetype next = m_text.indexOf('\n', i);
        next = next < 0 || next > end ? end : next;
        const qsizetype colon = m_text.indexOf(':', i);
        if (colon > 0 && colon < next) {
            paint(i, colon, Style::Key);
            paint(colon, colon + 1, Style::Mark);
        }
        i = next + 1;
    }
}

void Painter::diff()
{
    for (qsizetype i = 0; i < m_text.size();) {
        const qsizetype next = m_text.indexOf('\n', i);
        const qsizetype end = next < 0 ? m_text.size() : next;
        if (m_text[i] == '-')
            paint(i, end, Style::Literal);
        else if (m_text[i] == '+')
            paint(i, end, Style::String);
        i = end + 1;
    }
}

} // namespace

QByteArray highlight(const QByteArray &text, PayloadLanguage language)
{
    using Language = PayloadLanguage;
    Painter painter(text);
    qsizetype body = 0;
    Language bodyKind = language;
    if (language == Language::Http) {
        body = bodyOffset(text);
        bodyKind = bodyLanguage(text);
        painter.head(body);
    }
    if (language == Language::Diff)
        painter.diff();
    else if (bodyKind == Language::Json)
        painter.json(body);
    else if (bodyKind == Language::Xml)
        painter.xml(body);
    return painter.styles();
}

} // namespace callboard::payloadtext
