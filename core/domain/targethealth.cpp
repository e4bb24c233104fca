#include "core/domain/targethealth.h"

namespace callboard {

namespace {

constexpr QLatin1String kOpenCircuit("Its circuit is open");

} // namespace

std::optional<Timestamp> switchOffAt(std::optional<Timestamp> failingSince)
{
    return failingSince ? std::optional(*failingSince + kGiveUpAfter) : std::nullopt;
}

bool warns(std::optional<Timestamp> failingSince, Timestamp now)
{
    return failingSince && now - *failingSince >= kGiveUpAfter / 2;
}

QString openCircuitReason(const QString &why)
{
    return QString(kOpenCircuit + QLatin1String(": ") + why + u'.');
}

bool isOpenCircuitReason(const QString &reason)
{
    return reason.startsWith(kOpenCircuit);
}

} // namespace callboard
