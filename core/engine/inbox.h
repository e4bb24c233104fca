// What waits for the engine's next cycle: submissions, orders, results. put() from any thread; take() by the engine.
// The wake-up is posted once for all that comes before the engine looks, and never once the engine has shut it.
#pragma once

#include "core/engine/workplace.h"
#include "core/intake/eventsink.h"
#include "core/transport/transport.h"

#include <QMutex>

#include <functional>
#include <iterator>
#include <vector>

namespace callboard {

struct Order {
    // Runs inside the transaction; an error other than the store's undoes nothing but this order.
    std::function<Result<void>(Workplace &)> write;
    std::function<void(const Result<void> &)> done; // after the commit, engine thread
    bool needsVault = false;                        // made to wait until the vault was asked for
    bool askedVault = false;                        // and it was
};

struct Work {
    std::vector<Submission> submissions;
    std::vector<Order> orders;
    QList<TransportResult> results;

    [[nodiscard]] bool isEmpty() const { return submissions.empty() && orders.empty() && results.isEmpty(); }
};

class Inbox {
public:
    explicit Inbox(std::function<void()> wake)
        : m_wake(std::move(wake))
    {
    }

    template <class Fill>
    void put(Fill fill)
    {
        QMutexLocker lock(&m_mutex);
        fill(m_work);
        if (!std::exchange(m_woken, true) && m_wake)
            m_wake(); // it only posts
    }

    // Nobody is woken any more; what still comes stays where it is.
    void shut()
    {
        QMutexLocker lock(&m_mutex);
        m_wake = nullptr;
    }

    // What take() gave and there was no time for: first in the next.
    void putBack(std::vector<Submission> submissions)
    {
        put([&submissions](Work &work) {
            std::move(work.submissions.begin(), work.submissions.end(), std::back_inserter(submissions));
            work.submissions = std::move(submissions);
        });
    }

    [[nodiscard]] Work take()
    {
        QMutexLocker lock(&m_mutex);
        m_woken = false;
        return std::exchange(m_work, {});
    }

private:
    std::function<void()> m_wake;
    QMutex m_mutex;
    Work m_work;
    bool m_woken = false;
};

} // namespace callboard
