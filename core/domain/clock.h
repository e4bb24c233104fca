// Time comes from outside. now() is the wall clock (UTC), for what people read; steady() never steps, and everything
// that waits (windows, retries, deadlines) runs on it. Implementations are callable from any thread.
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace callboard {

using Milliseconds = std::chrono::milliseconds;
using Timestamp = std::chrono::sys_time<Milliseconds>;

class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Timestamp now() const = 0;
    [[nodiscard]] virtual Milliseconds steady() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] Timestamp now() const override;
    [[nodiscard]] Milliseconds steady() const override;
};

// Wall time carried forward by the steady clock from the moment of construction: due times are stored in it, so that
// a step of the system clock neither fires nor delays anything that is waiting.
class DueClock {
public:
    explicit DueClock(const Clock &clock);
    // It is at least so late: where a clock of an earlier start stood.
    void advanceTo(Timestamp time);
    [[nodiscard]] Timestamp now() const;

private:
    const Clock &m_clock;
    Timestamp m_wallAtStart;
    Milliseconds m_steadyAtStart;
};

// ISO 8601 in UTC with milliseconds: 2019-02-14T20:43:11.825Z
[[nodiscard]] QString toIso(Timestamp time);
[[nodiscard]] std::optional<Timestamp> fromIso(const QString &text);

// "90d", "1h", "60s", "250ms"; a bare number is seconds. Empty optional: not a duration.
[[nodiscard]] std::optional<Milliseconds> parseDuration(const QString &text);
// The shortest exact spelling: 90000 ms is "90s", 3600000 ms is "1h", 0 is "0s".
[[nodiscard]] QString formatDuration(Milliseconds duration);

} // namespace callboard
