#include "ui/targets/form/urlcheck.h"

#include "core/transport/connectionsecurity.h"

#include <algorithm>

namespace callboard {

using namespace std::chrono_literals;

namespace {

constexpr auto kDebounce = 600ms;
constexpr Milliseconds kPatience = 10s; // of whoever waits for the line

QUrl lookable(const CallbackTarget &target)
{
    return target.isMail() || urlProblem(target.url) ? QUrl() : QUrl(target.url, QUrl::StrictMode);
}

} // namespace

ConnectionWish connectionWish(const CallbackTarget &target)
{
    ConnectionWish wish{target.tls, target.proxy};
    if (wish.tls.key.plain.isEmpty()) {
        wish.lacksSecret = wish.tls.key.isSet();
        wish.tls.certificate.clear();
        wish.tls.key = {};
    }
    if (wish.proxy.password.plain.isEmpty()) {
        wish.lacksSecret = wish.lacksSecret || wish.proxy.password.isSet();
        wish.proxy.password = {};
    }
    return wish;
}

UrlCheck::UrlCheck(Resolver &resolver, QObject *parent)
    : QObject(parent)
    , m_look(resolver)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kDebounce);
    connect(&m_soon, &QTimer::timeout, this, &UrlCheck::begin);
    connect(&m_look, &EndpointLook::looked, this, &UrlCheck::tell);
}

void UrlCheck::follow(const CallbackTarget &target)
{
    const QUrl url = lookable(target);
    const bool same = url.host() == m_url.host() && url.port() == m_url.port() && url.scheme() == m_url.scheme();
    m_limit = std::min(target.connectTimeout, kPatience);
    const ConnectionWish wish = connectionWish(target);
    if (same && target.allowPrivate == m_allowPrivate && wish == m_wish)
        return; // the path changes nothing
    m_url = url;
    m_allowPrivate = target.allowPrivate;
    m_wish = wish;
    m_advice = {};
    if (!same)
        m_pin.clear();
    m_look.cancel();
    if (m_url.isEmpty())
        m_soon.stop();
    else
        m_soon.start();
}

void UrlCheck::begin()
{
    const auto security = makeConnectionSecurity(m_wish.tls, m_wish.proxy);
    if (!security)
        return say({}); // what is wrong stands under its field
    say({FieldLine::Mood::Hint, tr("Looking there…")});
    m_look.look(m_url, m_allowPrivate, m_limit, *security);
}

void UrlCheck::tell(const EndpointReport &report)
{
    if (!report.pin.isEmpty())
        m_pin = report.pin;
    UrlAdvice advice = lookAdvice(report, m_url, SystemClock().now());
    if (!report.stood() && m_wish.lacksSecret)
        advice = {FieldLine::Mood::Warning, tr("%1 (Looked at without the stored secrets.)").arg(advice.sentence)};
    say(advice);
}

void UrlCheck::say(const UrlAdvice &advice)
{
    m_advice = advice;
    emit changed();
}

} // namespace callboard
