// One connection in the making: look the name up, check every address, dial the checked ones in turn, shake hands and
// compare the receiver's key with the pinned ones. Through a proxy the name is told to the proxy instead. Ends with
// connected() or failed(), once, never from within begin(). Lives in the transport's thread, owned by its Origin.
#pragma once

#include "core/transport/connectionsecurity.h"
#include "core/transport/pipelined/flight.h"
#include "core/transport/resolver.h"
#include "core/transport/verdict.h"

#include <QTcpSocket>
#include <QTimer>

namespace callboard {

// Where requests go; they share connections only where all of it is the same.
struct Way {
    QString host;     // as people read it
    QString wireName; // as it is looked up and as the certificate must name it
    int port = 0;
    bool tls = false;
    bool allowPrivate = false;
    bool ownDoorsPort = false; // see TransportRequest
    SharedSecurity security{};

    [[nodiscard]] QString proxy() const { return proxyAddress(security); } // empty: none
    [[nodiscard]] bool showsCertificate() const { return security && !security->chain.isEmpty(); }
    friend bool operator==(const Way &one, const Way &other)
    {
        return one.host == other.host && one.wireName == other.wireName && one.port == other.port
            && one.tls == other.tls && one.allowPrivate == other.allowPrivate && one.ownDoorsPort == other.ownDoorsPort
            && isSameSecurity(one.security, other.security);
    }
};

[[nodiscard]] Way wayOf(const TransportRequest &request);

// A connection that stands.
struct Line {
    QTcpSocket *socket = nullptr; // without a parent
    QString remoteAddress;
    Moment begunAt{};
    Timings steps; // resolved, connected, encrypted
};

class Dialer : public QObject {
    Q_OBJECT

public:
    Dialer(Way way, Milliseconds limit, Resolver &resolver, QObject *parent);
    ~Dialer() override;

    void begin();
    // After connected(); the socket belongs to the caller then.
    [[nodiscard]] Line takeLine();
    [[nodiscard]] const Line &line() const { return m_line; }
    // Of the receiver, once it is trusted and has proved to have its key; null before, and without TLS.
    [[nodiscard]] const QSslCertificate &certificate() const { return m_certificate; }

signals:
    void connected();
    void failed(const callboard::Verdict &verdict);

private:
    void resolved(const Resolution &resolution);
    void dial();
    void dialThroughProxy();
    void open(const QString &host, const QString &remoteAddress);
    void watchTls();
    void encrypted();
    void limitPassed();
    void stands();
    void attemptFailed(const Observation &seen);
    void fail(const Verdict &verdict);
    void dropSocket();
    [[nodiscard]] Observation observe() const;
    [[nodiscard]] Timings::Step now() const;

    Way m_way;
    Milliseconds m_limit; // of the look-up, and of each address
    Resolver &m_resolver;
    QTimer m_phase;
    QList<QHostAddress> m_addresses; // checked, not tried yet
    Line m_line;
    QSslCertificate m_certificate;
    QString m_tlsProblem;
    bool m_done = false;
};

} // namespace callboard
