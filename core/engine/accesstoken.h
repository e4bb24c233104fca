// The token that one target shows its receiver: asked for when something is to be sent, renewed before it ends, and
// after a failure asked for again with growing pauses. A value of the engine thread; time is the due clock's. Nothing
// of it is ever written.
#pragma once

#include "core/engine/tokenexchange.h"

#include <optional>

namespace callboard {

class AccessToken {
public:
    // Something is to be sent with it. False: there is none, and one will be fetched.
    [[nodiscard]] bool use(Timestamp now);
    // Empty: there is none. One that has ended since use() was asked is given still: the receiver decides.
    [[nodiscard]] const QString &value() const { return m_value; }
    [[nodiscard]] quint64 grant() const { return m_grant; } // tells it from those before it; 0: there is none
    // Why there is none, since it was asked for in vain; empty: there is one, or nobody has asked yet.
    [[nodiscard]] const QString &problem() const { return m_problem; }

    [[nodiscard]] bool wantsFetch(Timestamp now) const;
    // When that may become so though nothing is sent; absent: it won't.
    [[nodiscard]] std::optional<Timestamp> wakeAt(Timestamp now) const;
    // `fetch` is not 0 and no other's, of any target.
    void began(quint64 fetch) { m_fetching = fetch; }
    // `random` is in [0, 1). False: it is not the answer that is waited for.
    bool came(quint64 fetch, const Result<GrantedToken> &answer, Timestamp now, double random);
    // The receiver took that one no more.
    void refused(quint64 grant);

private:
    [[nodiscard]] bool isGood(Timestamp now) const { return m_grant != 0 && now < m_endsAt; }
    [[nodiscard]] bool isWanted(Timestamp now) const;

    QString m_value;
    QString m_problem;
    quint64 m_grant = 0;    // the fetch that brought it
    quint64 m_fetching = 0; // that is under way
    Timestamp m_renewAt{};
    Timestamp m_endsAt{};
    Timestamp m_notBefore{};
    int m_failures = 0; // one after the other
    bool m_asked = false;
};

} // namespace callboard
