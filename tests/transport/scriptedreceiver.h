// A receiver that answers by the letter of a script, well or badly, and remembers what it was sent on which connection.
// Requests are cut by their Content-Length; bytes are written as the script says, the answers of one read at once.
#pragma once

#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace callboard {

struct ScriptedAnswer {
    enum class Then { GoOn, Close, Reset };
    QByteArray bytes = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    Then then = Then::GoOn;
    int holdUntil = 0; // written when so many requests came on the connection; 0: at once
};

class ScriptedReceiver : public QTcpServer {
    Q_OBJECT

public:
    struct Request {
        int connection = 0; // 1 for the first
        int number = 0;     // on its connection, 1 for the first
        QByteArray path;
        QByteArray bytes;
    };
    using Script = std::function<ScriptedAnswer(const Request &)>;

    explicit ScriptedReceiver(Script script = {});

    void setScript(Script script) { m_script = std::move(script); }
    [[nodiscard]] const QList<Request> &requests() const { return m_requests; }
    [[nodiscard]] QList<QByteArray> paths() const;
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] int largestRead() const { return m_largestRead; } // requests that arrived at once
    [[nodiscard]] QTcpSocket *newest() const { return m_newest; }

private:
    struct Visit {
        int connection = 0;
        int requests = 0;
        QByteArray in;
        QByteArray out;
        int holdUntil = 0;
        bool over = false;
    };

    void serve(QTcpSocket *socket, Visit &visit);
    void end(QTcpSocket *socket, ScriptedAnswer::Then then);

    Script m_script;
    QList<Request> m_requests;
    int m_connections = 0;
    int m_largestRead = 0;
    QTcpSocket *m_newest = nullptr;
};

} // namespace callboard
