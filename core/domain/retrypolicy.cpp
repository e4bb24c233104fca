#include "core/domain/retrypolicy.h"

#include <QStringList>

#include <numeric>

namespace callboard {

using namespace std::chrono_literals;

namespace {

constexpr double kJitter = 0.2;
constexpr qsizetype kMostDelays = 50;

} // namespace

RetryPolicy RetryPolicy::standard()
{
    return {{5s, 1min, 5min, 30min, 2h, 5h, 10h, 14h, 20h, 24h}};
}

std::optional<RetryPolicy> RetryPolicy::parse(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed == QLatin1String("none"))
        return RetryPolicy{};
    if (trimmed == QLatin1String("standard"))
        return standard();
    RetryPolicy policy;
    const QStringList parts = trimmed.split(u',');
    if (parts.size() > kMostDelays)
        return std::nullopt;
    for (const QString &part : parts) {
        const auto delay = parseDuration(part);
        if (!delay)
            return std::nullopt;
        policy.delays.append(*delay);
    }
    return policy;
}

QString RetryPolicy::toString() const
{
    if (delays.isEmpty())
        return QStringLiteral("none");
    QStringList parts;
    for (Milliseconds delay : delays)
        parts.append(formatDuration(delay));
    return parts.join(u',');
}

std::optional<Milliseconds> RetryPolicy::delayAfter(int attempts, double random) const
{
    if (attempts < 1 || attempts > delays.size())
        return std::nullopt;
    const double factor = 1.0 - kJitter + 2.0 * kJitter * random;
    return Milliseconds(qRound64(double(delays[attempts - 1].count()) * factor));
}

Milliseconds RetryPolicy::span() const
{
    return std::accumulate(delays.begin(), delays.end(), Milliseconds(0));
}

} // namespace callboard
