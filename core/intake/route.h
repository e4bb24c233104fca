// The door's paths and what serves them. A new door is one more row: method, path, who may use it, which heads it
// admits before the body is read, and what it does with the whole request. A path's {name} takes one segment.
#pragma once

#include "core/intake/doorguard.h"
#include "core/intake/doormessage.h"

#include <QList>

#include <functional>
#include <optional>
#include <variant>

namespace callboard {

inline constexpr qsizetype kLongestParameter = 255; // characters

struct Route {
    enum class Access {
        Open,
        Token,
        Peer, // the token, or the secret of the peer that calls it
    };

    QByteArray method; // GET serves HEAD too
    QByteArray path;   // /assets/{uuid}
    Access access = Access::Token;
    std::function<std::optional<DoorAnswer>(const DoorRequest &)> admit; // sees no body; empty function: all
    std::function<void(const DoorRequest &, Reply)> serve;
    std::function<PeerSecret()> peerSecret{}; // with Access::Peer; asked in the door's thread
    std::optional<DoorScope> scope{};         // that a token has to have; empty optional: any token does
};

struct RouteMatch {
    const Route *route = nullptr; // lives as long as the table
    QHash<QByteArray, QString> parameters;
};

class RouteTable {
public:
    explicit RouteTable(QList<Route> routes);

    // Whose access guards the path, whatever the method; null: nothing is there.
    [[nodiscard]] const Route *guarding(const QByteArray &path) const;
    // The route and its parameters, or 404, or 405 with Allow. The path is still encoded; each segment is decoded once,
    // and one that is empty, too long, not UTF-8 or holds a control character is no parameter: 404.
    [[nodiscard]] std::variant<RouteMatch, DoorAnswer> find(const QByteArray &method, const QByteArray &path) const;

private:
    QList<Route> m_routes;
};

} // namespace callboard
