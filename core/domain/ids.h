// Tagged ids: a TargetId cannot be passed where a DeliveryId is wanted. 0 means "none".
#pragma once

#include <QHashFunctions>

#include <compare>
#include <functional>

namespace callboard {

template <class Tag>
struct Id {
    qint64 value = 0;

    [[nodiscard]] constexpr bool isValid() const { return value > 0; }
    constexpr auto operator<=>(const Id &) const = default;
};

template <class Tag>
size_t qHash(Id<Tag> id, size_t seed = 0) noexcept
{
    return ::qHash(id.value, seed);
}

} // namespace callboard

template <class Tag>
struct std::hash<callboard::Id<Tag>> {
    size_t operator()(callboard::Id<Tag> id) const noexcept { return std::hash<qint64>()(id.value); }
};

namespace callboard {

using TargetId = Id<struct TargetTag>;
using EventId = Id<struct EventTag>;
using DeliveryId = Id<struct DeliveryTag>;
using NotificationId = Id<struct NotificationTag>;
using AttemptId = Id<struct AttemptTag>;

} // namespace callboard
