#include "core/payload/definition/sourcetext.h"

#include <algorithm>

namespace callboard {

SourceText::SourceText(QString text, Naming naming)
    : m_text(std::move(text))
    , m_naming(std::move(naming))
    , m_lineStarts{0}
{
    for (qsizetype at = m_text.indexOf(u'\n'); at >= 0; at = m_text.indexOf(u'\n', at + 1))
        m_lineStarts.append(at + 1);
}

Position SourceText::position(qsizetype offset) const
{
    const qsizetype clamped = std::clamp<qsizetype>(offset, 0, m_text.size());
    const auto next = std::upper_bound(m_lineStarts.begin(), m_lineStarts.end(), clamped);
    const qsizetype start = *std::prev(next);
    const QStringView before = QStringView(m_text).mid(start, clamped - start);
    const auto pairs = std::count_if(before.begin(), before.end(), [](QChar c) { return c.isLowSurrogate(); });
    return {static_cast<int>(std::distance(m_lineStarts.begin(), next)), static_cast<int>(before.size() - pairs) + 1};
}

QString SourceText::where(qsizetype offset) const
{
    if (m_naming)
        return m_naming(offset);
    const Position at = position(offset);
    return QStringLiteral("line %1, column %2").arg(at.line).arg(at.column);
}

tl::unexpected<Error> SourceText::failAt(ErrorCode code, qsizetype offset, const QString &what) const
{
    return fail(code, where(offset) + QStringLiteral(": ") + what);
}

qsizetype MappedText::originOf(qsizetype offset) const
{
    return origin.isEmpty() ? offset : origin[std::clamp<qsizetype>(offset, 0, origin.size() - 1)];
}

void MappedText::append(QChar unit, qsizetype from)
{
    if (origin.isEmpty())
        origin.append(from);
    text.append(unit);
    origin.last() = from;
    origin.append(from + 1);
}

MappedText MappedText::mid(qsizetype from, qsizetype length) const
{
    MappedText part;
    part.text = text.mid(from, length);
    for (qsizetype i = 0; i <= part.text.size(); ++i)
        part.origin.append(originOf(from + i));
    return part;
}

MappedText MappedText::trimmed() const
{
    qsizetype from = 0;
    qsizetype to = text.size();
    while (from < to && text[from].isSpace())
        ++from;
    while (to > from && text[to - 1].isSpace())
        --to;
    return mid(from, to - from);
}

bool mendHalfPairs(QString &text)
{
    bool mended = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            ++i;
        } else if (text[i].isSurrogate()) {
            text[i] = QChar::ReplacementCharacter;
            mended = true;
        }
    }
    return mended;
}

void ImportNotes::repair(qsizetype offset, const QString &what, const QString &how)
{
    if (tooMany())
        return;
    const Position at = source.position(offset);
    repairs.append({at.line, at.column, what, how});
}

void ImportNotes::warn(qsizetype offset, const QString &what)
{
    if (warnings.size() < most)
        warnings.append(source.where(offset) + QStringLiteral(": ") + what);
}

} // namespace callboard
