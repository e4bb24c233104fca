// Fetches the tokens that targets of the book want, one request at a time for each target, off the record. Engine
// thread.
#pragma once

#include "core/engine/targetbook.h"
#include "core/engine/testsending.h"

#include <functional>

namespace callboard {

class AccessTokens {
public:
    // `wake` makes another cycle, after what has come.
    AccessTokens(TestSending &sending, TargetBook &book, const DueClock &due, const std::function<double()> &random,
                 std::function<void()> wake);

    // After the commit: what was found wanting in it.
    void fetch();

private:
    void ask(RunningTarget &running);
    void came(TargetId target, quint64 fetch, const Result<GrantedToken> &answer);

    TestSending &m_sending;
    TargetBook &m_book;
    const DueClock &m_due;
    const std::function<double()> &m_random;
    std::function<void()> m_wake;
    quint64 m_count = 0;
};

} // namespace callboard
