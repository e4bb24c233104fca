#include "core/payload/definition/lenientjson.h"

#include "core/payload/cloudevents.h"

#include <QRegularExpression>

namespace callboard {

namespace {

bool isCurlyDouble(QChar c)
{
    return c == u'\u201C' || c == u'\u201D' || c == u'\u201E';
}
bool isCurlySingle(QChar c)
{
    return c == u'\u2018' || c == u'\u2019';
}
bool isQuote(QChar c)
{
    return c == u'"' || c == u'\'' || isCurlyDouble(c) || isCurlySingle(c);
}
bool isBlank(QChar c)
{
    return c.isSpace() || c == u'\uFEFF';
}
bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || QStringView(u"_+-.").contains(c);
}

class Reader {
public:
    Reader(const MappedText &text, ImportNotes &notes)
        : m_mapped(text)
        , m_text(text.text)
        , m_notes(notes)
    {
    }

    Result<JsonNode> read();

private:
    bool readValue(JsonNode &node, int depth);
    bool readObject(JsonNode &node, int depth);
    bool readArray(JsonNode &node, int depth);
    bool readKey(JsonMember &member);
    bool readString(QString &out);
    bool readEscape(QString &out);
    bool readWord(JsonNode &node);
    bool afterItem(QChar closing, bool inObject);

    void skipBlank();
    void skipStray();
    bool isStrayQuote() const;
    qsizetype closingQuote(qsizetype from, QChar opening) const;

    bool atEnd() const { return m_pos >= m_text.size(); }
    QChar peek() const { return m_text[m_pos]; }
    bool stop(qsizetype at, const QString &what);
    void repair(qsizetype at, const QString &what, const QString &how);

