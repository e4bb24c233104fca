#include "core/transport/qnam/qnamrequest.h"

#include "core/transport/addresscheck.h"
#include "core/transport/connectionsecurity.h"
#include "core/transport/qnam/readoncedevice.h"
#include "core/transport/qnam/wire.h"
#include "core/transport/requestcheck.h"
#include "core/transport/retryafter.h"

#include <QNetworkAccessManager>
#include <QSslError>

#include <algorithm>

namespace callboard {

namespace {

constexpr qint64 kReadBuffer = 64 * 1024;
constexpr int kProxyAuthenticationRequired = 407;

} // namespace

QnamRequest::QnamRequest(TransportRequest request, QNetworkAccessManager &manager, Resolver &resolver,
                         const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_manager(manager)
    , m_resolver(resolver)
    , m_clock(clock)
{
    for (QTimer *timer : {&m_total, &m_phase}) {
        timer->setSingleShot(true);
        timer->setTimerType(Qt::PreciseTimer);
    }
    connect(&m_total, &QTimer::timeout, this,
            [this] { conclude(isLookingUp() ? RequestEnd::ResolveTimeout : RequestEnd::TotalTimeout); });
    connect(&m_phase, &QTimer::timeout, this,
            [this] { conclude(m_reply ? RequestEnd::ConnectTimeout : RequestEnd::ResolveTimeout); });
}

QnamRequest::~QnamRequest()
{
    dropReply();
}

void QnamRequest::begin()
{
    m_sinceBegin.start();
    if (const auto problem = requestProblem(m_request)) {
        auto tell = [this, text = *problem] { refuse(ErrorClass::Configuration, text); };
        QMetaObject::invokeMethod(this, std::move(tell), Qt::QueuedConnection);
        return;
    }
    m_total.start(m_request.totalTimeout);
    if (!proxy().isEmpty()) {
        QMetaObject::invokeMethod(this, &QnamRequest::dialThroughProxy, Qt::QueuedConnection);
        return;
    }
    m_phase.start(m_request.connectTimeout);
    m_resolver.resolve(m_request.url.host(QUrl::FullyEncoded), this,
                       [this](const Resolution &resolution) { resolved(resolution); });
}

void QnamRequest::cancel()
{
    conclude(RequestEnd::Cancelled);
}

void QnamRequest::resolved(const Resolution &resolution)
{
    if (m_concluded)
        return;
    auto addresses = addressesToDial(resolution, m_request.url.host(),
                                     addressRules(m_request.allowPrivate, m_request.ownDoorsPort));
    if (addresses || addresses.error().errorClass == ErrorClass::Policy)
        m_exchange.timings.resolved = now();
    if (!addresses)
        return report(addresses.error());
    m_addresses = std::move(*addresses);
    dial();
}

void QnamRequest::dial()
{
    const QHostAddress address = m_addresses.takeFirst();
    m_exchange.remoteAddress = hostAndPort(address, port());
    send(pinnedRequest(m_request, address));
}

void QnamRequest::dialThroughProxy()
{
    if (m_concluded)
        return;
    const AddressRules rules = addressRules(m_request.allowPrivate, m_request.ownDoorsPort);
    if (const auto refused = proxiedHostProblem(m_request.url.host(QUrl::FullyEncoded), rules))
        return report(*refused);
    m_exchange.remoteAddress = proxy();
    m_exchange.note = withProxy({}, proxy());
    send(proxiedRequest(m_request));
}

void QnamRequest::send(const QNetworkRequest &request)
{
    m_newConnection = false;
    m_encrypted = false;
    m_requestsSent = 0;
    m_device = new ReadOnceDevice(m_request.body);
    m_device->onFirstRead([this] {
        if (m_newConnection && !isHttps())
            m_exchange.timings.connected = now();
        connectionStands();
    });
    // Every method goes this way: post() and get() would keep a copy of the body and send it again.
    m_reply = m_manager.sendCustomRequest(request, m_request.method, m_device);
    m_device->setParent(m_reply);
    // Without a body nothing tells when a plain connection stands: only the total deadline runs then.
    if (m_request.body.isEmpty())
        m_phase.stop();
    else
        m_phase.start(m_request.connectTimeout);
    watchReply();
}

void QnamRequest::watchReply()
{
    connect(m_reply, &QNetworkReply::socketStartedConnecting, this, [this] {
        m_newConnection = true;
        if (isHttps() && !m_phase.isActive())
            m_phase.start(m_request.connectTimeout);
    });
    connect(m_reply, &QNetworkReply::encrypted, this, &QnamRequest::encrypted);
    connect(m_reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_tlsProblem = trustProblem(errors, m_request.security); });
    connect(m_reply, &QNetworkReply::requestSent, this, [this] {
        m_exchange.timings.sent = now();
        m_reply->setReadBufferSize(kReadBuffer); // set before it would be lost
        if (++m_requestsSent > 1)
            ++m_hiddenResends;
    });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &QnamRequest::headArrived);
    connect(m_reply, &QNetworkReply::readyRead, this, &QnamRequest::takeBody);
    connect(m_reply, &QNetworkReply::finished, this, [this] { conclude(RequestEnd::Finished); });
}

// Qt's own thread waits for this before it writes the request, and a request that is aborted meanwhile is not written.
// A connection that served an earlier request of this channel has passed here already.
void QnamRequest::encrypted()
{
    m_encrypted = true;
    m_exchange.timings.encrypted = now();
    connectionStands();
    const QSslCertificate receivers = m_reply->sslConfiguration().peerCertificate();
    const auto problem = pinProblem(m_request.security, receivers, m_request.url.host(), port());
    if (!problem)
        return;
    const Outcome outcome = m_device->wasRead() ? Outcome::InDoubt : Outcome::NotSent;
    dropReply();
    report({outcome, ErrorClass::Tls, *problem});
}

