#include "core/intake/route.h"

#include "core/intake/problem.h"

#include <QStringDecoder>

#include <algorithm>
#include <utility>

namespace callboard {

namespace {

using Parameters = QHash<QByteArray, QString>;

constexpr qsizetype kLongestQuote = 200;

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::optional<QByteArray> withoutPercents(QByteArrayView segment)
{
    QByteArray bytes;
    bytes.reserve(segment.size());
    for (qsizetype i = 0; i < segment.size(); ++i) {
        if (segment[i] != '%') {
            bytes.append(segment[i]);
            continue;
        }
        const int high = i + 2 < segment.size() ? hexValue(segment[i + 1]) : -1;
        const int low = i + 2 < segment.size() ? hexValue(segment[i + 2]) : -1;
        if (high < 0 || low < 0)
            return std::nullopt;
        bytes.append(char(high * 16 + low));
        i += 2;
    }
    return bytes;
}

std::optional<QString> decoded(QByteArrayView segment)
{
    const auto bytes = withoutPercents(segment);
    if (!bytes)
        return std::nullopt;
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString text = decoder(*bytes);
    const bool bad = decoder.hasError() || text.size() > kLongestParameter
        || std::ranges::any_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
    return bad ? std::nullopt : std::optional(text);
}

// Empty optional: the path is not one of the pattern's.
std::optional<Parameters> match(const QByteArray &pattern, const QByteArray &path)
{
    const QByteArrayList wanted = pattern.split('/');
    const QByteArrayList given = path.split('/');
    if (wanted.size() != given.size())
        return std::nullopt;
    Parameters parameters;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const auto value = decoded(given[i]);
        if (!value)
            return std::nullopt;
        if (wanted[i].startsWith('{')) {
            if (value->isEmpty())
                return std::nullopt;
            parameters.insert(wanted[i].sliced(1).chopped(1), *value);
        } else if (*value != QLatin1String(wanted[i])) {
            return std::nullopt;
        }
    }
    return parameters;
}

QString quoted(const QByteArray &path)
{
    return QStringLiteral("“%1”").arg(QString::fromUtf8(path.left(kLongestQuote)));
}

} // namespace

RouteTable::RouteTable(QList<Route> routes)
    : m_routes(std::move(routes))
{
}

const Route *RouteTable::guarding(const QByteArray &path) const
{
    const auto found = std::ranges::find_if(m_routes,
                                            [&](const Route &route) { return match(route.path, path).has_value(); });
    return found == m_routes.end() ? nullptr : &*found;
}

std::variant<RouteMatch, DoorAnswer> RouteTable::find(const QByteArray &method, const QByteArray &path) const
{
    const QByteArray wanted = method == "HEAD" ? QByteArray("GET") : method;
    QByteArrayList allowed;
    for (const Route &route : m_routes) {
        auto parameters = match(route.path, path);
        if (!parameters)
            continue;
        if (route.method == wanted)
            return RouteMatch{&route, std::move(*parameters)};
        allowed.append(route.method == "GET" ? QByteArray("GET, HEAD") : route.method);
    }
    if (allowed.isEmpty())
        return problem(404, QStringLiteral("not-found"), QStringLiteral("There is nothing at %1.").arg(quoted(path)));
    DoorAnswer answer = problem(405, QStringLiteral("method-not-allowed"),
                                QStringLiteral("%1 does not take %2.").arg(quoted(path), QString::fromLatin1(method)));
    answer.headers.emplaceBack("Allow", allowed.join(", "));
    return answer;
}

} // namespace callboard
