#include "arrivals.h"

#include "httpbytes.h"
#include "record.h"

#include <cerrno>
#include <string_view>

#include <sys/socket.h>
#include <unistd.h>

namespace callboard {

namespace {

constexpr std::string_view kAnswer = "HTTP/1.1 200 OK\r\nServer: bench\r\nContent-Length: 2\r\n\r\nok";

} // namespace

Arrivals::Arrivals(Poller &poller, int port, Arrived arrived)
    : m_poller(poller)
    , m_arrived(std::move(arrived))
    , m_listener(listenOn(port))
{
    m_poller.watch(m_listener, [this](uint32_t) { accept(); });
}

Arrivals::~Arrivals()
{
    while (!m_peers.empty())
        close(m_peers.begin()->first);
    m_poller.forget(m_listener);
    ::close(m_listener);
}

void Arrivals::accept()
{
    const int fd = acceptOn(m_listener);
    if (fd < 0)
        return;
    m_peers[fd];
    m_poller.watch(fd, [this, fd](uint32_t) { read(fd); });
}

void Arrivals::close(int fd)
{
    m_poller.forget(fd);
    m_peers.erase(fd);
    ::close(fd);
}

void Arrivals::read(int fd)
{
    char buffer[64 * 1024];
    const ssize_t got = ::recv(fd, buffer, sizeof buffer, 0);
    if (got < 0 && errno == EAGAIN)
        return;
    if (got <= 0)
        return close(fd);
    std::string &in = m_peers[fd];
    in.append(buffer, size_t(got));
    std::string answers;
    size_t at = 0;
    for (size_t size = wholeMessage(in); size > 0; size = wholeMessage(std::string_view(in).substr(at))) {
        if (const auto asset = assetNumber(std::string_view(in).substr(at, size)))
            m_arrived(*asset);
        at += size;
        answers += kAnswer;
    }
    in.erase(0, at);
    if (!answers.empty())
        (void)!::send(fd, answers.data(), answers.size(), MSG_NOSIGNAL);
}

} // namespace callboard
