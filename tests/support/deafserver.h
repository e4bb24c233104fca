// Listens and never accepts, with a queue that is full: a connection to it neither stands nor fails.
#pragma once

#include <QHostAddress>
#include <QTcpSocket>

#include <array>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace callboard {

class DeafServer {
public:
    DeafServer()
        : m_fd(::socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto *const name = reinterpret_cast<sockaddr *>(&address);
        if (::bind(m_fd, name, size) == 0 && ::listen(m_fd, 0) == 0 && ::getsockname(m_fd, name, &size) == 0)
            m_port = ntohs(address.sin_port);
        for (QTcpSocket &socket : m_fillers)
            socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
        for (QTcpSocket &socket : m_fillers)
            socket.waitForConnected(200);
    }
    ~DeafServer() { ::close(m_fd); }
    DeafServer(const DeafServer &) = delete;
    DeafServer &operator=(const DeafServer &) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }

private:
    int m_fd;
    quint16 m_port = 0;
    std::array<QTcpSocket, 3> m_fillers;
};

} // namespace callboard
