#include "core/domain/hops.h"

#include <algorithm>

namespace callboard {

namespace {

constexpr qsizetype kMostDigits = 9; // fits an int

} // namespace

std::optional<int> hopsFrom(const QByteArray &text)
{
    if (text.isEmpty() || !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    return text.size() > kMostDigits ? kMostHops + 1 : text.toInt();
}

bool countsHops(const CallbackTarget &target, const MediaEvent &event)
{
    return event.hops > 0 || target.format == PayloadFormat::CloudEvents;
}

} // namespace callboard
