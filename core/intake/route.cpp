#include "core/intake/route.h"

#include "core/intake/problem.h"

#include <QString>

#include <algorithm>
#include <utility>

namespace callboard {

RouteTable::RouteTable(QList<Route> routes)
    : m_routes(std::move(routes))
{
}

bool RouteTable::isOpen(const QByteArray &path) const
{
    return std::ranges::any_of(
        m_routes, [&](const Route &route) { return route.path == path && route.access == Route::Access::Open; });
}

std::variant<const Route *, DoorAnswer> RouteTable::find(const QByteArray &method, const QByteArray &path) const
{
    const QByteArray wanted = method == "HEAD" ? QByteArray("GET") : method;
    QByteArrayList allowed;
    for (const Route &route : m_routes) {
        if (route.path != path)
            continue;
        if (route.method == wanted)
            return &route;
        allowed.append(route.method == "GET" ? QByteArray("GET, HEAD") : route.method);
    }
    if (allowed.isEmpty())
        return problem(404, QStringLiteral("not-found"),
                       QStringLiteral("There is nothing at “%1”.").arg(QString::fromUtf8(path)));
    DoorAnswer answer = problem(
        405, QStringLiteral("method-not-allowed"),
        QStringLiteral("“%1” does not take %2.").arg(QString::fromUtf8(path), QString::fromLatin1(method)));
    answer.headers.emplaceBack("Allow", allowed.join(", "));
    return answer;
}

} // namespace callboard
