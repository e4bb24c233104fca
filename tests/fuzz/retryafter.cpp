#include "core/transport/retryafter.h"
#include "tests/fuzz/promises.h"
#include "tests/fuzz/targets.h"

namespace callboard::fuzz {

void retryAfter(const QByteArray &input)
{
    using namespace std::chrono_literals;
    const Timestamp now = fromIso(QStringLiteral("2026-02-14T20:43:11.825Z")).value_or(Timestamp());
    for (const Timestamp at : {Timestamp(), now, now + std::chrono::hours(24 * 365 * 200)}) {
        const auto wait = parseRetryAfter(input, at);
        if (!wait)
            continue;
        require(*wait >= 0s && *wait <= 24h, "nobody is put off for more than a day", input);
        require(parseRetryAfter(' ' + input + "\t", at) == wait, "blanks around it do not count", input);
        const auto later = parseRetryAfter(input, at + 1h);
        require(later && *later <= *wait, "later there is no more to wait", input);
    }
}

} // namespace callboard::fuzz
