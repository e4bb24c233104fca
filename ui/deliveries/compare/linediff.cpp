#include "ui/deliveries/compare/linediff.h"

#include <algorithm>
#include <vector>

namespace callboard {

namespace {

using Kind = DiffLine::Kind;

constexpr qsizetype kLongest = 2'000; // lines that are compared each with each

void addAll(QList<DiffLine> &lines, Kind kind, const QByteArrayList &texts)
{
    for (const QByteArray &text : texts)
        lines.append({kind, text});
}

// The longest common subsequence: of [i, end) and [j, end) its length stands at (i, j).
class CommonLines {
public:
    CommonLines(const QByteArrayList &before, const QByteArrayList &after)
        : m_width(size_t(after.size()) + 1)
        , m_lengths((size_t(before.size()) + 1) * m_width)
    {
        for (qsizetype i = before.size() - 1; i >= 0; --i) {
            for (qsizetype j = after.size() - 1; j >= 0; --j)
                at(i, j) = before[i] == after[j] ? quint16(at(i + 1, j + 1) + 1) : std::max(at(i + 1, j), at(i, j + 1));
        }
    }

    quint16 &at(qsizetype i, qsizetype j) { return m_lengths[size_t(i) * m_width + size_t(j)]; }

private:
    size_t m_width;
    std::vector<quint16> m_lengths;
};

void addMiddle(QList<DiffLine> &lines, const QByteArrayList &before, const QByteArrayList &after)
{
    if (before.size() > kLongest || after.size() > kLongest) {
        addAll(lines, Kind::Gone, before);
        addAll(lines, Kind::Come, after);
        return;
    }
    CommonLines common(before, after);
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < before.size() && j < after.size()) {
        if (before[i] == after[j]) {
            lines.append({Kind::Same, before[i]});
            ++i;
            ++j;
        } else if (common.at(i + 1, j) >= common.at(i, j + 1)) {
            lines.append({Kind::Gone, before[i++]});
        } else {
            lines.append({Kind::Come, after[j++]});
        }
    }
    addAll(lines, Kind::Gone, before.mid(i));
    addAll(lines, Kind::Come, after.mid(j));
}

} // namespace

QList<DiffLine> lineDiff(const QByteArray &before, const QByteArray &after)
{
    const QByteArrayList a = before.split('\n');
    const QByteArrayList b = after.split('\n');
    const qsizetype shorter = std::min(a.size(), b.size());
    qsizetype head = 0;
    while (head < shorter && a[head] == b[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    QList<DiffLine> lines;
    addAll(lines, Kind::Same, a.mid(0, head));
    addMiddle(lines, a.mid(head, a.size() - head - tail), b.mid(head, b.size() - head - tail));
    addAll(lines, Kind::Same, a.mid(a.size() - tail));
    return lines;
}

QByteArray diffText(const QList<DiffLine> &lines)
{
    QByteArray text;
    for (const DiffLine &line : lines)
        text += (line.kind == Kind::Gone ? "- " : line.kind == Kind::Come ? "+ " : "  ") + line.text + '\n';
    return text;
}

qsizetype differences(const QList<DiffLine> &lines)
{
    return std::count_if(lines.begin(), lines.end(), [](const DiffLine &line) { return line.kind != Kind::Same; });
}

} // namespace callboard
