#include "core/intake/doorwatch.h"

#include <algorithm>
#include <utility>

#include <sys/socket.h>

namespace callboard {

using namespace std::chrono_literals;

namespace {

constexpr auto kLookEvery = 500ms;
constexpr size_t kMostLate = 256;
constexpr size_t kInOneGo = 128; // events of the library

} // namespace

DoorWatch::DoorWatch(std::chrono::milliseconds patience, std::function<void()> nudge)
    : m_patience(patience)
    , m_nudge(std::move(nudge))
    , m_thread([this] { run(); })
{
}

DoorWatch::~DoorWatch()
{
    hurry();
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

DoorWatch::Connection *DoorWatch::opened(int descriptor)
{
    const std::scoped_lock lock(m_mutex);
    const bool wasIdle = m_connections.empty();
    m_connections.emplace_back(descriptor);
    if (wasIdle)
        m_changed.notify_all();
    return &m_connections.back();
}

void DoorWatch::closed(Connection *connection)
{
    const std::scoped_lock lock(m_mutex);
    m_connections.remove_if([connection](const Connection &each) { return &each == connection; });
}

void DoorWatch::answerLater(std::chrono::milliseconds delay, Reply reply, DoorAnswer answer)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_hurried && m_late.size() < kMostLate) {
            m_late.push_back({Clock::now() + delay, std::move(reply), std::move(answer)});
            m_changed.notify_all();
            return;
        }
    }
    reply(std::move(answer));
}

void DoorWatch::hurry()
{
    std::deque<Late> late;
    {
        const std::scoped_lock lock(m_mutex);
        m_hurried = true;
        late = std::exchange(m_late, {});
    }
    for (Late &each : late)
        each.reply(std::move(each.answer));
}

void DoorWatch::run()
{
    std::unique_lock lock(m_mutex);
    Clock::time_point nextNudge;
    while (!m_ending) {
        if (m_connections.empty() && m_late.empty()) {
            m_changed.wait(lock);
            continue;
        }
        const auto now = Clock::now();
        endSlowHeads(now);
        if (m_connections.size() >= kInOneGo && now >= nextNudge) {
            nextNudge = now + kLookEvery;
            m_nudge();
        }
        if (m_late.empty() || m_late.front().at > now) {
            const auto next = now + kLookEvery;
            m_changed.wait_until(lock, m_late.empty() ? next : std::min(next, m_late.front().at));
            continue;
        }
        Late due = std::move(m_late.front());
        m_late.pop_front();
        lock.unlock(); // the reply takes locks of its own
        due.reply(std::move(due.answer));
        due.reply = {};
        lock.lock();
    }
}

// The library closes them: it is the one that has the socket.
void DoorWatch::endSlowHeads(Clock::time_point now)
{
    const auto latest = (now - m_patience).time_since_epoch().count();
    for (Connection &connection : m_connections) {
        const auto since = connection.m_waitingSince.load();
        if (since != 0 && since < latest)
            ::shutdown(connection.m_descriptor, SHUT_RDWR);
    }
}

} // namespace callboard
