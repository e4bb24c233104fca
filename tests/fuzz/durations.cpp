#include "core/domain/clock.h"
#include "core/domain/rate.h"
#include "core/domain/retention.h"
#include "core/domain/retrypolicy.h"
#include "core/domain/trigger.h"
#include "tests/fuzz/promises.h"
#include "tests/fuzz/targets.h"

namespace callboard::fuzz {

namespace {

using namespace std::chrono_literals;

void checkSchedule(const RetryPolicy &policy)
{
    require(RetryPolicy::parse(policy.toString()) == policy, "a schedule that is written reads back",
            policy.toString());
    require(policy.span() >= 0ms, "a schedule goes forwards", policy.toString());
    for (int attempts = 0; attempts <= policy.delays.size() + 1; ++attempts) {
        const auto least = policy.delayAfter(attempts, 0.0);
        const auto most = policy.delayAfter(attempts, 0.999999);
        require(least.has_value() == (attempts >= 1 && attempts <= policy.delays.size()), "it ends", policy.toString());
        require(!least || (*least >= 0ms && *least <= *most), "chance stays within its bounds", policy.toString());
    }
}

} // namespace

void durations(const QByteArray &input)
{
    const QString text = QString::fromUtf8(input);
    if (const auto duration = parseDuration(text)) {
        require(*duration >= 0ms && *duration <= std::chrono::hours(24 * 3650), "a duration is in bounds", text);
        require(parseDuration(formatDuration(*duration)) == duration, "a duration that is written reads back", text);
    }
    if (const auto rate = rateFrom(text)) {
        require(rate->count >= 1 && rate->per > 0ms, "a rate lets something through", text);
        require(rateFrom(rateText(*rate)) == rate, "a rate that is written reads back", text);
    }
    if (const auto bytes = parseSize(text)) {
        require(*bytes >= 0, "a size is in bounds", text);
        require(!formatSize(*bytes).isEmpty(), "a size can be shown", text);
    }
    if (const auto policy = RetryPolicy::parse(text))
        checkSchedule(*policy);
    if (const auto triggers = triggersFrom(text))
        require(triggersFrom(optionList(*triggers)) == triggers || triggers->isEmpty(),
                "a list of triggers that is written reads back", text);
    if (const auto time = fromIso(text))
        require(fromIso(toIso(*time)) == time, "a time that is written reads back", text);
    (void)triggerForEventType(text);
}

} // namespace callboard::fuzz
