#include "ui/targets/form/urlcheck.h"

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

UrlCheck::UrlCheck(Resolver &resolver, QObject *parent)
    : QObject(parent)
    , m_look(resolver)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kDebounce);
    connect(&m_soon, &QTimer::timeout, this, &UrlCheck::begin);
    connect(&m_look, &EndpointLook::looked, this,
            [this](const EndpointReport &report) { say(lookAdvice(report, m_url, SystemClock().now())); });
}

void UrlCheck::follow(const CallbackTarget &target)
{
    const QUrl url = lookable(target);
    const bool same = url.host() == m_url.host() && url.port() == m_url.port() && url.scheme() == m_url.scheme();
    m_limit = std::min(target.connectTimeout, kPatience);
    if (same && target.allowPrivate == m_allowPrivate)
        return; // the path changes nothing
    m_url = url;
    m_allowPrivate = target.allowPrivate;
    m_advice = {};
    m_look.cancel();
    if (m_url.isEmpty())
        m_soon.stop();
    else
        m_soon.start();
}

void UrlCheck::begin()
{
    say({FieldLine::Mood::Hint, tr("Looking there…")});
    m_look.look(m_url, m_allowPrivate, m_limit);
}

void UrlCheck::say(const UrlAdvice &advice)
{
    m_advice = advice;
    emit changed();
}

} // namespace callboard
