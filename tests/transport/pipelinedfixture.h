// A pipelined transport and a scripted receiver, fresh for each test. Each request has a path of its own, /1, /2, ...;
// afterwards each has reported exactly once and was on the wire at most once.
#pragma once

#include "core/transport/pipelinedtransport.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeresolver.h"
#include "tests/support/transportresults.h"
#include "tests/transport/scriptedreceiver.h"

#include <QTest>

namespace callboard {

class PipelinedFixture : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_ticket = 0;
        m_resolver = std::make_unique<FakeResolver>();
        m_receiver = std::make_unique<ScriptedReceiver>();
        m_transport = std::make_unique<PipelinedTransport>(*m_resolver, m_clock);
        m_results = std::make_unique<TransportResults>(*m_transport);
    }

    void cleanup()
    {
        QTRY_COMPARE(m_results->exchanges.size(), qsizetype(m_ticket));
        QCOMPARE(m_results->reports, int(m_ticket));
        const QList<QByteArray> paths = m_receiver->paths();
        QCOMPARE(QSet<QByteArray>(paths.begin(), paths.end()).size(), paths.size());
        m_transport.reset();
    }

protected:
    // A POST with a ticket and a path of its own: one connection, eight deep.
    [[nodiscard]] TransportRequest request()
    {
        TransportRequest made;
        made.ticket = ++m_ticket;
        made.target = TargetId{1};
        made.url = QUrl(QStringLiteral("http://127.0.0.1:%1/%2").arg(m_receiver->serverPort()).arg(made.ticket));
        made.method = "POST";
        made.body = "{\"n\":" + QByteArray::number(made.ticket) + "}";
        made.allowPrivate = true;
        made.pipelining = true;
        made.connections = 1;
        made.pipelineDepth = 8;
        return made;
    }

    [[nodiscard]] QList<TransportRequest> requests(int count)
    {
        QList<TransportRequest> made;
        for (int i = 0; i < count; ++i)
            made.append(request());
        return made;
    }

    // Returns when all of them have reported.
    void exchange(const QList<TransportRequest> &batch)
    {
        m_transport->send(batch);
        for (const TransportRequest &sent : batch)
            [&] { QTRY_VERIFY(m_results->has(sent.ticket)); }();
    }

    Exchange exchange(const TransportRequest &request)
    {
        exchange(QList<TransportRequest>{request});
        return (*m_results)[request.ticket];
    }

    // "delivered not-sent ...", of tickets in order.
    [[nodiscard]] QStringList outcomes(quint64 first, quint64 last) const
    {
        QStringList words;
        for (quint64 ticket = first; ticket <= last; ++ticket)
            words.append(toString((*m_results)[ticket].outcome));
        return words;
    }

    [[nodiscard]] int count(Outcome outcome) const
    {
        return static_cast<int>(std::count_if(m_results->exchanges.begin(), m_results->exchanges.end(),
                                              [outcome](const Exchange &got) { return got.outcome == outcome; }));
    }

    FakeClock m_clock;
    std::unique_ptr<FakeResolver> m_resolver;
    std::unique_ptr<ScriptedReceiver> m_receiver;
    std::unique_ptr<PipelinedTransport> m_transport;
    std::unique_ptr<TransportResults> m_results;
    quint64 m_ticket = 0;
};

} // namespace callboard
