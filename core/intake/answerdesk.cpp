#include "core/intake/answerdesk.h"

#include "core/intake/problem.h"

#include <microhttpd.h>

#include <algorithm>
#include <utility>

namespace callboard {

using namespace std::chrono_literals;

namespace {

// For answers to leave through sockets whose readers are slow; whoever is slower never sees his.
constexpr auto kFlushTime = 2s;

} // namespace

// Shared by all copies of one Reply; the last one to go answers if none of them did.
class ReplyToken {
public:
    ReplyToken(std::shared_ptr<AnswerDesk> desk, AnswerDesk::Ticket ticket)
        : m_desk(std::move(desk))
        , m_ticket(ticket)
    {
    }
    ~ReplyToken() { m_desk->answer(m_ticket, unavailable(QStringLiteral("The request was dropped. Send it again."))); }
    ReplyToken(const ReplyToken &) = delete;
    ReplyToken &operator=(const ReplyToken &) = delete;
    void give(DoorAnswer answer) const { m_desk->answer(m_ticket, std::move(answer)); }

private:
    std::shared_ptr<AnswerDesk> m_desk;
    AnswerDesk::Ticket m_ticket;
};

std::optional<AnswerDesk::Ticket> AnswerDesk::open()
{
    const std::scoped_lock lock(m_mutex);
    if (m_closing)
        return std::nullopt;
    m_entries.insert(++m_last, {});
    return m_last;
}

Reply AnswerDesk::replyTo(Ticket ticket)
{
    const auto token = std::make_shared<const ReplyToken>(shared_from_this(), ticket);
    return [token](DoorAnswer answer) { token->give(std::move(answer)); };
}

std::optional<DoorAnswer> AnswerDesk::takeOrSuspend(Ticket ticket, MHD_Connection *connection)
{
    const std::scoped_lock lock(m_mutex);
    Entry &entry = m_entries[ticket];
    if (entry.answered)
        return std::exchange(entry.answer, std::nullopt);
    entry.suspended = connection;
    MHD_suspend_connection(connection);
    return std::nullopt;
}

void AnswerDesk::finish(Ticket ticket)
{
    const std::scoped_lock lock(m_mutex);
    m_entries.remove(ticket);
    m_changed.notify_all();
}

void AnswerDesk::answer(Ticket ticket, DoorAnswer answer)
{
    const std::scoped_lock lock(m_mutex);
    const auto entry = m_entries.find(ticket);
    if (entry == m_entries.end() || entry->answered)
        return;
    settle(*entry, std::move(answer));
    m_changed.notify_all();
}

// Resumed under the lock: drain() must not see an answered connection that is still suspended.
void AnswerDesk::settle(Entry &entry, DoorAnswer answer)
{
    entry.answer = std::move(answer);
    entry.answered = true;
    if (MHD_Connection *connection = std::exchange(entry.suspended, nullptr))
        MHD_resume_connection(connection);
}

bool AnswerDesk::allAnswered() const
{
    return std::ranges::all_of(m_entries, [](const Entry &entry) { return entry.answered; });
}

bool AnswerDesk::isClosing() const
{
    const std::scoped_lock lock(m_mutex);
    return m_closing;
}

void AnswerDesk::beginClosing()
{
    const std::scoped_lock lock(m_mutex);
    m_closing = true;
}

void AnswerDesk::drain(std::chrono::milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, patience, [this] { return allAnswered(); });
    for (Entry &entry : m_entries) {
        if (!entry.answered)
            settle(entry, unavailable(QStringLiteral("Callboard is closing. Send it again.")));
    }
    m_changed.wait_for(lock, kFlushTime, [this] { return m_entries.isEmpty(); });
}

} // namespace callboard
