#include "core/domain/clock.h"

#include <QDateTime>
#include <QTimeZone>

#include <array>
#include <utility>

namespace callboard {

using namespace std::chrono;

Timestamp SystemClock::now() const
{
    return time_point_cast<Milliseconds>(system_clock::now());
}

Milliseconds SystemClock::steady() const
{
    return duration_cast<Milliseconds>(steady_clock::now().time_since_epoch());
}

DueClock::DueClock(const Clock &clock)
    : m_clock(clock)
    , m_wallAtStart(clock.now())
    , m_steadyAtStart(clock.steady())
{
}

void DueClock::advanceTo(Timestamp time)
{
    const Timestamp present = now();
    if (time > present)
        m_wallAtStart += time - present;
}

Timestamp DueClock::now() const
{
    return m_wallAtStart + (m_clock.steady() - m_steadyAtStart);
}

QString toIso(Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), Qt::UTC).toString(Qt::ISODateWithMs);
}

std::optional<Timestamp> fromIso(const QString &text)
{
    const QDateTime parsed = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!parsed.isValid())
        return std::nullopt;
    return Timestamp(Milliseconds(parsed.toMSecsSinceEpoch()));
}

namespace {

constexpr std::array<std::pair<const char *, qint64>, 5> kUnits{{
    {"d", 86'400'000},
    {"h", 3'600'000},
    {"m", 60'000},
    {"s", 1'000},
    {"ms", 1},
}};

constexpr qint64 kLongest = qint64(3650) * 86'400'000; // ten years: far above every use, far below overflow

} // namespace

std::optional<Milliseconds> parseDuration(const QString &text)
{
    const QString trimmed = text.trimmed();
    qsizetype digits = 0;
    while (digits < trimmed.size() && trimmed[digits] >= u'0' && trimmed[digits] <= u'9')
        ++digits;
    bool ok = false;
    const qint64 count = QStringView(trimmed).left(digits).toLongLong(&ok);
    if (!ok)
        return std::nullopt;
    const QString unit = digits == trimmed.size() ? QStringLiteral("s") : trimmed.mid(digits).trimmed();
    for (const auto &[name, factor] : kUnits) {
        if (unit == QLatin1String(name) && count <= kLongest / factor)
            return Milliseconds(count * factor);
    }
    return std::nullopt;
}

QString formatDuration(Milliseconds duration)
{
    const qint64 count = duration.count();
    for (const auto &[name, factor] : kUnits) {
        if (count != 0 && count % factor == 0)
            return QString::number(count / factor) + QLatin1String(name);
    }
    return QStringLiteral("0s");
}

} // namespace callboard
