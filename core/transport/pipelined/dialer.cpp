#include "core/transport/pipelined/dialer.h"

#include "core/transport/addresscheck.h"
#include "core/transport/qnam/wire.h"

#include <QNetworkProxy>
#include <QSslConfiguration>
#include <QSslSocket>

namespace callboard {

namespace {

constexpr qint64 kReadBuffer = 256 * 1024;

QNetworkReply::NetworkError networkError(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError: return QNetworkReply::ConnectionRefusedError;
    case QAbstractSocket::RemoteHostClosedError: return QNetworkReply::RemoteHostClosedError;
    case QAbstractSocket::HostNotFoundError: return QNetworkReply::HostNotFoundError;
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError: return QNetworkReply::SslHandshakeFailedError;
    case QAbstractSocket::ProxyAuthenticationRequiredError: return QNetworkReply::ProxyAuthenticationRequiredError;
    case QAbstractSocket::ProxyConnectionRefusedError: return QNetworkReply::ProxyConnectionRefusedError;
    case QAbstractSocket::ProxyConnectionClosedError: return QNetworkReply::ProxyConnectionClosedError;
    case QAbstractSocket::ProxyConnectionTimeoutError: return QNetworkReply::ProxyTimeoutError;
    case QAbstractSocket::ProxyNotFoundError: return QNetworkReply::ProxyNotFoundError;
    case QAbstractSocket::ProxyProtocolError: return QNetworkReply::UnknownProxyError;
    default: return QNetworkReply::UnknownNetworkError;
    }
}

} // namespace

Way wayOf(const TransportRequest &request)
{
    const bool tls = request.url.scheme() == QLatin1String("https");
    return {request.url.host(),
            request.url.host(QUrl::FullyEncoded),
            request.url.port(tls ? 443 : 80),
            tls,
            request.allowPrivate,
            request.ownDoorsPort,
            request.security};
}

Dialer::Dialer(Way way, Milliseconds limit, Resolver &resolver, QObject *parent)
    : QObject(parent)
    , m_way(std::move(way))
    , m_limit(limit)
    , m_resolver(resolver)
{
    m_phase.setSingleShot(true);
    m_phase.setTimerType(Qt::PreciseTimer);
    connect(&m_phase, &QTimer::timeout, this, &Dialer::limitPassed);
}

Dialer::~Dialer()
{
    dropSocket();
}

void Dialer::begin()
{
    m_line.begunAt = std::chrono::steady_clock::now();
    if (!m_way.proxy().isEmpty()) {
        QMetaObject::invokeMethod(this, &Dialer::dialThroughProxy, Qt::QueuedConnection);
        return;
    }
    m_phase.start(m_limit);
    m_resolver.resolve(m_way.wireName, this, [this](const Resolution &resolution) { resolved(resolution); });
}

Line Dialer::takeLine()
{
    Line taken = std::exchange(m_line, {});
    taken.socket->disconnect(this);
    taken.socket->setParent(nullptr);
    return taken;
}

void Dialer::resolved(const Resolution &resolution)
{
    if (m_done)
        return;
    auto addresses = addressesToDial(resolution, m_way.host, addressRules(m_way.allowPrivate, m_way.ownDoorsPort));
    if (!addresses)
        return fail(addresses.error());
    m_line.steps.resolved = now();
    m_addresses = std::move(*addresses);
    dial();
}

void Dialer::dial()
{
    QHostAddress address = m_addresses.takeFirst();
    const QString remoteAddress = hostAndPort(address, m_way.port);
    // The address as text is not looked up again. Over TLS the name is what is asked for (SNI) and what is verified.
    if (m_way.tls)
        address.setScopeId({});
    open(address.toString(), remoteAddress);
}

void Dialer::dialThroughProxy()
{
    const AddressRules rules = addressRules(m_way.allowPrivate, m_way.ownDoorsPort);
    if (const auto refused = proxiedHostProblem(m_way.wireName, rules))
        return fail(*refused);
    open(m_way.wireName, m_way.proxy());
}

void Dialer::open(const QString &host, const QString &remoteAddress)
{
    m_line.remoteAddress = remoteAddress;
    m_line.steps.connected.reset();
    m_tlsProblem.clear();
    m_line.socket = m_way.tls ? new QSslSocket(this) : new QTcpSocket(this);
    // Never the default, which would be http_proxy of the environment.
    m_line.socket->setProxy(m_way.security ? m_way.security->proxy : QNetworkProxy(QNetworkProxy::NoProxy));
    m_line.socket->setReadBufferSize(kReadBuffer);
    connect(m_line.socket, &QAbstractSocket::errorOccurred, this, [this] { attemptFailed(observe()); });
    connect(m_line.socket, &QAbstractSocket::connected, this, [this] {
        m_line.socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        m_line.steps.connected = now();
        if (!m_way.tls)
            stands();
    });
    m_phase.start(m_limit);
    const auto port = static_cast<quint16>(m_way.port);
    if (!m_way.tls)
        return m_line.socket->connectToHost(host, port);
    watchTls();
    static_cast<QSslSocket *>(m_line.socket)->connectToHostEncrypted(host, port, m_way.wireName);
}

void Dialer::watchTls()
{
    auto *socket = static_cast<QSslSocket *>(m_line.socket);
    socket->setSslConfiguration(tlsConfiguration(m_way.security));
    connect(socket, &QSslSocket::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_tlsProblem = trustProblem(errors, m_way.security); });
    connect(socket, &QSslSocket::encrypted, this, &Dialer::encrypted);
}

// Here is the only way to a connection that requests are written to.
void Dialer::encrypted()
{
    m_line.steps.encrypted = now();
    m_certificate = static_cast<QSslSocket *>(m_line.socket)->peerCertificate();
    const auto problem = pinProblem(m_way.security, m_certificate, m_way.host, m_way.port);
    if (!problem)
        return stands();
    dropSocket();
    fail({Outcome::NotSent, ErrorClass::Tls, *problem});
}

void Dialer::limitPassed()
{
    Observation seen = observe();
    seen.end = m_line.socket ? RequestEnd::ConnectTimeout : RequestEnd::ResolveTimeout;
    seen.limit = m_limit;
    attemptFailed(seen);
}

void Dialer::stands()
{
    m_phase.stop();
    if (!std::exchange(m_done, true))
        emit connected();
}

Observation Dialer::observe() const
{
    Observation seen;
    seen.host = m_way.host;
    seen.port = m_way.port;
    seen.proxy = m_way.proxy();
    seen.certificateShown = m_way.showsCertificate();
    if (!m_line.socket)
        return seen;
    seen.error = networkError(m_line.socket->error());
    seen.errorDetail = m_tlsProblem.isEmpty() ? m_line.socket->errorString() : m_tlsProblem;
    seen.handshaking = m_way.tls && m_line.steps.connected;
    return seen;
}

void Dialer::attemptFailed(const Observation &seen)
{
    if (m_done)
        return;
    const Verdict verdict = judge(seen);
    dropSocket();
    if (m_addresses.isEmpty() || verdict.errorClass == ErrorClass::Tls)
        fail(verdict);
    else
        dial();
}

void Dialer::fail(const Verdict &verdict)
{
    m_phase.stop();
    if (!std::exchange(m_done, true))
        emit failed(verdict);
}

void Dialer::dropSocket()
{
    if (!m_line.socket)
        return;
    m_line.socket->disconnect(this);
    m_line.socket->abort();
    m_line.socket->deleteLater();
    m_line.socket = nullptr;
}

Timings::Step Dialer::now() const
{
    return elapsed(m_line.begunAt, std::chrono::steady_clock::now());
}

} // namespace callboard
