#include "core/engine/accesstoken.h"

#include <algorithm>

namespace callboard {

namespace {

using namespace std::chrono_literals;

constexpr Milliseconds kFirstPause = 5s;
constexpr Milliseconds kLongestPause = 5min;
constexpr Milliseconds kMostLeft = 60s; // of its life, when it is renewed
constexpr int kPartLeft = 10;           // or one in so many, where that is less
constexpr int kMostDoublings = 6;       // 5 s · 2^6 is more than the longest already

// Not all targets of one server come back in the same moment: up to a fifth more or less.
Milliseconds pauseAfter(int failures, double random)
{
    const auto pause = std::min(kFirstPause * (1 << std::min(failures - 1, kMostDoublings)), kLongestPause);
    return Milliseconds(qint64(double(pause.count()) * (0.8 + 0.4 * random)));
}

} // namespace

bool AccessToken::use(Timestamp now)
{
    m_asked |= !isGood(now) || now >= m_renewAt;
    return isGood(now);
}

// Once it was asked for in vain something is held, and is waiting for it.
bool AccessToken::isWanted(Timestamp now) const
{
    return m_fetching == 0 && (m_asked || !m_problem.isEmpty()) && (!isGood(now) || now >= m_renewAt);
}

bool AccessToken::wantsFetch(Timestamp now) const
{
    return isWanted(now) && now >= m_notBefore;
}

std::optional<Timestamp> AccessToken::wakeAt(Timestamp now) const
{
    return isWanted(now) ? std::optional(std::max(m_notBefore, now)) : std::nullopt;
}

bool AccessToken::came(quint64 fetch, const Result<GrantedToken> &answer, Timestamp now, double random)
{
    if (fetch == 0 || fetch != m_fetching)
        return false;
    m_fetching = 0;
    if (!answer) {
        m_notBefore = now + pauseAfter(++m_failures, random);
        m_problem = isGood(now) ? QString() : answer.error().detail;
        return true;
    }
    m_value = answer->value;
    m_grant = fetch;
    m_endsAt = now + answer->lifetime;
    m_renewAt = m_endsAt - std::min<Milliseconds>(answer->lifetime / kPartLeft, kMostLeft);
    m_notBefore = {};
    m_failures = 0;
    m_asked = false;
    m_problem.clear();
    return true;
}

void AccessToken::refused(quint64 grant)
{
    if (grant == 0 || grant != m_grant)
        return;
    m_grant = 0;
    m_value.clear();
}

} // namespace callboard
