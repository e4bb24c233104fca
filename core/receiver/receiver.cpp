#include "core/receiver/receiver.h"

#include "core/receiver/connection.h"

#include <QTcpServer>

namespace callboard {

struct Receiver::Private {
    QTcpServer server;
    SystemClock clock;
    QList<ReceiverRule> rules; // `times` counts down as they are used
    QList<ReceivedRequest> requests;
    quint64 count = 0;
    int keep = 1000;

    ReceiverRule takeRule(const ReceivedRequest &request);
    void remember(const ReceivedRequest &request);
};

ReceiverRule Receiver::Private::takeRule(const ReceivedRequest &request)
{
    for (qsizetype i = 0; i < rules.size(); ++i) {
        if (rules.at(i).times == 0 || !request.target.startsWith(rules.at(i).path))
            continue;
        if (rules.at(i).times > 0)
            --rules[i].times;
        return rules.at(i);
    }
    return {};
}

void Receiver::Private::remember(const ReceivedRequest &request)
{
    if (keep <= 0)
        return;
    if (requests.size() >= keep)
        requests.remove(0, requests.size() - keep + 1);
    requests.append(request);
}

Receiver::Receiver(QObject *parent)
    : QObject(parent)
    , m_d(std::make_unique<Private>())
{
    m_d->server.setListenBacklogSize(1024);
    m_d->server.setMaxPendingConnections(1024);
    auto decide = [this](ReceivedRequest request, AnswerContext context) {
        request.number = ++m_d->count;
        request.receivedAt = m_d->clock.now();
        const ReceiverRule rule = m_d->takeRule(request);
        const Answer answer = planAnswer(rule, request, context);
        request.answeredStatus = answer.status;
        request.action = rule.action;
        m_d->remember(request);
        emit received(request);
        return answer;
    };
    connect(&m_d->server, &QTcpServer::newConnection, this, [this, decide] {
        while (QTcpSocket *socket = m_d->server.nextPendingConnection())
            new Connection(socket, decide, this);
    });
}

Receiver::~Receiver()
{
    close();
}

Result<quint16> Receiver::listen(const QHostAddress &address, quint16 port)
{
    if (m_d->server.isListening())
        m_d->server.close();
    if (m_d->server.listen(address, port))
        return m_d->server.serverPort();
    const bool denied = m_d->server.serverError() == QAbstractSocket::SocketAccessError;
    return fail(denied ? ErrorCode::NotAllowed : ErrorCode::AddressInUse,
                QStringLiteral("The receiver can't listen on %1, port %2: %3.")
                    .arg(address.toString())
                    .arg(port)
                    .arg(m_d->server.errorString()));
}

void Receiver::close()
{
    m_d->server.close();
    for (Connection *connection : findChildren<Connection *>(Qt::FindDirectChildrenOnly))
        connection->closeNow();
}

quint16 Receiver::port() const
{
    return m_d->server.serverPort();
}

QString Receiver::url() const
{
    QHostAddress address = m_d->server.serverAddress();
    if (address == QHostAddress(QHostAddress::Any) || address == QHostAddress(QHostAddress::AnyIPv4))
        address = QHostAddress(QHostAddress::LocalHost);
    else if (address == QHostAddress(QHostAddress::AnyIPv6))
        address = QHostAddress(QHostAddress::LocalHostIPv6);
    const bool v6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    return QStringLiteral("http://%1:%2")
        .arg(v6 ? QStringLiteral("[%1]").arg(address.toString()) : address.toString())
        .arg(port());
}

void Receiver::setRules(QList<ReceiverRule> rules)
{
    m_d->rules = std::move(rules);
}

const QList<ReceivedRequest> &Receiver::requests() const
{
    return m_d->requests;
}

quint64 Receiver::count() const
{
    return m_d->count;
}

void Receiver::clear()
{
    m_d->requests.clear();
    m_d->count = 0;
}

void Receiver::setKeep(int keep)
{
    m_d->keep = keep;
    if (m_d->requests.size() > keep)
        m_d->requests.remove(0, m_d->requests.size() - qMax(keep, 0));
}

} // namespace callboard
