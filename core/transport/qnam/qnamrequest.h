// One running request: look the name up, check every address, dial the checked one, send once, read a bounded part of
// the answer, report. finished() comes exactly once, never from within begin(). Lives in the transport's thread.
#pragma once

#include "core/transport/resolver.h"
#include "core/transport/transport.h"
#include "core/transport/verdict.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QTimer>

class QNetworkAccessManager;

namespace callboard {

class ReadOnceDevice;

class QnamRequest : public QObject {
    Q_OBJECT

public:
    QnamRequest(TransportRequest request, QNetworkAccessManager &manager, Resolver &resolver, const Clock &clock,
                QObject *parent);
    ~QnamRequest() override;

    void begin();
    void cancel();
    [[nodiscard]] int hiddenResends() const { return m_hiddenResends; }

signals:
    void finished(const callboard::TransportResult &result);

private:
    void resolved(const Resolution &resolution);
    void dial();
    void dialThroughProxy();
    void send(const QNetworkRequest &request);
    void watchReply();
    void encrypted();
    void connectionStands();
    void headArrived();
    void takeBody();
    void conclude(RequestEnd end);
    void refuse(ErrorClass errorClass, const QString &text);
    void report(const Verdict &verdict);
    void dropReply();
    [[nodiscard]] bool mayHaveLeft() const;
    [[nodiscard]] bool isHttps() const;
    [[nodiscard]] bool isLookingUp() const;
    [[nodiscard]] QString proxy() const; // empty: none
    [[nodiscard]] int port() const;
    [[nodiscard]] Observation observe(RequestEnd end) const;
    static void seeProxyAsReceiver(Observation &seen);
    [[nodiscard]] Timings::Step now() const;

    TransportRequest m_request;
    QNetworkAccessManager &m_manager;
    Resolver &m_resolver;
    const Clock &m_clock;

    QElapsedTimer m_sinceBegin;
    QTimer m_total;
    QTimer m_phase;                  // of the look-up, then of connecting
    QList<QHostAddress> m_addresses; // checked, not tried yet
    QNetworkReply *m_reply = nullptr;
    ReadOnceDevice *m_device = nullptr; // the reply's child
    Exchange m_exchange;
    QString m_tlsProblem;
    bool m_concluded = false;
    bool m_newConnection = false;
    bool m_encrypted = false;
    int m_requestsSent = 0;
    int m_hiddenResends = 0;
};

} // namespace callboard
