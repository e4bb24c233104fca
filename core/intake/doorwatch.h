// Ends connections whose sender takes too long to say what it wants - the library's own time-out begins anew with each
// byte - and gives answers that are late on purpose. A thread of its own; outlives the daemon's connections.
#pragma once

#include "core/intake/doormessage.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <list>
#include <mutex>
#include <thread>

namespace callboard {

class DoorWatch {
public:
    using Clock = std::chrono::steady_clock;

    class Connection {
    public:
        explicit Connection(int descriptor)
            : m_descriptor(descriptor)
            , m_waitingSince(Clock::now().time_since_epoch().count())
        {
        }
        // Any thread.
        void headArrived() { m_waitingSince = 0; }
        void requestEnded() { m_waitingSince = Clock::now().time_since_epoch().count(); }

    private:
        friend class DoorWatch;
        int m_descriptor;
        std::atomic<Clock::rep> m_waitingSince; // 0: its head is here
    };

    // `patience`: for a whole head, the handshake before it included. `nudge` comes to the library as an event: where
    // exactly as many connections became ready as it looks at in one go, it waits for one more before it serves them.
    DoorWatch(std::chrono::milliseconds patience, std::function<void()> nudge);
    ~DoorWatch();
    DoorWatch(const DoorWatch &) = delete;
    DoorWatch &operator=(const DoorWatch &) = delete;

    // Lives until closed(), which comes before its socket is closed.
    [[nodiscard]] Connection *opened(int descriptor);
    void closed(Connection *connection);

    // In order; where too many wait already, at once.
    void answerLater(std::chrono::milliseconds delay, Reply reply, DoorAnswer answer);
    // Gives all that is waiting at once, and so everything that comes later.
    void hurry();

private:
    struct Late {
        Clock::time_point at;
        Reply reply;
        DoorAnswer answer;
    };

    void run();
    void endSlowHeads(Clock::time_point now);

    const std::chrono::milliseconds m_patience;
    const std::function<void()> m_nudge;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::list<Connection> m_connections;
    std::deque<Late> m_late;
    bool m_hurried = false;
    bool m_ending = false;
    std::thread m_thread; // last: it runs on the others
};

} // namespace callboard
