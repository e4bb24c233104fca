// Either HTTP transport, over TLS or not, as the test's global data says: one fault, the same demands on both. Beside
// the receiver that is at fault stands one that is well, of another target. Afterwards every ticket has reported once.
#pragma once

#include "core/transport/pipelinedtransport.h"
#include "core/transport/qnamtransport.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeresolver.h"
#include "tests/support/transportresults.h"
#include "tests/transport/faultyreceiver.h"

#include <QSslConfiguration>
#include <QTemporaryDir>
#include <QTest>

namespace callboard {

// "delivered 200", "in-doubt timeout", "rejected http 503"
inline QString summary(const Exchange &exchange)
{
    const QString words = toString(exchange.outcome) + u' ' + toString(exchange.errorClass);
    return exchange.status == 0 ? words.trimmed() : words.trimmed() + QStringLiteral(" %1").arg(exchange.status);
}

class HttpFixture : public QObject {
    Q_OBJECT

public:
    static constexpr TargetId kFaulty{1};
    static constexpr TargetId kHealthy{2};

protected:
    enum class Over { HttpAlone, HttpsAlone, Both };
    // For initTestCase_data().
    static void addTransports(Over over)
    {
        QTest::addColumn<bool>("pipelining");
        QTest::addColumn<bool>("tls");
        for (const bool tls : {false, true}) {
            if (over == (tls ? Over::HttpAlone : Over::HttpsAlone))
                continue;
            QTest::addRow("plain over %s", tls ? "https" : "http") << false << tls;
            QTest::addRow("pipelined over %s", tls ? "https" : "http") << true << tls;
        }
    }

protected slots:
    void initTestCase()
    {
        m_certificate = selfSignedCertificate(m_directory.path(), QStringLiteral("callback.example"));
        QVERIFY(!m_certificate.certificate.isNull());
        m_default = QSslConfiguration::defaultConfiguration();
        trust(m_certificate);
    }

private slots:
    void cleanupTestCase() { QSslConfiguration::setDefaultConfiguration(m_default); }

    void init()
    {
        QFETCH_GLOBAL(bool, pipelining);
        QFETCH_GLOBAL(bool, tls);
        m_pipelining = pipelining;
        m_tls = tls;
        m_ticket = 0;
        m_resolver = std::make_unique<FakeResolver>();
        m_resolver->answer(QStringLiteral("callback.example"), {QStringLiteral("127.0.0.1")});
        m_healthy = std::make_unique<FaultyReceiver>(Fault{.bytes = kOk}, certificateIfTls());
        if (pipelining)
            m_transport = std::make_unique<PipelinedTransport>(*m_resolver, m_clock);
        else
            m_transport = std::make_unique<QnamTransport>(*m_resolver, m_clock);
        m_results = std::make_unique<TransportResults>(*m_transport);
    }

    void cleanup()
    {
        QCOMPARE(m_results->reports, int(m_ticket));
        if (const auto *plain = qobject_cast<QnamTransport *>(m_transport.get()))
            QCOMPARE(plain->hiddenResends(), quint64(0));
        m_transport.reset();
    }

protected:
    inline static const QByteArray kOk{"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"};

    static void trust(const TestCertificate &certificate)
    {
        QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
        trusting.addCaCertificate(certificate.issuer.isNull() ? certificate.certificate : certificate.issuer);
        QSslConfiguration::setDefaultConfiguration(trusting);
    }

    [[nodiscard]] TestCertificate certificateIfTls() const { return m_tls ? m_certificate : TestCertificate(); }

    [[nodiscard]] TransportRequest request(TargetId target, quint16 port)
    {
        TransportRequest made;
        made.ticket = ++m_ticket;
        made.target = target;
        made.url.setScheme(m_tls ? QStringLiteral("https") : QStringLiteral("http"));
        made.url.setHost(QStringLiteral("callback.example"));
        made.url.setPort(port);
        made.url.setPath(QStringLiteral("/hook"));
        made.method = "POST";
        made.body = "{}";
        made.allowPrivate = true;
        made.totalTimeout = std::chrono::milliseconds(m_tls ? 500 : 300); // a handshake takes its time
        made.pipelining = m_pipelining;
        made.connections = 1;
        return made;
    }

    Exchange exchange(const TransportRequest &request)
    {
        m_transport->send({request});
        [&] { QTRY_VERIFY(m_results->has(request.ticket)); }();
        return (*m_results)[request.ticket];
    }

    // While `faulty` is under way the other target is called three times, one after the other, and notices nothing.
    Exchange exchangeBesideAnother(const TransportRequest &faulty)
    {
        m_transport->send({faulty});
        for (int i = 0; i < 3; ++i) {
            TransportRequest healthy = request(kHealthy, m_healthy->port());
            healthy.totalTimeout = std::chrono::seconds(5);
            const Exchange got = exchange(healthy);
            [&] { QCOMPARE(summary(got), QStringLiteral("delivered 200")); }();
            [&] { QVERIFY2(got.timings.done < std::chrono::seconds(1), "the other target had to wait"); }();
        }
        [&] { QTRY_VERIFY(m_results->has(faulty.ticket)); }();
        return (*m_results)[faulty.ticket];
    }

    FakeClock m_clock;
    QTemporaryDir m_directory;
    TestCertificate m_certificate;
    QSslConfiguration m_default;
    bool m_pipelining = false;
    bool m_tls = false;
    std::unique_ptr<FakeResolver> m_resolver;
    std::unique_ptr<FaultyReceiver> m_healthy;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<TransportResults> m_results;
    quint64 m_ticket = 0;
};

} // namespace callboard
