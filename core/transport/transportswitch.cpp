#include "core/transport/transportswitch.h"

namespace callboard {

namespace {

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
}

} // namespace

TransportSwitch::TransportSwitch(Transport &plain, Transport &pipelined, Transport &mail, QObject *parent)
    : Transport(parent)
    , m_plain(plain)
    , m_pipelined(pipelined)
    , m_mail(mail)
{
    for (Transport *transport : {&plain, &pipelined, &mail})
        connect(transport, &Transport::finished, this, &Transport::finished, Qt::DirectConnection);
}

void TransportSwitch::send(QList<TransportRequest> batch)
{
    QList<TransportRequest> plain;
    QList<TransportRequest> pipelined;
    QList<TransportRequest> mail;
    const quint16 door = m_ownDoor;
    for (TransportRequest &request : batch) {
        request.ownDoorsPort = door != 0 && !request.mail && portOf(request.url) == door;
        (request.mail ? mail : request.pipelining ? pipelined : plain).append(std::move(request));
    }
    const std::pair<Transport &, QList<TransportRequest> &> ways[] = {
        {m_plain, plain}, {m_pipelined, pipelined}, {m_mail, mail}};
    for (const auto &[transport, requests] : ways) {
        if (!requests.isEmpty())
            transport.send(std::move(requests));
    }
}

void TransportSwitch::cancelAll()
{
    for (Transport *transport : {&m_plain, &m_pipelined, &m_mail})
        transport->cancelAll();
}

int TransportSwitch::inFlight(const CallbackTarget &target) const
{
    if (target.isMail())
        return m_mail.inFlight(target);
    return (target.pipelining ? m_pipelined : m_plain).inFlight(target);
}

} // namespace callboard
