// A receiver that goes wrong in one way, the same on every connection, and counts the requests that reach it. With a
// certificate it speaks TLS. Holds no more unsent bytes than a few hundred KiB, however much it pours out.
#pragma once

#include "tests/support/testcertificate.h"

#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>

namespace callboard {

struct Fault {
    enum class Then {
        StayOpen,
        Close, // under TLS with a close_notify before
        Reset,
        BreakTls,   // bytes that are no TLS record
        SayGoodbye, // the close_notify alone: the connection stays open
    };
    QByteArray bytes = {}; // what it says; empty: nothing
    Then then = Then::StayOpen;
    QByteArray pour = {};              // after `bytes`, again and again
    qint64 pourTotal = -1;             // bytes of it; -1: without end
    std::chrono::milliseconds drip{0}; // between two bytes of `bytes`; 0: all at once
    qint64 atOnce = 0;                 // so many of them before it drips
    qint64 actAfter = 0;               // bytes of the request, and reads no more then; 0: when it is whole
};

class FaultyReceiver : public QObject {
    Q_OBJECT

public:
    explicit FaultyReceiver(Fault fault = {}, const TestCertificate &certificate = TestCertificate());
    // Nobody is let in without a certificate of his own. TLS only.
    void demandCertificate();
    ~FaultyReceiver() override;

    [[nodiscard]] quint16 port() const { return m_server->serverPort(); }
    [[nodiscard]] int requests() const { return m_requests; } // whose head came
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] qint64 poured() const { return m_poured; }
    [[nodiscard]] const QByteArray &firstHead() const { return m_firstHead; }

private:
    struct Visit {
        QByteArray head;      // of a request that is not whole yet
        qint64 bodyLeft = -1; // of the present request; -1: its head is not there yet
        qint64 came = 0;
        bool acted = false;
    };

    void welcome(QTcpSocket *socket);
    void read(QTcpSocket *socket, Visit &visit);
    bool takeRequest(QByteArray &bytes, Visit &visit); // true: one is whole
    void act(QTcpSocket *socket);
    void dripOn(QTcpSocket *socket);
    void pourOn(QTcpSocket *socket);
    void finish(QTcpSocket *socket);

    Fault m_fault;
    std::unique_ptr<QTcpServer> m_server;
    int m_requests = 0;
    int m_connections = 0;
    qint64 m_poured = 0;
    QByteArray m_firstHead;
    QList<int> m_keptOpen; // descriptors
};

} // namespace callboard