void QnamRequest::connectionStands()
{
    m_phase.stop();
}

void QnamRequest::headArrived()
{
    connectionStands();
    m_reply->setReadBufferSize(kReadBuffer);
    if (!m_exchange.timings.firstByte)
        m_exchange.timings.firstByte = now();
}

void QnamRequest::takeBody()
{
    QByteArray &body = m_exchange.responseBody;
    const qint64 room = m_request.keepResponseBytes - body.size();
    if (room > 0)
        body += m_reply->read(room);
    if (body.size() >= m_request.keepResponseBytes && m_reply->bytesAvailable() > 0 && !m_reply->isFinished())
        conclude(RequestEnd::Cut);
}

Observation QnamRequest::observe(RequestEnd end) const
{
    Observation seen;
    seen.host = m_request.url.host();
    seen.port = port();
    seen.end = end;
    seen.mayHaveLeft = mayHaveLeft();
    seen.proxy = proxy();
    seen.certificateShown = m_request.security && !m_request.security->chain.isEmpty();
    seen.limit = end == RequestEnd::TotalTimeout ? m_request.totalTimeout
                                                 : std::min(m_request.connectTimeout, m_request.totalTimeout);
    if (!m_reply)
        return seen;
    seen.status = statusOf(*m_reply);
    seen.reason = QString::fromLatin1(m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toByteArray());
    seen.location = QString::fromLatin1(m_reply->rawHeader("Location"));
    seen.error = m_reply->error();
    seen.errorDetail = m_tlsProblem.isEmpty() ? m_reply->errorString() : m_tlsProblem;
    seen.handshaking = isHttps() && m_newConnection && !m_encrypted;
    if (!seen.proxy.isEmpty()) { // whose tunnel comes first, and Qt does not tell when it stands
        seen.handshaking = seen.handshaking && seen.error == QNetworkReply::RemoteHostClosedError;
        if (isHandedToProxy(m_request))
            seeProxyAsReceiver(seen);
    }
    return seen;
}

// Qt takes the proxy that it hands a request to for the receiver.
void QnamRequest::seeProxyAsReceiver(Observation &seen)
{
    if (seen.status == kProxyAuthenticationRequired) {
        seen.status = 0;
        seen.error = QNetworkReply::ProxyAuthenticationRequiredError;
    } else if (seen.error == QNetworkReply::ConnectionRefusedError) {
        seen.error = QNetworkReply::ProxyConnectionRefusedError;
    } else if (seen.error == QNetworkReply::HostNotFoundError) {
        seen.error = QNetworkReply::ProxyNotFoundError;
    }
}

void QnamRequest::conclude(RequestEnd end)
{
    if (m_concluded)
        return;
    if (m_reply && end == RequestEnd::Finished)
        takeBody();
    const Observation seen = observe(end);
    const Verdict verdict = judge(seen);
    const bool tryNext = verdict.outcome == Outcome::NotSent && verdict.errorClass != ErrorClass::Tls
        && (end == RequestEnd::Finished || end == RequestEnd::ConnectTimeout) && !m_addresses.isEmpty();
    if (m_reply && seen.status != 0) {
        const qint64 arrived = m_exchange.responseBody.size() + m_reply->bytesAvailable();
        const qint64 announced = announcedLength(*m_reply);
        m_exchange.status = seen.status;
        m_exchange.responseHead = responseHead(*m_reply);
        m_exchange.retryAfter = parseRetryAfter(m_reply->rawHeader("Retry-After"), m_clock.now());
        m_exchange.responseSize = end == RequestEnd::Cut ? std::max(arrived, announced) : arrived;
        m_exchange.truncated = arrived > m_exchange.responseBody.size() || end != RequestEnd::Finished
            || brokeOff(seen.error);
    }
    dropReply();
    if (tryNext)
        dial();
    else
        report(verdict);
}

void QnamRequest::refuse(ErrorClass errorClass, const QString &text)
{
    report({Outcome::NotSent, errorClass, text});
}

void QnamRequest::report(const Verdict &verdict)
{
    if (std::exchange(m_concluded, true))
        return;
    m_total.stop();
    m_phase.stop();
    m_exchange.outcome = verdict.outcome;
    m_exchange.errorClass = verdict.errorClass;
    m_exchange.errorText = verdict.text;
    m_exchange.timings.done = now();
    emit finished({m_request.ticket, std::move(m_exchange)});
}

void QnamRequest::dropReply()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_device->onFirstRead({});
    if (m_reply->isRunning())
        m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
    m_device = nullptr;
}

bool QnamRequest::mayHaveLeft() const
{
    if (!m_reply)
        return false;
    if (!m_request.body.isEmpty())
        return m_device->wasRead();
    return !isHttps() || m_encrypted || !m_newConnection;
}

bool QnamRequest::isHttps() const
{
    return m_request.url.scheme() == QLatin1String("https");
}

bool QnamRequest::isLookingUp() const
{
    return !m_exchange.timings.resolved && proxy().isEmpty();
}

QString QnamRequest::proxy() const
{
    return proxyAddress(m_request.security);
}

int QnamRequest::port() const
{
    return m_request.url.port(isHttps() ? 443 : 80);
}

Timings::Step QnamRequest::now() const
{
    return std::chrono::microseconds(m_sinceBegin.nsecsElapsed() / 1000);
}

} // namespace callboard
