// A mail server by the letter of a script: what it says to each command, and after which it is gone. Everything that is
// not scripted is answered as a server does that takes every mail.
#pragma once

#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>

#include <memory>

namespace callboard {

class ScriptedMailServer : public QTcpServer {
public:
    static constexpr char kHangUp[] = "hang up";
    static constexpr char kReset[] = "reset";

    // `said`: by the start of a command ("RCPT", "RCPT TO:<a@x.example>", "."), without line end. "" greets.
    explicit ScriptedMailServer(QHash<QByteArray, QByteArray> said = {})
        : m_said(std::move(said))
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            auto visit = std::make_shared<Visit>();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, visit] { serve(socket, *visit); });
            say(socket, "", "220 mail.test ESMTP");
        });
        listen(QHostAddress::LocalHost);
    }

    void forget(const QByteArray &command) { m_said.remove(command); }
    [[nodiscard]] const QList<QByteArray> &messages() const { return m_messages; } // whose final dot came

private:
    struct Visit {
        QByteArray in;
        QByteArray message;
        bool inMessage = false;
    };

    void serve(QTcpSocket *socket, Visit &visit)
    {
        visit.in += socket->readAll();
        for (qsizetype end = visit.in.indexOf("\r\n"); end >= 0; end = visit.in.indexOf("\r\n")) {
            const QByteArray line = visit.in.left(end);
            visit.in.remove(0, end + 2);
            if (!visit.inMessage) {
                visit.inMessage = line == "DATA" && !m_said.contains(line);
                say(socket, line, line == "DATA" ? "354 Go on" : "250 OK");
            } else if (line != ".") {
                visit.message += line + "\r\n";
            } else {
                m_messages.append(std::exchange(visit.message, {}));
                visit.inMessage = false;
                say(socket, line, "250 Kept");
            }
        }
    }

    void say(QTcpSocket *socket, const QByteArray &command, const QByteArray &usual)
    {
        QByteArray words = usual;
        for (auto it = m_said.cbegin(); it != m_said.cend(); ++it) {
            if (it.key().isEmpty() ? command.isEmpty() : command.startsWith(it.key()))
                words = it.value();
        }
        if (words == kReset)
            return socket->abort();
        if (words == kHangUp)
            return socket->disconnectFromHost();
        socket->write(words + "\r\n");
        if (words.startsWith("421"))
            socket->disconnectFromHost();
    }

    QHash<QByteArray, QByteArray> m_said;
    QList<QByteArray> m_messages;
};

} // namespace callboard
