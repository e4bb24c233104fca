// The keys of the filter's language, and the values that are known beforehand. One table for parser, completion and
// help.
#pragma once

#include <QLatin1String>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <span>

namespace callboard {

enum class FilterKey : quint8 {
    State,
    Target,
    Asset,
    Event,
    Cause,
    Code,
    Duration,
    Tries,
    Since,
    Until,
    Ended,
    Id,
    Error,
    Note,
    Body,
    Is,
    Replayed,
};

struct FilterKeyInfo {
    FilterKey key;
    QLatin1String word;
    QLatin1String relations; // apart by blanks
    QLatin1String example;   // of a value
};

[[nodiscard]] std::span<const FilterKeyInfo> allFilterKeys();
[[nodiscard]] const FilterKeyInfo &info(FilterKey key);
[[nodiscard]] std::optional<FilterKey> filterKeyFrom(QStringView word); // lower case; other spellings too
[[nodiscard]] bool takesRelation(FilterKey key, const QString &relation);

// The values of a key that has a fixed set of them, or some that are usual; empty: anything.
[[nodiscard]] QStringList filterWords(FilterKey key);
[[nodiscard]] QStringList filterKeyWords(); // "state:", "target:", ..., "marked"

} // namespace callboard
