#include "core/engine/accesstokens.h"

namespace callboard {

AccessTokens::AccessTokens(TestSending &sending, TargetBook &book, const DueClock &due,
                           const std::function<double()> &random, std::function<void()> wake)
    : m_sending(sending)
    , m_book(book)
    , m_due(due)
    , m_random(random)
    , m_wake(std::move(wake))
{
}

void AccessTokens::fetch()
{
    for (RunningTarget *running : m_book.wantingTokens(m_due.now()))
        ask(*running);
}

void AccessTokens::ask(RunningTarget &running)
{
    const quint64 fetch = ++m_count;
    running.token.began(fetch);
    const Authentication &open = running.secrets.authentication;
    TransportRequest request = tokenRequest(running.target, open);
    request.security = tokenSecurity(running.target, running.security);
    m_sending.send(std::move(request), [this, fetch, open, target = running.target.id](const Exchange &exchange) {
        came(target, fetch, readTokenAnswer(open, exchange));
    });
}

// A target that was changed or removed meanwhile waits for it no more.
void AccessTokens::came(TargetId target, quint64 fetch, const Result<GrantedToken> &answer)
{
    RunningTarget *running = m_book.find(target);
    if (!running || !running->token.came(fetch, answer, m_due.now(), m_random()))
        return;
    running->mayNeedMoving = true; // held from now on, or released
    m_book.expectWork(*running);
    m_wake();
}

} // namespace callboard
