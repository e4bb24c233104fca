#include "poller.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace callboard {

namespace {

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(uint16_t(port));
    return address;
}

void sendAtOnce(int fd)
{
    const int on = 1;
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

} // namespace

Poller::Poller()
    : m_epoll(::epoll_create1(0))
{
}

Poller::~Poller()
{
    ::close(m_epoll);
}

void Poller::watch(int fd, Ready ready)
{
    m_ready[fd] = std::make_shared<Ready>(std::move(ready));
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = fd;
    ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, fd, &event);
}

void Poller::watchWriting(int fd, bool writing)
{
    epoll_event event{};
    event.events = writing ? EPOLLIN | EPOLLOUT : EPOLLIN;
    event.data.fd = fd;
    ::epoll_ctl(m_epoll, EPOLL_CTL_MOD, fd, &event);
}

void Poller::forget(int fd)
{
    ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, fd, nullptr);
    m_ready.erase(fd);
}

bool Poller::run(std::chrono::milliseconds patience)
{
    epoll_event events[256];
    while (!m_stopped) {
        const int count = ::epoll_wait(m_epoll, events, 256, int(patience.count()));
        if (count == 0)
            return false;
        for (int i = 0; i < count; ++i) {
            const auto found = m_ready.find(events[i].data.fd);
            if (found == m_ready.end())
                continue;                     // forgotten by one that came before it
            const auto ready = found->second; // it may forget itself
            (*ready)(events[i].events);
        }
    }
    return true;
}

int connectTo(int port)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
    const sockaddr_in address = loopback(port);
    if (::connect(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        die("connect");
    ::fcntl(fd, F_SETFL, O_NONBLOCK);
    sendAtOnce(fd);
    return fd;
}

int listenOn(int port)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    const int on = 1;
    ::setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    const sockaddr_in address = loopback(port);
    if (::bind(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 || ::listen(fd, 512) != 0)
        die("listen");
    return fd;
}

int acceptOn(int listener)
{
    const int fd = ::accept4(listener, nullptr, nullptr, SOCK_NONBLOCK);
    if (fd >= 0)
        sendAtOnce(fd);
    return fd;
}

void die(const char *what)
{
    std::fprintf(stderr, "%s: %s\n", what, std::strerror(errno));
    std::exit(1);
}

} // namespace callboard
