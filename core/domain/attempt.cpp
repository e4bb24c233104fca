#include "core/domain/attempt.h"

#include <array>

namespace callboard {

namespace {

constexpr std::array kOutcomes{"pending", "delivered", "not-sent", "in-doubt", "rejected"};
constexpr std::array kErrorClasses{"",     "dns",           "refused",     "unreachable", "connect-timeout",
                                   "tls",  "policy",        "timeout",     "closed",      "protocol",
                                   "http", "configuration", "interrupted", "cancelled"};

} // namespace

QString failureCause(const Exchange &exchange)
{
    if (exchange.outcome == Outcome::Delivered || exchange.outcome == Outcome::Pending)
        return {};
    if (exchange.status != 0)
        return (exchange.protocol == Protocol::Smtp ? QStringLiteral("smtp-%1") : QStringLiteral("http-%1"))
            .arg(exchange.status);
    return toString(exchange.errorClass);
}

QString toString(Outcome outcome)
{
    return QLatin1String(kOutcomes[static_cast<size_t>(outcome)]);
}

QString toString(ErrorClass errorClass)
{
    return QLatin1String(kErrorClasses[static_cast<size_t>(errorClass)]);
}

} // namespace callboard