    const MappedText &m_mapped;
    const QString &m_text;
    ImportNotes &m_notes;
    qsizetype m_pos = 0;
    qsizetype m_valueEnd = 0;
    Error m_error;
};

bool Reader::stop(qsizetype at, const QString &what)
{
    m_error = m_notes.source.failAt(ErrorCode::Malformed, m_mapped.originOf(at), what).value();
    return false;
}

void Reader::repair(qsizetype at, const QString &what, const QString &how)
{
    m_notes.repair(m_mapped.originOf(at), what, how);
}

void Reader::skipBlank()
{
    while (!atEnd()) {
        if (peek() == u'\\')
            repair(m_pos, QStringLiteral("stray backslash"), QStringLiteral("left out"));
        else if (!isBlank(peek()))
            return;
        ++m_pos;
    }
}

void Reader::skipStray()
{
    skipBlank();
    while (!atEnd() && isStrayQuote()) {
        repair(m_pos, QStringLiteral("stray quote"), QStringLiteral("left out"));
        ++m_pos;
        skipBlank();
    }
}

// A quote with nothing to quote: the line ends after it, or a comma or closing bracket follows.
bool Reader::isStrayQuote() const
{
    if (!isQuote(peek()))
        return false;
    qsizetype next = m_pos + 1;
    while (next < m_text.size() && m_text[next] != u'\n' && (isBlank(m_text[next]) || m_text[next] == u'\\'))
        ++next;
    return next == m_text.size() || m_text[next] == u'\n' || QStringView(u",}]").contains(m_text[next]);
}

Result<JsonNode> Reader::read()
{
    JsonNode root;
    skipBlank();
    if (atEnd()) {
        stop(0, QStringLiteral("there is nothing here"));
        return tl::unexpected<Error>(m_error);
    }
    if (!readValue(root, 1))
        return tl::unexpected<Error>(m_error);
    skipStray();
    while (!atEnd() && (peek() == u',' || peek() == u';')) {
        repair(m_pos, QStringLiteral("stray “%1” after the end").arg(peek()), QStringLiteral("left out"));
        ++m_pos;
        skipStray();
    }
    if (!atEnd()) {
        stop(m_pos, QStringLiteral("more text after the end of the JSON"));
        return tl::unexpected<Error>(m_error);
    }
    return root;
}

bool Reader::readValue(JsonNode &node, int depth)
{
    skipBlank();
    if (depth > kDeepestNesting + 1)
        return stop(m_pos, QStringLiteral("nested deeper than %1 levels").arg(kDeepestNesting));
    if (m_notes.tooMany())
        return stop(m_pos, QStringLiteral("too many faults; this is not a callback definition"));
    if (atEnd())
        return stop(m_pos, QStringLiteral("a value is missing"));
    node.offset = m_mapped.originOf(m_pos);
    bool ok = false;
    if (const QChar c = peek(); c == u'{' || c == u'[') {
        if (depth > kDeepestNesting)
            return stop(m_pos, QStringLiteral("nested deeper than %1 levels").arg(kDeepestNesting));
        ok = c == u'{' ? readObject(node, depth) : readArray(node, depth);
    } else if (isQuote(c)) {
        node.kind = JsonNode::Kind::String;
        ok = readString(node.text);
    } else {
        ok = readWord(node);
    }
    m_valueEnd = m_pos;
    return ok;
}

bool Reader::readObject(JsonNode &node, int depth)
{
    const qsizetype opened = m_pos++;
    node.kind = JsonNode::Kind::Object;
    for (skipStray(); !atEnd() && peek() != u'}';) {
        JsonMember member;
        if (!readKey(member) || !readValue(member.value, depth + 1))
            return false;
        node.members.push_back(std::move(member));
        if (!afterItem(u'}', true))
            return false;
    }
    if (atEnd())
        return stop(opened, QStringLiteral("“{” is never closed"));
    ++m_pos;
    return true;
}

bool Reader::readArray(JsonNode &node, int depth)
{
    const qsizetype opened = m_pos++;
    node.kind = JsonNode::Kind::Array;
    for (skipBlank(); !atEnd() && peek() != u']';) {
        JsonNode item;
        if (!readValue(item, depth + 1))
            return false;
        node.items.push_back(std::move(item));
        if (!afterItem(u']', false))
            return false;
    }
    if (atEnd())
        return stop(opened, QStringLiteral("“[” is never closed"));
    ++m_pos;
    return true;
}

// Behind a member or item: a comma and more, or the end; mends a comma too many and a comma too few.
bool Reader::afterItem(QChar closing, bool inObject)
{
    const qsizetype end = m_valueEnd;
    skipStray();
    if (atEnd() || peek() == closing)
        return true;
    if (peek() == u',') {
        qsizetype comma = m_pos++;
        for (skipStray(); !atEnd() && (peek() == closing || peek() == u','); skipStray()) {
            repair(comma, QStringLiteral("trailing comma"), QStringLiteral("left out"));
            if (peek() == closing)
                return true;
            comma = m_pos++;
        }
        return true;
    }
    const bool opensItem = isQuote(peek()) || (!inObject && (peek() == u'{' || peek() == u'['));
    if (!opensItem)
        return stop(m_pos, QStringLiteral("expected “,” or “%1”, found “%2”").arg(closing).arg(peek()));
    const qsizetype quoteEnd = isQuote(peek()) ? closingQuote(m_pos + 1, peek()) : -1;
    const QString next = quoteEnd < 0 ? QString(peek()) : m_text.mid(m_pos + 1, quoteEnd - m_pos - 1).left(40);
    repair(end, QStringLiteral("missing comma"), QStringLiteral("inserted before “%1”").arg(next));
    return true;
}

bool Reader::readKey(JsonMember &member)
{
    skipBlank();
    member.offset = m_mapped.originOf(m_pos);
    const qsizetype start = m_pos;
    if (isQuote(peek())) {
        if (!readString(member.key))
            return false;
    } else {
        while (!atEnd() && isWordPart(peek()))
            member.key.append(m_text[m_pos++]);
        if (member.key.isEmpty())
            return stop(start, QStringLiteral("expected a key in quotes, found “%1”").arg(m_text[start]));
        repair(start, QStringLiteral("key without quotes"), QStringLiteral("read as “%1”").arg(member.key));
    }
    skipBlank();
    if (atEnd() || peek() != u':')
        return stop(m_pos, QStringLiteral("expected “:” after “%1”").arg(member.key.left(40)));
    ++m_pos;
    return true;
}

// Where the string that opened with `opening` ends: at its own kind of quote if the line has one, else at a curly one
// ("path” happens where a word processor saw the sample). -1: nowhere on this line.
qsizetype Reader::closingQuote(qsizetype from, QChar opening) const
{
    const bool doubled = opening == u'"' || isCurlyDouble(opening);
    const bool straight = opening == u'"' || opening == u'\'';
    qsizetype other = -1;
    for (qsizetype i = from; i < m_text.size() && m_text[i] != u'\n'; ++i) {
        const QChar c = m_text[i];
        if (c == u'\\')
            ++i;
        else if (straight && c == opening)
            return i;
        else if (other < 0 && (doubled ? (isCurlyDouble(c) || c == u'"') : (isCurlySingle(c) || c == u'\'')))
            other = i;
        if (other >= 0 && !straight)
            break;
    }
    return other;
}

bool Reader::readString(QString &out)
{
    const qsizetype start = m_pos;
    const QChar opening = peek();
    const qsizetype end = closingQuote(start + 1, opening);
    if (end < 0)
        return stop(start, QStringLiteral("the quote is never closed on its line"));
    if (opening != u'"' || m_text[end] != u'"') {
        const bool single = opening == u'\'' || isCurlySingle(opening);
        repair(start, single ? QStringLiteral("single quotes") : QStringLiteral("curly quotes"),
               QStringLiteral("read as \"…\""));
    }
    for (++m_pos; m_pos < end;) {
        if (peek() == u'\\') {
            if (!readEscape(out))
                return false;
        } else if (peek().unicode() < 0x20) {
            return stop(m_pos, QStringLiteral("a control character inside quotes"));
        } else {
            out.append(m_text[m_pos++]);
        }
    }
    if (mendHalfPairs(out))
        repair(start, QStringLiteral("half a surrogate pair"), QStringLiteral("read as U+FFFD"));
    m_pos = end + 1;
    return true;
}

bool Reader::readEscape(QString &out)
{
    static constexpr QStringView kLetters = u"\"\\/bfnrt";
    static constexpr QStringView kMeanings = u"\"\\/\b\f\n\r\t";
    const qsizetype start = m_pos++;
    const QChar letter = atEnd() ? QChar() : m_text[m_pos++];
    if (const qsizetype known = kLetters.indexOf(letter); known >= 0) {
        out.append(kMeanings[known]);
        return true;
    }
    if (letter == u'u') {
        bool ok = false;
        const QString digits = m_text.mid(m_pos, 4);
        const uint unit = digits.toUInt(&ok, 16);
        if (!ok || digits.size() != 4)
            return stop(start, QStringLiteral("\\u needs four hexadecimal digits"));
        out.append(QChar(static_cast<char16_t>(unit)));
        m_pos += 4;
        return true;
    }
    repair(start, QStringLiteral("backslash that escapes nothing"), QStringLiteral("kept as a backslash"));
    out.append(u'\\').append(letter);
    return true;
}

bool Reader::readWord(JsonNode &node)
{
    static const QRegularExpression number(QStringLiteral("\\A-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?\\z"));
    const qsizetype start = m_pos;
    while (!atEnd() && isWordPart(peek()))
        node.text.append(m_text[m_pos++]);
    if (node.text.isEmpty())
        return stop(start, QStringLiteral("expected a value, found “%1”").arg(m_text[start]));
    if (number.match(node.text).hasMatch()) {
        node.kind = JsonNode::Kind::Number;
        return true;
    }
    const QString word = node.text.toLower();
    if (word != QLatin1String("true") && word != QLatin1String("false") && word != QLatin1String("null"))
        return stop(start, QStringLiteral("“%1” is no value; text needs quotes").arg(node.text.left(40)));
    if (word != node.text)
        repair(start, QStringLiteral("“%1”").arg(node.text), QStringLiteral("read as %1").arg(word));
    node.kind = word == QLatin1String("null") ? JsonNode::Kind::Null : JsonNode::Kind::Bool;
    node.text = word;
    return true;
}

} // namespace

Result<JsonNode> readLenientJson(const MappedText &text, ImportNotes &notes)
{
    return Reader(text, notes).read();
}

} // namespace callboard
