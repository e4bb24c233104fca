#include "core/transport/qnam/targetchannel.h"

#include "core/transport/qnam/qnamrequest.h"
#include "core/transport/verdict.h"

#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkProxy>

namespace callboard {

namespace {

class NoCookies final : public QNetworkCookieJar {
public:
    using QNetworkCookieJar::QNetworkCookieJar;

    [[nodiscard]] QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
    bool insertCookie(const QNetworkCookie &) override { return false; }
    bool updateCookie(const QNetworkCookie &) override { return false; }
};

// The one proxy for all, or none: else http_proxy of the environment would be obeyed.
class OneProxy final : public QNetworkProxyFactory {
public:
    explicit OneProxy(QNetworkProxy proxy)
        : m_proxy(std::move(proxy))
    {
    }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        QNetworkProxy proxy = m_proxy;
        // Such a request carries them itself; Qt would wait for a challenge and then have to send it again.
        if (proxy.type() == QNetworkProxy::HttpProxy && query.url().scheme() == QLatin1String("http")) {
            proxy.setUser({});
            proxy.setPassword({});
        }
        return {proxy};
    }

private:
    QNetworkProxy m_proxy;
};

} // namespace

TargetChannel::TargetChannel(SharedSecurity security, Resolver &resolver, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_security(std::move(security))
    , m_resolver(resolver)
    , m_clock(clock)
{
    const bool proxied = m_security && m_security->usesProxy();
    m_manager.setProxyFactory(new OneProxy(proxied ? m_security->proxy : QNetworkProxy(QNetworkProxy::NoProxy)));
    m_manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_manager.setCookieJar(new NoCookies(&m_manager));
    m_manager.setAutoDeleteReplies(false);
}

TargetChannel::~TargetChannel()
{
    // They hold replies of the manager, which goes before the children do.
    qDeleteAll(m_running);
}

void TargetChannel::send(TransportRequest request)
{
    m_waiting.enqueue(std::move(request));
    startWaiting();
}

void TargetChannel::cancelAll()
{
    const auto waiting = std::exchange(m_waiting, {});
    for (const TransportRequest &request : waiting)
        emit finished(cancelledResult(request));
    const auto running = m_running;
    for (QnamRequest *request : running)
        request->cancel();
}

TransportResult TargetChannel::cancelledResult(const TransportRequest &request)
{
    Observation seen;
    seen.host = request.url.host();
    seen.port = request.url.port(request.url.scheme() == QLatin1String("https") ? 443 : 80);
    seen.end = RequestEnd::Cancelled;
    const Verdict verdict = judge(seen);
    TransportResult result;
    result.ticket = request.ticket;
    result.exchange.outcome = verdict.outcome;
    result.exchange.errorClass = verdict.errorClass;
    result.exchange.errorText = verdict.text;
    return result;
}

void TargetChannel::startWaiting()
{
    while (m_running.size() < kMostRunning && !m_waiting.isEmpty())
        start(m_waiting.dequeue());
}

void TargetChannel::start(TransportRequest request)
{
    auto *running = new QnamRequest(std::move(request), m_manager, m_resolver, m_clock, this);
    m_running.append(running);
    connect(running, &QnamRequest::finished, this, [this, running](const TransportResult &result) {
        emit finished(result);
        remove(running);
    });
    running->begin();
}

void TargetChannel::remove(QnamRequest *request)
{
    m_running.removeOne(request);
    if (request->hiddenResends() > 0)
        emit sentAgain(request->hiddenResends());
    request->deleteLater();
    startWaiting();
    if (isIdle())
        emit becameIdle();
}

} // namespace callboard
