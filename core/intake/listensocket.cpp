#include "core/intake/listensocket.h"

#include <QTcpServer>

#include <fcntl.h>

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

QString endpoint(const QHostAddress &address, quint16 port)
{
    const bool six = address.protocol() == QAbstractSocket::IPv6Protocol;
    return (six ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(address.toString()).arg(port);
}

} // namespace callboard
