// The door's paths and what serves them. A new door is one more row: method, path, who may use it, which heads it
// admits before the body is read, and what it does with the whole request.
#pragma once

#include "core/intake/doormessage.h"

#include <QList>

#include <functional>
#include <optional>
#include <variant>

namespace callboard {

struct Route {
    enum class Access { Open, Token };

    QByteArray method; // GET serves HEAD too
    QByteArray path;
    Access access = Access::Token;
    std::function<std::optional<DoorAnswer>(const DoorRequest &)> admit; // sees no body; empty function: all
    std::function<void(const DoorRequest &, Reply)> serve;
};

class RouteTable {
public:
    explicit RouteTable(QList<Route> routes);

    // True for a path that needs no token, whatever the method; unknown paths need it.
    [[nodiscard]] bool isOpen(const QByteArray &path) const;
    // The route, or 404, or 405 with Allow. The pointer lives as long as the table.
    [[nodiscard]] std::variant<const Route *, DoorAnswer> find(const QByteArray &method, const QByteArray &path) const;

private:
    QList<Route> m_routes;
};

} // namespace callboard
