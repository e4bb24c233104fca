#include "core/domain/ports.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>

namespace callboard {

namespace {

// In ascending order.
constexpr std::array kForbidden{0,    1,    7,    9,    11,   13,   15,   17,   19,   20,   21,   22,   23,   25,
                                37,   42,   43,   53,   69,   77,   79,   87,   95,   101,  102,  103,  104,  109,
                                110,  111,  113,  115,  117,  119,  123,  135,  137,  139,  143,  161,  179,  389,
                                427,  465,  512,  513,  514,  515,  526,  530,  531,  532,  540,  548,  554,  556,
                                563,  587,  601,  636,  989,  990,  993,  995,  1719, 1720, 1723, 2049, 3659, 4045,
                                4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080};
static_assert(std::is_sorted(kForbidden.begin(), kForbidden.end()));

constexpr qsizetype kLongestQuote = 40;

tl::unexpected<Error> wrong(const QString &part, const QString &why)
{
    return fail(ErrorCode::InvalidArgument, QStringLiteral("“%1” %2").arg(part.left(kLongestQuote), why));
}

std::optional<quint16> portFrom(const QString &text)
{
    const bool digits = !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool fits = false;
    const quint16 port = text.toUShort(&fits);
    return digits && fits && port > 0 ? std::optional(port) : std::nullopt;
}

Result<PortRange> rangeFrom(const QString &part)
{
    const qsizetype dash = part.indexOf(u'-');
    const auto first = portFrom(part.left(dash).trimmed());
    const auto last = dash < 0 ? first : portFrom(part.mid(dash + 1).trimmed());
    if (!first || !last)
        return wrong(part,
                     QStringLiteral("is no port and no range of ports: expected such as 443 or 8000-8999, from "
                                    "1 to 65535."));
    if (*last < *first)
        return wrong(part, QStringLiteral("ends before it begins."));
    if (*first == *last && isForbiddenPort(*first))
        return wrong(part, QStringLiteral("is another protocol's port, which is never called."));
    return PortRange{*first, *last};
}

QList<PortRange> joined(QList<PortRange> ranges)
{
    std::ranges::sort(ranges, {}, &PortRange::first);
    QList<PortRange> list;
    for (const PortRange &range : std::as_const(ranges)) {
        if (!list.isEmpty() && range.first <= list.last().last + 1)
            list.last().last = std::max(list.last().last, range.last);
        else
            list.append(range);
    }
    return list;
}

} // namespace

bool isForbiddenPort(int port)
{
    return std::ranges::binary_search(kForbidden, port);
}

PortList PortList::standard()
{
    PortList list;
    list.m_ranges = {{80, 80}, {443, 443}, {1024, 65535}};
    return list;
}

Result<PortList> PortList::parse(const QString &text)
{
    QList<PortRange> ranges;
    for (const QString &part : text.split(u',')) {
        const auto range = rangeFrom(part.trimmed());
        if (!range)
            return tl::unexpected(range.error());
        ranges.append(*range);
    }
    PortList list;
    list.m_ranges = joined(std::move(ranges));
    return list;
}

bool PortList::contains(int port) const
{
    const bool named = std::ranges::any_of(
        m_ranges, [port](const PortRange &range) { return port >= range.first && port <= range.last; });
    return named && !isForbiddenPort(port);
}

QString PortList::toString() const
{
    QStringList parts;
    for (const PortRange &range : m_ranges) {
        const QString first = QString::number(range.first);
        parts.append(range.first == range.last ? first : QStringLiteral("%1-%2").arg(first).arg(range.last));
    }
    return parts.join(QLatin1String(", "));
}

} // namespace callboard
