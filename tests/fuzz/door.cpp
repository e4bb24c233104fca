#include "core/intake/doorguard.h"
#include "core/intake/mediatype.h"
#include "core/intake/problem.h"
#include "core/intake/route.h"
#include "tests/fuzz/head.h"
#include "tests/fuzz/promises.h"
#include "tests/fuzz/targets.h"

#include <QHostAddress>
#include <QUrl>

#include <algorithm>

namespace callboard::fuzz {

namespace {

const QByteArray kToken = "a token that nobody guesses";

const RouteTable &table()
{
    static const RouteTable routes(
        {{.method = "POST", .path = "/v1/events", .admit = {}, .serve = {}},
         {.method = "POST", .path = "/assets", .admit = {}, .serve = {}},
         {.method = "GET", .path = "/assets/{uuid}", .admit = {}, .serve = {}},
         {.method = "POST", .path = "/v1/encoders/zencoder/{asset}", .admit = {}, .serve = {}},
         {.method = "GET", .path = "/{a}/{b}/{c}", .admit = {}, .serve = {}}});
    return routes;
}

void checkRefusal(const DoorAnswer &answer)
{
    require(answer.status >= 400 && answer.status <= 599, "a refusal has a status of its own", answer.body);
    requireJson(answer.body, "a refusal is JSON");
    for (const auto &[name, value] : answer.headers)
        require(!value.contains('\n') && !value.contains('\r'), "a refusal's header is one line", value);
}

// The parameters put back into the pattern are a path that means the same.
void checkMatch(const QByteArray &method, const RouteMatch &match)
{
    QByteArray path = match.route->path;
    for (auto it = match.parameters.begin(); it != match.parameters.end(); ++it) {
        const bool isPlain = std::ranges::none_of(*it, [](QChar c) { return c.category() == QChar::Other_Control; });
        require(isPlain && !it->isEmpty() && it->size() <= kLongestParameter, "a parameter is a word", *it);
        path.replace(QByteArray('{' + it.key() + '}'), QUrl::toPercentEncoding(*it));
    }
    const auto again = table().find(method, path);
    const auto *same = std::get_if<RouteMatch>(&again);
    require(same != nullptr && same->route == match.route && same->parameters == match.parameters,
            "a path that is written again leads to the same place", path);
}

void checkRoute(const QByteArray &method, const QByteArray &path)
{
    const auto found = table().find(method, path);
    const Route *guarding = table().guarding(path);
    if (const auto *match = std::get_if<RouteMatch>(&found)) {
        require(guarding != nullptr, "what is served is guarded", path);
        checkMatch(method, *match);
        return;
    }
    const auto &refusal = std::get<DoorAnswer>(found);
    checkRefusal(refusal);
    require((refusal.status == 404) == (guarding == nullptr), "what is not there needs no guard", path);
}

void checkGuard(const DoorRequest &request)
{
    const DoorGuard guard({QHostAddress(QHostAddress::LocalHost), 8787, {QStringLiteral("door.example")}}, kToken);
    if (const auto refusal = guard.refusePeer(request))
        checkRefusal(*refusal);
    else
        require(!request.has("origin"), "no web page passes", request.header("origin"));
    const bool knowsToken = std::ranges::any_of(request.headers,
                                                [](const QByteArray &v) { return v.contains(kToken); });
    const auto bearer = guard.recognise(request, nullptr, {});
    if (const auto *stranger = std::get_if<DoorStranger>(&bearer))
        checkRefusal(stranger->answer);
    else
        require(knowsToken, "nobody passes without the token", request.header("authorization"));
    const PeerSecret none{{}, "x-zencoder-notification-secret"};
    const auto peer = guard.recognise(request, &none, {});
    if (const auto *stranger = std::get_if<DoorStranger>(&peer))
        checkRefusal(stranger->answer);
    else
        require(knowsToken || request.header("authorization").toLower().startsWith("basic"), "nor a stranger",
                request.header("authorization"));
}

} // namespace

// "METHOD PATH", headers, an empty line and a body, as the daemon hands them over.
void door(const QByteArray &input)
{
    const Head head = readHead(input);
    const qsizetype blank = head.first.indexOf(' ');
    const QByteArray method = head.first.left(blank);
    const QByteArray path = head.first.mid(blank + 1);
    checkRoute(method, path);
    DoorRequest request{method, path, head.fields, head.repeated, head.rest};
    checkGuard(request);
    const MediaType type = mediaTypeOf(request);
    require(type.essence == type.essence.trimmed().toLower(), "a type is in lower case", type.essence);
    if (const auto refusal = refuseEncoded(request, "application/json"))
        checkRefusal(*refusal);
    checkRefusal(problem(400, QStringLiteral("bad"), QString::fromUtf8(input)));
}

} // namespace callboard::fuzz
