#include "core/intake/healthroutes.h"

#include "core/intake/problem.h"

#include <QString>

#include <utility>

namespace callboard {

Route healthRoute()
{
    return {.method = "GET",
            .path = "/healthz",
            .access = Route::Access::Open,
            .admit = {},
            .serve = [](const DoorRequest &, const Reply &reply) { reply({.body = R"({"status":"ok"})"}); }};
}

Route readyRoute(std::function<bool()> isReady)
{
    return {.method = "GET",
            .path = "/readyz",
            .access = Route::Access::Token,
            .admit = {},
            .serve = [isReady = std::move(isReady)](const DoorRequest &, const Reply &reply) {
                reply(isReady() ? DoorAnswer{.body = R"({"status":"ready"})"}
                                : unavailable(QStringLiteral("The door is closing.")));
            }};
}

} // namespace callboard
