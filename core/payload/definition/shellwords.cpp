#include "core/payload/definition/shellwords.h"

#include <optional>

namespace callboard {

namespace {

constexpr QChar kLeft = u'\u2018';
constexpr QChar kRight = u'\u2019';
constexpr QChar kLeftDouble = u'\u201C';
constexpr QChar kRightDouble = u'\u201D';

// Follows the brackets of a JSON text, so that a quote inside it is told from the one that ends it.
class BracketDepth {
public:
    void see(QChar c)
    {
        if (c == u'\n')
            m_inString = m_escaped = false; // JSON strings end on their line
        else if (m_escaped)
            m_escaped = false;
        else if (m_inString && c == u'\\')
            m_escaped = true;
        else if (c == u'"')
            m_inString = !m_inString;
        else if (!m_inString && (c == u'{' || c == u'['))
            ++m_depth;
        else if (!m_inString && (c == u'}' || c == u']'))
            --m_depth;
    }
    [[nodiscard]] bool isOpen() const { return m_depth > 0 && !m_inString; }

private:
    int m_depth = 0;
    bool m_inString = false;
    bool m_escaped = false;
};

class Splitter {
public:
    Splitter(qsizetype start, ImportNotes &notes)
        : m_notes(notes)
        , m_text(notes.source.text())
        , m_pos(start)
    {
    }

    Result<QList<MappedText>> split();

private:
    bool step(); // false: the command ends here, or m_error is set
    bool readBackslash();
    bool readSingle();
    bool readDouble();
    bool readAnsi();
    bool readCurly();
    void readAnsiEscape();
    bool lineEnd();
    void finishWord();
    bool neverClosed(qsizetype opened);
    bool endsTooEarly(qsizetype quote, const BracketDepth &brackets) const;
    qsizetype skipBlanks(qsizetype from) const;

    QChar at(qsizetype i) const { return i < m_text.size() ? m_text[i] : QChar(); }
    void take(QChar c)
    {
        m_word.append(c, m_pos);
        m_inWord = true;
    }

