#include "core/store/filter/filterterm.h"

#include "core/store/filter/filterkeys.h"

namespace callboard {

namespace {

constexpr QChar kQuote = u'"';

class Lexer {
public:
    explicit Lexer(const QString &text)
        : m_text(text)
    {
    }

    QList<FilterTerm> all()
    {
        QList<FilterTerm> terms;
        for (skipBlanks(); m_at < m_text.size(); skipBlanks())
            terms.append(term());
        return terms;
    }

private:
    [[nodiscard]] QChar at(qsizetype index) const { return index < m_text.size() ? m_text[index] : QChar(); }
    [[nodiscard]] bool ended(qsizetype index) const { return index >= m_text.size() || m_text[index].isSpace(); }
    void skipBlanks()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }

    FilterTerm term()
    {
        FilterTerm term;
        term.from = m_at;
        takeNot(term);
        term.keyFrom = m_at;
        if (m_at < m_text.size()) {
            if (takeKey(term))
                takeValues(term);
            else
                term.values.append(value(false));
        }
        term.length = m_at - term.from;
        return term;
    }

    void takeNot(FilterTerm &term)
    {
        if (QStringView(m_text).mid(m_at, 3).compare(u"not", Qt::CaseInsensitive) == 0 && ended(m_at + 3)) {
            term.negated = true;
            m_at += 3;
            const qsizetype end = m_at;
            skipBlanks();
            if (m_at >= m_text.size())
                m_at = end;
        } else if (at(m_at) == u'-' && !ended(m_at + 1)) {
            term.negated = true;
            ++m_at;
        }
    }

    // A word with : or ~ behind it is a key, known or not; < and > make one of those that are known alone. An address
    // (https://...) is text.
    bool takeKey(FilterTerm &term)
    {
        qsizetype end = m_at;
        while (at(end).isLetter() || (end > m_at && at(end) == u'-'))
            ++end;
        const QChar sign = at(end);
        if (end == m_at || !QStringView(u":~<>").contains(sign))
            return false;
        const QString key = m_text.mid(m_at, end - m_at).toLower();
        if ((sign == u'<' || sign == u'>') && !filterKeyFrom(key))
            return false;
        if (sign == u':' && at(end + 1) == u'/' && at(end + 2) == u'/')
            return false;
        term.key = key;
        const bool orEqual = (sign == u'<' || sign == u'>') && at(end + 1) == u'=';
        term.relation = m_text.mid(end, orEqual ? 2 : 1);
        m_at = end + term.relation.size();
        return true;
    }

    void takeValues(FilterTerm &term)
    {
        term.values.append(value(true));
        while (at(m_at) == u',') {
            ++m_at;
            term.values.append(value(true));
        }
    }

    FilterValue value(bool listed)
    {
        FilterValue value;
        value.from = m_at;
        if (at(m_at) == kQuote) {
            takeQuoted(value);
        } else {
            while (!ended(m_at) && !(listed && at(m_at) == u','))
                value.text += m_text[m_at++];
        }
        value.length = m_at - value.from;
        return value;
    }

    void takeQuoted(FilterValue &value)
    {
        value.quoted = true;
        value.closed = false;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == u'\\' && (at(m_at + 1) == kQuote || at(m_at + 1) == u'\\')) {
                value.text += m_text[++m_at];
            } else if (m_text[m_at] == kQuote) {
                value.closed = true;
                ++m_at;
                return;
            } else {
                value.text += m_text[m_at];
            }
        }
    }

    const QString &m_text;
    qsizetype m_at = 0;
};

} // namespace

QList<FilterTerm> filterTerms(const QString &text)
{
    return Lexer(text).all();
}

QString quotedForFilter(const QString &value)
{
    // Read as a free word it has to come back as itself, and as a value besides.
    const QList<FilterTerm> terms = filterTerms(value);
    const bool plain = terms.size() == 1 && !terms[0].negated && terms[0].key.isEmpty() && terms[0].values.size() == 1
        && terms[0].values[0].text == value && !value.contains(u',') && !value.contains(kQuote) && !value.contains(u'*')
        && value != QLatin1String("marked");
    return plain ? value : inQuotes(value);
}

QString inQuotes(const QString &value)
{
    QString text = value;
    text.replace(u'\\', QLatin1String("\\\\")).replace(kQuote, QLatin1String("\\\""));
    return kQuote + text + kQuote;
}

} // namespace callboard
