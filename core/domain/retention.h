// How much of its history a workspace keeps: what is final goes once it is older than `age`, and, oldest first, while
// the file is larger than `bytes`. A plain value.
#pragma once

#include "core/domain/clock.h"

namespace callboard {

struct Retention {
    static constexpr Milliseconds kDefaultAge = std::chrono::days(90);
    static constexpr Milliseconds kShortestAge = std::chrono::hours(1);
    static constexpr qint64 kSmallestLimit = qint64(64) * 1024 * 1024;

    Milliseconds age = kDefaultAge; // 0: for ever
    qint64 bytes = 0;               // 0: no limit

    [[nodiscard]] bool isSet() const { return age.count() > 0 || bytes > 0; }
    bool operator==(const Retention &) const = default;
};

// What keeps it from being saved; empty optional: fine.
[[nodiscard]] std::optional<QString> retentionProblem(const Retention &retention);

// "2GB", "500MB", "750000KB" in powers of 1024; "none" is 0. Empty optional: not a size.
[[nodiscard]] std::optional<qint64> parseSize(const QString &text);
// Rounded for reading: "1.4 GB", "312 KB".
[[nodiscard]] QString formatSize(qint64 bytes);

} // namespace callboard
