#include "tests/transport/scriptedreceiver.h"

#include <algorithm>

#include <sys/socket.h>

namespace callboard {

namespace {

// The size of the first whole request in `bytes`; 0: there is none yet.
qsizetype wholeRequest(const QByteArray &bytes)
{
    const qsizetype head = bytes.indexOf("\r\n\r\n");
    if (head < 0)
        return 0;
    const QByteArray name("\r\nContent-Length: ");
    const qsizetype at = bytes.indexOf(name) + name.size();
    const qsizetype size = head + 4 + bytes.mid(at, bytes.indexOf('\r', at) - at).toLongLong();
    return bytes.size() >= size ? size : 0;
}

} // namespace

ScriptedReceiver::ScriptedReceiver(Script script)
    : m_script(script ? std::move(script) : [](const Request &) { return ScriptedAnswer(); })
{
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = nextPendingConnection()) {
            m_newest = socket;
            auto visit = std::make_shared<Visit>();
            visit->connection = ++m_connections;
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, visit] { serve(socket, *visit); });
        }
    });
    listen(QHostAddress::LocalHost);
}

QList<QByteArray> ScriptedReceiver::paths() const
{
    QList<QByteArray> paths;
    for (const Request &request : m_requests)
        paths.append(request.path);
    return paths;
}

void ScriptedReceiver::serve(QTcpSocket *socket, Visit &visit)
{
    visit.in += socket->readAll();
    int atOnce = 0;
    while (const qsizetype size = wholeRequest(visit.in)) {
        const QByteArray bytes = visit.in.left(size);
        visit.in.remove(0, size);
        const Request request{visit.connection, ++visit.requests, bytes.split(' ').value(1), bytes};
        m_requests.append(request); // also what comes behind the end: it was on the wire
        m_largestRead = std::max(m_largestRead, ++atOnce);
        if (visit.over)
            continue;
        const ScriptedAnswer answer = m_script(request);
        visit.out += answer.bytes;
        visit.holdUntil = std::max(visit.holdUntil, answer.holdUntil);
        if (answer.then != ScriptedAnswer::Then::GoOn) {
            visit.over = true;
            socket->write(visit.out);
            socket->flush();
            end(socket, answer.then);
        }
    }
    if (visit.over || visit.requests < visit.holdUntil)
        return;
    socket->write(std::exchange(visit.out, {}));
    socket->flush();
}

void ScriptedReceiver::end(QTcpSocket *socket, ScriptedAnswer::Then then)
{
    if (then == ScriptedAnswer::Then::Close)
        return socket->disconnectFromHost();
    const linger atOnce{.l_onoff = 1, .l_linger = 0}; // RST in place of FIN
    ::setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    socket->abort();
}

} // namespace callboard
