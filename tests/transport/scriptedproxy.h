// An HTTP proxy that answers by the letter of a script and remembers what it was asked. Where the script says nothing
// it opens the tunnel to the port of this machine that it was given, whatever the name.
#pragma once

#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace callboard {

class ScriptedProxy : public QTcpServer {
    Q_OBJECT

public:
    // The answer to a head; empty: the tunnel. `Silence`: none at all.
    using Script = std::function<QByteArray(const QByteArray &head)>;
    inline static const QByteArray kSilence{"silence"};
    inline static const QByteArray kClose{"close"};

    explicit ScriptedProxy(quint16 receiver, Script script = {})
        : m_receiver(receiver)
        , m_script(std::move(script))
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection())
                welcome(socket);
        });
        listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] const QList<QByteArray> &heads() const { return m_heads; }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] QByteArray all() const { return m_heads.join() + m_rest; }

private:
    void welcome(QTcpSocket *socket)
    {
        ++m_connections;
        auto in = std::make_shared<QByteArray>();
        connect(socket, &QTcpSocket::readyRead, socket, [this, socket, in] {
            *in += socket->readAll();
            const qsizetype end = in->indexOf("\r\n\r\n");
            if (end < 0)
                return;
            const QByteArray head = in->left(end + 4);
            m_rest += in->mid(end + 4); // of a request that it was handed, its body
            in->clear();
            answer(socket, head);
        });
    }

    void answer(QTcpSocket *socket, const QByteArray &head)
    {
        m_heads.append(head);
        const QByteArray said = m_script ? m_script(head) : QByteArray();
        if (said == kSilence)
            return;
        if (said == kClose)
            return socket->disconnectFromHost();
        if (!said.isEmpty()) {
            socket->write(said);
            return;
        }
        socket->disconnect(this);
        socket->disconnect(SIGNAL(readyRead()));
        auto *onwards = new QTcpSocket(socket);
        connect(onwards, &QTcpSocket::readyRead, socket, [socket, onwards] { socket->write(onwards->readAll()); });
        connect(onwards, &QTcpSocket::disconnected, socket, [socket] { socket->disconnectFromHost(); });
        connect(socket, &QTcpSocket::readyRead, onwards, [socket, onwards] { onwards->write(socket->readAll()); });
        connect(onwards, &QTcpSocket::connected, socket,
                [socket] { socket->write("HTTP/1.1 200 Connection established\r\n\r\n"); });
        onwards->connectToHost(QHostAddress(QHostAddress::LocalHost), m_receiver);
    }

    quint16 m_receiver;
    Script m_script;
    QList<QByteArray> m_heads;
    QByteArray m_rest;
    int m_connections = 0;
};

} // namespace callboard
