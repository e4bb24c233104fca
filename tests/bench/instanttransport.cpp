#include "instanttransport.h"

namespace callboard {

namespace {

Exchange delivered()
{
    using std::chrono::microseconds;
    Exchange exchange;
    exchange.outcome = Outcome::Delivered;
    exchange.status = 200;
    exchange.responseHead = "HTTP/1.1 200 OK\r\nServer: nginx/1.22.1\r\nDate: Thu, 14 Feb 2019 20:43:12 GMT\r\n"
                            "Content-Type: text/plain\r\nContent-Length: 2\r\nConnection: keep-alive\r\n\r\n";
    exchange.responseBody = "ok";
    exchange.responseSize = 2;
    exchange.remoteAddress = QStringLiteral("127.0.0.1:8080");
    exchange.timings.sent = microseconds(10);
    exchange.timings.firstByte = microseconds(200);
    exchange.timings.done = microseconds(210);
    return exchange;
}

} // namespace

InstantTransport::InstantTransport(int inFlight)
    : m_inFlight(inFlight)
{
    m_thread.setObjectName(QStringLiteral("bench-transport"));
    m_context.moveToThread(&m_thread);
    m_thread.start();
}

InstantTransport::~InstantTransport()
{
    m_thread.quit();
    m_thread.wait();
}

void InstantTransport::send(QList<TransportRequest> batch)
{
    QMetaObject::invokeMethod(
        &m_context,
        [this, batch = std::move(batch)] {
            static const Exchange kAnswer = delivered();
            QList<TransportResult> results;
            results.reserve(batch.size());
            for (const TransportRequest &request : batch)
                results.append({request.ticket, kAnswer});
            emit finished(results);
        },
        Qt::QueuedConnection);
}

} // namespace callboard
