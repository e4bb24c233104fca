#include "core/domain/delivery.h"

#include <array>
#include <utility>

namespace callboard {

namespace {

constexpr std::array<std::pair<DeliveryState, const char *>, 8> kNames{{
    {DeliveryState::Waiting, "waiting"},
    {DeliveryState::Queued, "queued"},
    {DeliveryState::Sending, "sending"},
    {DeliveryState::Retrying, "retrying"},
    {DeliveryState::Held, "held"},
    {DeliveryState::Delivered, "delivered"},
    {DeliveryState::Failed, "failed"},
    {DeliveryState::Cancelled, "cancelled"},
}};

} // namespace

bool canBecome(DeliveryState from, DeliveryState to)
{
    using S = DeliveryState;
    if (isFinal(from) || from == to)
        return false;
    if (to == S::Held || to == S::Cancelled)
        return true;
    switch (from) {
    case S::Waiting:
        return to == S::Queued || to == S::Sending || to == S::Failed; // failed: can't be built as configured
    case S::Queued: return to == S::Sending || to == S::Failed;
    case S::Sending: return to == S::Delivered || to == S::Retrying || to == S::Failed || to == S::Queued;
    case S::Retrying: return to == S::Sending || to == S::Queued || to == S::Failed;
    case S::Held: return to == S::Waiting || to == S::Queued || to == S::Retrying;
    default: return false;
    }
}

QString toString(DeliveryState state)
{
    for (const auto &[value, name] : kNames) {
        if (value == state)
            return QLatin1String(name);
    }
    return {};
}

QString webhookId(const QString &workspaceTag, DeliveryId id)
{
    return QStringLiteral("dl_%1_%2").arg(workspaceTag).arg(id.value);
}

std::optional<DeliveryState> deliveryStateFrom(const QString &text)
{
    for (const auto &[value, name] : kNames) {
        if (text == QLatin1String(name))
            return value;
    }
    return std::nullopt;
}

} // namespace callboard
