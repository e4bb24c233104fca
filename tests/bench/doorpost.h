// One keep-alive connection to the door that posts CloudEvents, one request at a time. `answered` runs in the poller's
// loop and may post again. A connection that ends ends the program: nothing here is measured beside an error.
#pragma once

#include "poller.h"

#include <string>

namespace callboard {

enum class Posting { Single, Batch };

class DoorPost {
public:
    using Answered = std::function<void(int status)>;

    // `token`: the door's, for Bearer.
    DoorPost(Poller &poller, int port, const std::string &token, Posting posting);
    ~DoorPost();
    DoorPost(const DoorPost &) = delete;
    DoorPost &operator=(const DoorPost &) = delete;

    void post(const std::string &body, Answered answered);
    [[nodiscard]] bool isFree() const { return !m_answered; }

private:
    void ready(uint32_t events);
    void write();
    void read();

    Poller &m_poller;
    int m_fd;
    std::string m_head;
    std::string m_out;
    size_t m_written = 0;
    std::string m_in;
    Answered m_answered;
};

} // namespace callboard
