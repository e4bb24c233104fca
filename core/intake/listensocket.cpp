#include "core/intake/listensocket.h"

#include <QTcpServer>

#include <cstring>

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace callboard {

namespace {

constexpr int kBacklog = 1024;

tl::unexpected<Error> refuse(const QTcpServer &server, const QString &place)
{
    if (server.serverError() == QAbstractSocket::AddressInUseError)
        return fail(ErrorCode::AddressInUse, QStringLiteral("%1 is in use by another program.").arg(place));
    const bool denied = server.serverError() == QAbstractSocket::SocketAccessError;
    return fail(denied ? ErrorCode::NotAllowed : ErrorCode::InvalidArgument,
                QStringLiteral("Can't listen on %1: %2.").arg(place, server.errorString()));
}

} // namespace

Result<ListenSocket> listenOn(const QHostAddress &address, quint16 port)
{
    QTcpServer server;
    server.setListenBacklogSize(kBacklog);
    if (!server.listen(address, port))
        return refuse(server, endpoint(address, port));
    const int descriptor = ::fcntl(static_cast<int>(server.socketDescriptor()), F_DUPFD_CLOEXEC, 0);
    if (descriptor < 0)
        return fail(ErrorCode::NotAllowed,
                    QStringLiteral("Too many files are open to listen on %1.").arg(endpoint(address, port)));
    return ListenSocket{descriptor, server.serverPort()};
}

void nudge(const QHostAddress &address, quint16 port)
{
    const bool six = address.protocol() == QAbstractSocket::IPv6Protocol;
    const int descriptor = ::socket(six ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return;
    if (six) { // to an address that stands for all it is this machine
        sockaddr_in6 place{};
        place.sin6_family = AF_INET6;
        place.sin6_port = htons(port);
        const Q_IPV6ADDR bytes = address.toIPv6Address();
        std::memcpy(&place.sin6_addr, &bytes, sizeof place.sin6_addr);
        ::connect(descriptor, reinterpret_cast<const sockaddr *>(&place), sizeof place);
    } else {
        sockaddr_in place{};
        place.sin_family = AF_INET;
        place.sin_port = htons(port);
        place.sin_addr.s_addr = htonl(address.toIPv4Address());
        ::connect(descriptor, reinterpret_cast<const sockaddr *>(&place), sizeof place);
    }
    ::close(descriptor);
}

QString endpoint(const QHostAddress &address, quint16 port)
{
    const bool six = address.protocol() == QAbstractSocket::IPv6Protocol;
    return (six ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(address.toString()).arg(port);
}

} // namespace callboard