    ImportNotes &m_notes;
    const QString &m_text;
    qsizetype m_pos;
    MappedText m_word;
    bool m_inWord = false;
    QList<MappedText> m_words;
    std::optional<Error> m_error;
};

Result<QList<MappedText>> Splitter::split()
{
    while (m_pos < m_text.size() && step()) { }
    if (m_error)
        return tl::unexpected<Error>(*m_error);
    finishWord();
    return std::move(m_words);
}

void Splitter::finishWord()
{
    if (!m_inWord)
        return;
    if (m_word.origin.isEmpty())
        m_word.origin.append(m_pos); // an empty word, ''
    if (mendHalfPairs(m_word.text))
        m_notes.repair(m_word.originOf(0), QStringLiteral("half a surrogate pair"), QStringLiteral("read as U+FFFD"));
    m_words.append(std::move(m_word));
    m_word = {};
    m_inWord = false;
}

bool Splitter::step()
{
    const QChar c = m_text[m_pos];
    if (c == u'\n')
        return lineEnd();
    if (c.isSpace()) {
        finishWord();
        ++m_pos;
        return true;
    }
    if (c == u'\\')
        return readBackslash();
    if (c == u'\'')
        return readSingle();
    if (c == u'"')
        return readDouble();
    if (c == u'$' && at(m_pos + 1) == u'\'')
        return readAnsi();
    if (!m_inWord && (c == kLeft || c == kRight || c == kLeftDouble || c == kRightDouble))
        return readCurly();
    if (c == u'&' && m_inWord && !at(m_pos + 1).isNull() && !at(m_pos + 1).isSpace() && at(m_pos + 1) != u'&')
        m_notes.repair(m_pos, QStringLiteral("“&” without quotes"), QStringLiteral("kept as part of the word"));
    else if (QStringView(u";|&<>").contains(c) || (c == u'#' && !m_inWord))
        return false;
    take(c);
    ++m_pos;
    return true;
}

qsizetype Splitter::skipBlanks(qsizetype from) const
{
    while (from < m_text.size() && m_text[from] != u'\n' && m_text[from].isSpace())
        ++from;
    return from;
}

bool Splitter::readBackslash()
{
    const qsizetype next = skipBlanks(m_pos + 1);
    if (at(next) == u'\n') {
        const bool blanks = next > m_pos + 1 && !(next == m_pos + 2 && m_text[m_pos + 1] == u'\r');
        if (blanks)
            m_notes.repair(m_pos, QStringLiteral("blanks after the line continuation"), QStringLiteral("left out"));
        m_pos = next + 1;
        return true;
    }
    ++m_pos;
    if (m_pos < m_text.size()) {
        take(m_text[m_pos]);
        ++m_pos;
    }
    return true;
}

// The command goes on where the next line begins with an option, as in samples that lost their backslashes.
bool Splitter::lineEnd()
{
    const qsizetype next = skipBlanks(m_pos + 1);
    const bool option = at(next) == u'-'
        && (at(next + 1).isLetter() || (at(next + 1) == u'-' && at(next + 2).isLetter()));
    if (!option)
        return false;
    m_notes.repair(m_pos, QStringLiteral("missing line continuation"), QStringLiteral("read on in the next line"));
    finishWord();
    m_pos = next;
    return true;
}

bool Splitter::neverClosed(qsizetype opened)
{
    m_error = m_notes.source.failAt(ErrorCode::Malformed, opened, QStringLiteral("the quote is never closed")).value();
    return false;
}

// A quote at the end of a line while brackets of the JSON body are open and more of it follows.
bool Splitter::endsTooEarly(qsizetype quote, const BracketDepth &brackets) const
{
    const qsizetype lineEnd = skipBlanks(quote + 1);
    if (!brackets.isOpen() || at(lineEnd) != u'\n')
        return false;
    qsizetype next = lineEnd;
    while (next < m_text.size() && m_text[next].isSpace())
        ++next;
    return next < m_text.size() && QStringView(u"{}[]\",").contains(m_text[next]);
}

bool Splitter::readSingle()
{
    const qsizetype opened = m_pos++;
    m_inWord = true;
    BracketDepth brackets;
    for (; m_pos < m_text.size(); ++m_pos) {
        const QChar c = m_text[m_pos];
        if (c == u'\'') {
            if (!endsTooEarly(m_pos, brackets)) {
                ++m_pos;
                return true;
            }
            m_notes.repair(m_pos, QStringLiteral("stray quote"), QStringLiteral("left out"));
            continue;
        }
        brackets.see(c);
        take(c);
    }
    return neverClosed(opened);
}

bool Splitter::readDouble()
{
    const qsizetype opened = m_pos++;
    m_inWord = true;
    while (m_pos < m_text.size()) {
        QChar c = m_text[m_pos];
        if (c == u'"') {
            ++m_pos;
            return true;
        }
        if (c == u'\\' && at(m_pos + 1) == u'\n') {
            m_pos += 2;
            continue;
        }
        if (c == u'\\' && !at(m_pos + 1).isNull() && QStringView(u"$`\"\\").contains(at(m_pos + 1)))
            c = m_text[++m_pos];
        take(c);
        ++m_pos;
    }
    return neverClosed(opened);
}

bool Splitter::readCurly()
{
    const qsizetype opened = m_pos;
    const bool single = m_text[m_pos] == kLeft || m_text[m_pos] == kRight;
    m_notes.repair(m_pos, QStringLiteral("curly quotes"), QStringLiteral("read as '…'"));
    m_inWord = true;
    for (++m_pos; m_pos < m_text.size(); ++m_pos) {
        const QChar c = m_text[m_pos];
        if (single ? (c == kLeft || c == kRight) : (c == kLeftDouble || c == kRightDouble)) {
            ++m_pos;
            return true;
        }
        take(c);
    }
    return neverClosed(opened);
}

bool Splitter::readAnsi()
{
    const qsizetype opened = m_pos;
    m_pos += 2;
    m_inWord = true;
    while (m_pos < m_text.size()) {
        if (m_text[m_pos] == u'\'') {
            ++m_pos;
            return true;
        }
        if (m_text[m_pos] == u'\\') {
            readAnsiEscape();
        } else {
            take(m_text[m_pos]);
            ++m_pos;
        }
    }
    return neverClosed(opened);
}

void Splitter::readAnsiEscape()
{
    static constexpr QStringView kLetters = u"abefnrtv\\'\"?";
    static constexpr QStringView kMeanings = u"\a\b\x1B\f\n\r\t\v\\'\"?";
    const QChar letter = at(m_pos + 1);
    if (const qsizetype known = letter.isNull() ? -1 : kLetters.indexOf(letter); known >= 0) {
        take(kMeanings[known]);
        m_pos += 2;
        return;
    }
    const qsizetype most = letter == u'x' ? 2 : letter == u'u' ? 4 : 0;
    qsizetype digits = 0;
    while (digits < most && at(m_pos + 2 + digits).unicode() < 0x80 && isxdigit(at(m_pos + 2 + digits).unicode()))
        ++digits;
    if (digits == 0) {
        take(u'\\'); // escapes nothing: stands for itself
        ++m_pos;
        return;
    }
    take(QChar(QStringView(m_text).mid(m_pos + 2, digits).toUShort(nullptr, 16)));
    m_pos += 2 + digits;
}

} // namespace

Result<QList<MappedText>> readShellWords(qsizetype start, ImportNotes &notes)
{
    return Splitter(start, notes).split();
}

} // namespace callboard
