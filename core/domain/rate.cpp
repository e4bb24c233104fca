#include "core/domain/rate.h"

#include <array>
#include <utility>

namespace callboard {

namespace {

using namespace std::chrono_literals;

constexpr qint64 kMostPerMillisecond = 100;

// The first spelling of a unit is the one that is written.
constexpr std::array<std::pair<const char *, Milliseconds>, 4> kUnits{{
    {"s", 1s},
    {"min", 1min},
    {"m", 1min}, // as durations spell it
    {"h", 1h},
}};

std::optional<Milliseconds> unitFrom(const QString &text)
{
    for (const auto &[name, per] : kUnits) {
        if (text == QLatin1String(name))
            return per;
    }
    return std::nullopt;
}

} // namespace

std::optional<Rate> rateFrom(const QString &text)
{
    const qsizetype slash = text.indexOf(u'/');
    if (slash < 0)
        return std::nullopt;
    bool isNumber = false;
    const int count = text.left(slash).toInt(&isNumber);
    const auto per = unitFrom(text.mid(slash + 1).trimmed());
    if (!isNumber || !per || count < 1 || count > kMostPerMillisecond * per->count())
        return std::nullopt;
    return Rate{count, *per};
}

std::optional<Rate> rateLimitFrom(const QString &text)
{
    const QString trimmed = text.trimmed();
    return trimmed.isEmpty() || trimmed == QLatin1String("none") ? Rate{} : rateFrom(trimmed);
}

QString rateText(const Rate &rate)
{
    if (!rate.isSet())
        return {};
    QString unit = formatDuration(rate.per);
    for (const auto &[name, per] : kUnits) {
        if (per == rate.per) {
            unit = QLatin1String(name);
            break;
        }
    }
    return QString::number(rate.count) + u'/' + unit;
}

} // namespace callboard
