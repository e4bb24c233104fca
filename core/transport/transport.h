// Sends requests and reports one Exchange for each: exactly one request on the wire per ticket, never a retry of its
// own. send() may be called from any thread and takes a batch; finished() comes in batches from the transport's thread.
#pragma once

#include "core/domain/attempt.h"
#include "core/domain/ids.h"
#include "core/domain/target.h"

#include <QList>
#include <QObject>
#include <QPair>
#include <QUrl>

#include <memory>

namespace callboard {

using WireHeaders = QList<QPair<QByteArray, QByteArray>>;

struct ConnectionSecurity; // connectionsecurity.h
struct MailJob;

struct TransportRequest {
    quint64 ticket = 0;  // chosen by the caller, comes back with the result
    TargetId target;     // requests of one target share connections, of different targets never
    QUrl url;            // http or https; with mail: mailto
    QByteArray method;   // POST, PUT, GET; with mail: MAIL
    WireHeaders headers; // validated again before they are sent
    QByteArray body;
    Milliseconds connectTimeout{5'000};
    Milliseconds totalTimeout{15'000}; // from the moment the request is begun
    bool allowPrivate = false;
    bool ownDoorsPort = false; // of the URL: an address of this machine would be Callboard's own door, and is refused
    qint64 keepResponseBytes = qint64(256) * 1024;
    bool pipelining = false; // HTTP/1.1 only: requests back to back on `connections` connections, `pipelineDepth` deep
    int connections = 4;
    int pipelineDepth = 8;
    std::shared_ptr<const ConnectionSecurity> security{}; // null: the system's authorities, no certificate, no proxy
    std::shared_ptr<const MailJob> mail;                  // set: an e-mail; headers and body are its own (mailjob.h)
};

struct TransportResult {
    quint64 ticket = 0;
    Exchange exchange;
};

class Transport : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void send(QList<TransportRequest> batch) = 0;
    // Ends what is under way; each ticket still reports.
    virtual void cancelAll() = 0;
    // More than this many requests of this target at a time would only wait inside.
    [[nodiscard]] virtual int inFlight(const CallbackTarget &target) const = 0;

signals:
    void finished(const QList<callboard::TransportResult> &results);
};

} // namespace callboard
