#include "core/transport/endpointlook.h"

#include "core/transport/certificates.h"
#include "core/transport/pipelined/dialer.h"

#include <QSslCertificate>
#include <QSslSocket>
#include <QThread>

namespace callboard {

namespace {

EndpointReport reportOf(const Verdict &verdict, const Way &way, const QSslCertificate &certificate)
{
    EndpointReport report;
    report.verdict = verdict;
    report.proxy = way.proxy();
    if (!certificate.isNull()) {
        report.expires = Timestamp(Milliseconds(certificate.expiryDate().toMSecsSinceEpoch()));
        report.pin = pinOf(certificate);
    }
    return report;
}

// Lives in the thread of the look.
class Looker : public QObject {
public:
    explicit Looker(Resolver &resolver)
        : m_resolver(resolver)
    {
    }

    void begin(const Way &way, Milliseconds limit, const std::function<void(const EndpointReport &)> &done)
    {
        end();
        m_dialer = new Dialer(way, limit, m_resolver, this);
        connect(m_dialer, &Dialer::connected, this, [this, way, done] {
            EndpointReport report = reportOf({}, way, m_dialer->certificate());
            QTcpSocket *socket = m_dialer->takeLine().socket;
            if (report.proxy.isEmpty())
                report.address = socket->peerAddress();
            connect(socket, &QAbstractSocket::disconnected, socket, &QObject::deleteLater);
            socket->setParent(this);
            socket->disconnectFromHost();
            end();
            done(report);
        });
        connect(m_dialer, &Dialer::failed, this, [this, way, done](const Verdict &verdict) {
            const EndpointReport report = reportOf(verdict, way, m_dialer->certificate());
            end();
            done(report);
        });
        m_dialer->begin();
    }
    // Also from a signal of the dialer.
    void end()
    {
        if (!m_dialer)
            return;
        m_dialer->disconnect(this);
        std::exchange(m_dialer, nullptr)->deleteLater();
    }

private:
    Resolver &m_resolver;
    Dialer *m_dialer = nullptr;
};

Way wayTo(const QUrl &url, bool allowPrivate, std::shared_ptr<const ConnectionSecurity> security)
{
    TransportRequest request;
    request.url = url;
    request.allowPrivate = allowPrivate;
    request.security = std::move(security);
    return wayOf(request);
}

} // namespace

struct EndpointLook::Private {
    QThread thread;
    Looker *looker = nullptr; // in `thread`, ends with it
    quint64 asked = 0;        // what answers an older question is not passed on
};

EndpointLook::EndpointLook(Resolver &resolver, QObject *parent)
    : QObject(parent)
    , m_d(std::make_unique<Private>())
{
    m_d->looker = new Looker(resolver);
    m_d->looker->moveToThread(&m_d->thread);
    connect(&m_d->thread, &QThread::finished, m_d->looker, &QObject::deleteLater);
    m_d->thread.setObjectName(QStringLiteral("look"));
    m_d->thread.start();
}

EndpointLook::~EndpointLook()
{
    m_d->thread.quit();
    m_d->thread.wait();
}

void EndpointLook::look(const QUrl &url, bool allowPrivate, Milliseconds limit,
                        std::shared_ptr<const ConnectionSecurity> security)
{
    const auto answer = [this, number = ++m_d->asked](const EndpointReport &report) {
        QMetaObject::invokeMethod(
            this,
            [this, number, report] {
                if (number == m_d->asked)
                    emit looked(report);
            },
            Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(
        m_d->looker,
        [looker = m_d->looker, way = wayTo(url, allowPrivate, std::move(security)), limit, answer] {
            looker->begin(way, limit, answer);
        },
        Qt::QueuedConnection);
}

void EndpointLook::cancel()
{
    ++m_d->asked;
    QMetaObject::invokeMethod(
        m_d->looker, [looker = m_d->looker] { looker->end(); }, Qt::QueuedConnection);
}

} // namespace callboard
