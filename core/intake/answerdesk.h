// Where the answers that are owed wait for each other's halves: the connection, suspended in the door's thread, and the
// reply, given in the engine's. Outlives the door as long as a reply is out; a reply nobody waits for is dropped.
#pragma once

#include "core/intake/doormessage.h"

#include <QHash>

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>

struct MHD_Connection;

namespace callboard {

class AnswerDesk : public std::enable_shared_from_this<AnswerDesk> {
public:
    using Ticket = quint64;

    // Empty optional: closing, nothing new is taken in.
    [[nodiscard]] std::optional<Ticket> open();
    // Answers once. A reply that is thrown away unused answers 503, so that no connection waits for ever.
    [[nodiscard]] Reply replyTo(Ticket ticket);

    // Door's thread: the answer if it is there; else the connection is suspended and resumed once it is.
    [[nodiscard]] std::optional<DoorAnswer> takeOrSuspend(Ticket ticket, MHD_Connection *connection);
    // The request is over, answered or not.
    void finish(Ticket ticket);

    [[nodiscard]] bool isClosing() const;
    void beginClosing();
    // Waits for what is owed, answers the rest 503 after `patience`, and waits a little for the answers to leave. No
    // connection is suspended when it returns.
    void drain(std::chrono::milliseconds patience);

private:
    struct Entry {
        std::optional<DoorAnswer> answer;
        MHD_Connection *suspended = nullptr;
        bool answered = false; // `answer` may be taken already
    };

    void answer(Ticket ticket, DoorAnswer answer);
    static void settle(Entry &entry, DoorAnswer answer); // with m_mutex held
    [[nodiscard]] bool allAnswered() const;              // with m_mutex held

    friend class ReplyToken;

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    QHash<Ticket, Entry> m_entries;
    Ticket m_last = 0;
    bool m_closing = false;
};

} // namespace callboard
