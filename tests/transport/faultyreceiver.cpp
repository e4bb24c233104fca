#include "tests/transport/faultyreceiver.h"

#include <QSslConfiguration>
#include <QSslServer>

#include <sys/socket.h>
#include <unistd.h>

namespace callboard {

namespace {

constexpr qint64 kMostUnsent = 256 * 1024;

std::unique_ptr<QTcpServer> makeServer(const TestCertificate &certificate)
{
    if (certificate.certificate.isNull())
        return std::make_unique<QTcpServer>();
    auto server = std::make_unique<QSslServer>();
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(certificate.certificate);
    configuration.setPrivateKey(certificate.key);
    server->setSslConfiguration(configuration);
    return server;
}

qint64 announcedLength(const QByteArray &head)
{
    const QByteArray name("\r\ncontent-length: ");
    const qsizetype at = head.toLower().indexOf(name);
    return at < 0 ? 0 : head.mid(at + name.size(), head.indexOf('\r', at + 2) - at - name.size()).toLongLong();
}

} // namespace

FaultyReceiver::FaultyReceiver(Fault fault, const TestCertificate &certificate)
    : m_fault(std::move(fault))
    , m_server(makeServer(certificate))
{
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (QTcpSocket *socket = m_server->nextPendingConnection())
            welcome(socket);
    });
    m_server->listen(QHostAddress::LocalHost);
}

FaultyReceiver::~FaultyReceiver()
{
    for (const int descriptor : std::as_const(m_keptOpen))
        ::close(descriptor);
}

void FaultyReceiver::demandCertificate()
{
    auto *server = static_cast<QSslServer *>(m_server.get());
    QSslConfiguration configuration = server->sslConfiguration();
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    server->setSslConfiguration(configuration);
}

void FaultyReceiver::welcome(QTcpSocket *socket)
{
    ++m_connections;
    auto visit = std::make_shared<Visit>();
    const auto take = [this, socket, visit] { read(socket, *visit); };
    if (m_fault.actAfter > 0)
        socket->setReadBufferSize(m_fault.actAfter);
    connect(socket, &QTcpSocket::readyRead, this, take);
    take(); // under TLS something may be there already
}

void FaultyReceiver::read(QTcpSocket *socket, Visit &visit)
{
    if (visit.acted && m_fault.actAfter > 0)
        return;
    QByteArray bytes = socket->readAll();
    visit.came += bytes.size();
    while (!bytes.isEmpty()) {
        if (takeRequest(bytes, visit) && m_fault.actAfter == 0)
            act(socket);
    }
    if (m_fault.actAfter > 0 && visit.came >= m_fault.actAfter && !std::exchange(visit.acted, true))
        act(socket);
}

bool FaultyReceiver::takeRequest(QByteArray &bytes, Visit &visit)
{
    if (visit.bodyLeft < 0) {
        visit.head += std::exchange(bytes, {});
        const qsizetype end = visit.head.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        bytes = visit.head.mid(end + 4);
        visit.head.truncate(end + 4);
        if (++m_requests == 1)
            m_firstHead = visit.head;
        visit.bodyLeft = announcedLength(visit.head);
    }
    const qint64 taken = std::min<qint64>(visit.bodyLeft, bytes.size());
    bytes.remove(0, taken);
    visit.bodyLeft -= taken;
    if (visit.bodyLeft > 0)
        return false;
    visit.bodyLeft = -1;
    visit.head.clear();
    return true;
}

void FaultyReceiver::act(QTcpSocket *socket)
{
    if (m_fault.drip.count() > 0)
        return dripOn(socket);
    socket->write(m_fault.bytes);
    if (m_fault.pour.isEmpty())
        return finish(socket);
    connect(socket, &QTcpSocket::bytesWritten, this, [this, socket] { pourOn(socket); });
    if (auto *tls = qobject_cast<QSslSocket *>(socket))
        connect(tls, &QSslSocket::encryptedBytesWritten, this, [this, socket] { pourOn(socket); });
    pourOn(socket);
}

void FaultyReceiver::dripOn(QTcpSocket *socket)
{
    socket->write(m_fault.bytes.left(m_fault.atOnce));
    auto *timer = new QTimer(socket);
    connect(timer, &QTimer::timeout, socket, [this, socket, timer, next = m_fault.atOnce]() mutable {
        if (next < m_fault.bytes.size())
            socket->write(m_fault.bytes.constData() + next++, 1);
        else
            timer->stop();
    });
    timer->start(m_fault.drip);
}

void FaultyReceiver::pourOn(QTcpSocket *socket)
{
    auto *tls = qobject_cast<QSslSocket *>(socket);
    const auto unsent = [socket, tls] { return socket->bytesToWrite() + (tls ? tls->encryptedBytesToWrite() : 0); };
    while (socket->state() == QAbstractSocket::ConnectedState && unsent() < kMostUnsent) {
        if (m_fault.pourTotal >= 0 && m_poured >= m_fault.pourTotal)
            return;
        m_poured += socket->write(m_fault.pour);
    }
}

void FaultyReceiver::finish(QTcpSocket *socket)
{
    socket->flush();
    if (m_fault.then == Fault::Then::BreakTls)
        static_cast<void>(::send(static_cast<int>(socket->socketDescriptor()), "what is this", 12, MSG_NOSIGNAL));
    if (m_fault.then == Fault::Then::SayGoodbye) // Qt closes what is its own; the connection lives on
        m_keptOpen.append(::dup(static_cast<int>(socket->socketDescriptor())));
    if (m_fault.then == Fault::Then::Close || m_fault.then == Fault::Then::SayGoodbye)
        return socket->disconnectFromHost();
    if (m_fault.then != Fault::Then::Reset)
        return;
    const linger atOnce{.l_onoff = 1, .l_linger = 0}; // RST in place of FIN
    ::setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    socket->abort();
}

} // namespace callboard
