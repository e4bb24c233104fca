#include "latencyreceiver.h"

#include "httpbytes.h"

#include <cstdio>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace callboard {

namespace {

using Clock = std::chrono::steady_clock;

constexpr char kAnswer[] = "HTTP/1.1 204 No Content\r\nServer: latency\r\n\r\n";

struct Peer {
    std::string in;
    std::deque<Clock::time_point> due;
};

class LatencyReceiver {
public:
    explicit LatencyReceiver(std::chrono::milliseconds latency)
        : m_latency(latency)
        , m_epoll(::epoll_create1(0))
        , m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0))
    {
    }

    bool listen()
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (::bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) != 0 || ::listen(m_listener, 512) != 0)
            return false;
        ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size);
        watch(m_listener);
        std::printf("%d\n", int(ntohs(address.sin_port)));
        return std::fflush(stdout) == 0;
    }

    int run()
    {
        epoll_event events[256];
        while (true) {
            const int count = ::epoll_wait(m_epoll, events, 256, m_owed > 0 ? 1 : -1);
            if (count < 0)
                return 1;
            for (int i = 0; i < count; ++i) {
                if (events[i].data.fd == m_listener)
                    accept();
                else
                    read(events[i].data.fd);
            }
            answerWhatIsDue();
        }
    }

private:
    void watch(int fd) const
    {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.fd = fd;
        ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, fd, &event);
    }

    void accept()
    {
        const int fd = ::accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK);
        if (fd < 0)
            return;
        const int on = 1;
        ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        m_peers[fd];
        watch(fd);
    }

    void read(int fd)
    {
        const ssize_t got = ::recv(fd, m_buffer.data(), m_buffer.size(), 0);
        if (got <= 0) {
            m_owed -= m_peers[fd].due.size();
            m_peers.erase(fd);
            ::close(fd);
            return;
        }
        Peer &peer = m_peers[fd];
        peer.in.append(m_buffer.data(), size_t(got));
        const auto due = Clock::now() + m_latency;
        size_t at = 0;
        for (size_t size = wholeMessage(peer.in); size > 0; size = wholeMessage(std::string_view(peer.in).substr(at))) {
            at += size;
            peer.due.push_back(due);
            ++m_owed;
        }
        peer.in.erase(0, at);
    }

    void answerWhatIsDue()
    {
        const auto now = Clock::now();
        for (auto &[fd, peer] : m_peers) {
            m_out.clear();
            for (; !peer.due.empty() && peer.due.front() <= now; peer.due.pop_front(), --m_owed)
                m_out += kAnswer;
            if (!m_out.empty())
                (void)!::send(fd, m_out.data(), m_out.size(), MSG_NOSIGNAL);
        }
    }

    std::chrono::milliseconds m_latency;
    int m_epoll;
    int m_listener;
    std::unordered_map<int, Peer> m_peers;
    size_t m_owed = 0;
    std::vector<char> m_buffer = std::vector<char>(256 * 1024);
    std::string m_out;
};

} // namespace

int runLatencyReceiver(std::chrono::milliseconds latency)
{
    LatencyReceiver receiver(latency);
    return receiver.listen() ? receiver.run() : 1;
}

} // namespace callboard
