// A clock that stands still until a test moves it. Callable from any thread.
#pragma once

#include "core/domain/clock.h"

#include <atomic>

namespace callboard {

class FakeClock final : public Clock {
public:
    // 2024-01-01T00:00:00.000Z unless said otherwise.
    explicit FakeClock(Timestamp start = Timestamp(Milliseconds(1'704'067'200'000)))
        : m_wall(start.time_since_epoch().count())
    {
    }

    [[nodiscard]] Timestamp now() const override { return Timestamp(Milliseconds(m_wall.load())); }
    [[nodiscard]] Milliseconds steady() const override { return Milliseconds(m_steady.load()); }

    void advance(Milliseconds step)
    {
        m_wall += step.count();
        m_steady += step.count();
    }
    // A step of the system clock alone, as an operator or NTP makes it.
    void stepWall(Milliseconds step) { m_wall += step.count(); }

private:
    std::atomic<qint64> m_wall;
    std::atomic<qint64> m_steady = 0;
};

} // namespace callboard
