#include "doorpost.h"

#include "httpbytes.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace callboard {

DoorPost::DoorPost(Poller &poller, int port, const std::string &token, Posting posting)
    : m_poller(poller)
    , m_fd(connectTo(port))
    , m_head("POST /v1/events HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) + "\r\nAuthorization: Bearer "
             + token + "\r\nContent-Type: application/cloudevents" + (posting == Posting::Batch ? "-batch" : "")
             + "+json\r\nContent-Length: ")
{
    m_poller.watch(m_fd, [this](uint32_t events) { ready(events); });
}

DoorPost::~DoorPost()
{
    m_poller.forget(m_fd);
    ::close(m_fd);
}

void DoorPost::post(const std::string &body, Answered answered)
{
    m_answered = std::move(answered);
    m_out = m_head;
    m_out.append(std::to_string(body.size())).append("\r\n\r\n").append(body);
    m_written = 0;
    write();
}

void DoorPost::ready(uint32_t events)
{
    if ((events & EPOLLOUT) != 0)
        write();
    if ((events & ~uint32_t(EPOLLOUT)) != 0)
        read();
}

void DoorPost::write()
{
    const ssize_t sent = ::send(m_fd, m_out.data() + m_written, m_out.size() - m_written, MSG_NOSIGNAL);
    if (sent < 0 && errno != EAGAIN)
        die("the door");
    m_written += sent > 0 ? size_t(sent) : 0;
    m_poller.watchWriting(m_fd, m_written < m_out.size());
}

void DoorPost::read()
{
    char buffer[16 * 1024];
    const ssize_t got = ::recv(m_fd, buffer, sizeof buffer, 0);
    if (got < 0 && errno == EAGAIN)
        return;
    if (got <= 0) {
        std::fprintf(stderr, "the door closed the connection: %s\n", m_in.c_str());
        std::exit(1);
    }
    m_in.append(buffer, size_t(got));
    const size_t size = wholeMessage(m_in);
    if (size == 0)
        return;
    const int status = statusOf(m_in);
    if (status != 202)
        std::fprintf(stderr, "%s\n", m_in.c_str());
    m_in.erase(0, size);
    std::exchange(m_answered, nullptr)(status);
}

} // namespace callboard
