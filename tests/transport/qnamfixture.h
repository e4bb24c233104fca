// A transport and a receiver, fresh for each test, and one exchange between them.
#pragma once

#include "core/receiver/receiver.h"
#include "core/transport/qnamtransport.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeresolver.h"
#include "tests/support/transportresults.h"

#include <QTest>

namespace callboard {

class QnamFixture : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_resolver = std::make_unique<FakeResolver>();
        m_receiver = std::make_unique<Receiver>();
        QVERIFY(m_receiver->listen().has_value());
        m_transport = std::make_unique<QnamTransport>(*m_resolver, m_clock);
        m_results = std::make_unique<TransportResults>(*m_transport);
    }

    void cleanup()
    {
        QCOMPARE(m_transport->hiddenResends(), quint64(0));
        m_transport.reset();
    }

protected:
    // A POST to the receiver, with a ticket of its own.
    [[nodiscard]] TransportRequest request()
    {
        TransportRequest made;
        made.ticket = ++m_ticket;
        made.target = TargetId{1};
        made.url = QUrl(m_receiver->url() + QStringLiteral("/callback"));
        made.method = "POST";
        made.body = "{}";
        made.allowPrivate = true;
        return made;
    }

    Exchange exchange(const TransportRequest &request)
    {
        m_transport->send({request});
        [&] { QTRY_VERIFY(m_results->has(request.ticket)); }();
        return (*m_results)[request.ticket];
    }

    FakeClock m_clock;
    std::unique_ptr<FakeResolver> m_resolver;
    std::unique_ptr<Receiver> m_receiver;
    std::unique_ptr<QnamTransport> m_transport;
    std::unique_ptr<TransportResults> m_results;
    quint64 m_ticket = 0;
};

} // namespace callboard
