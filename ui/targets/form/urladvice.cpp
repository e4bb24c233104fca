#include "ui/targets/form/urladvice.h"

#include "core/domain/mailaddress.h"
#include "core/security/networkpolicy.h"
#include "ui/look/recorded.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QUrl>

#include <algorithm>

namespace callboard {

namespace {

using Mood = FieldLine::Mood;

constexpr qsizetype kMostNamed = 3;
constexpr int kSoon = 30; // days that a certificate has left
constexpr int kNow = 7;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(callboard::UrlAdvice)
};

// The refusal of an address that is written out, or of the name every machine has for itself.
std::optional<QString> refusalOf(const QUrl &url, bool allowPrivate)
{
    const QHostAddress address(url.host() == QLatin1String("localhost") ? QStringLiteral("127.0.0.1") : url.host());
    return address.isNull() ? std::nullopt : refusal(address, allowPrivate);
}

bool staysHere(const QUrl &url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

// The first few by name.
QString recipients(const MailAddress &address)
{
    const QStringList all = address.recipients();
    const QString named = all.mid(0, kMostNamed).join(QStringLiteral(", "));
    return all.size() > kMostNamed ? Words::tr("%1 and %2 more").arg(named).arg(all.size() - kMostNamed) : named;
}

} // namespace

UrlAdvice urlAdvice(const QString &text, bool allowPrivate)
{
    if (const auto problem = urlProblem(text))
        return {Mood::Problem, inOurLanguage(*problem)};
    if (const auto address = parseMailto(text))
        return {Mood::Good, Words::tr("An e-mail is sent to %1.").arg(recipients(*address))};
    const QUrl url(text, QUrl::StrictMode);
    if (const auto refused = refusalOf(url, allowPrivate))
        return {Mood::Warning, inOurLanguage(*refused)};
    const bool encrypted = url.scheme() == QLatin1String("https");
    if (!encrypted && !staysHere(url))
        return {Mood::Warning, Words::tr("Not encrypted: headers and payload can be read on the way. Prefer https.")};
    const int port = url.port(encrypted ? 443 : 80);
    return {
        Mood::Good,
        (encrypted ? Words::tr("Goes to %1, port %2, encrypted.") : Words::tr("Goes to %1, port %2, on this machine."))
            .arg(url.host())
            .arg(port)};
}

UrlAdvice lookAdvice(const EndpointReport &report, const QUrl &url, Timestamp now)
{
    if (!report.stood()) {
        const bool certificate = report.verdict.errorClass == ErrorClass::Tls;
        return {certificate ? Mood::Problem : Mood::Warning, inOurLanguage(report.verdict.text)};
    }
    if (!report.proxy.isEmpty() && !report.expires)
        return {Mood::Good, Words::tr("Reached through the proxy %1.").arg(report.proxy)};
    const QString address = report.proxy.isEmpty() ? report.address.toString() : report.proxy;
    if (!report.expires)
        return {Mood::Good,
                Words::tr("Resolves to %1 and takes connections on port %2.").arg(address).arg(url.port(80))};
    const int days = int(std::chrono::floor<std::chrono::days>(*report.expires - now).count());
    if (days <= kNow)
        return {Mood::Problem,
                Words::tr("Resolves to %1, certificate only %n days left: renew it now.", nullptr, days).arg(address)};
    if (days <= kSoon)
        return {Mood::Warning,
                Words::tr("Resolves to %1, certificate %n days left: renew it soon.", nullptr, days).arg(address)};
    return {Mood::Good, Words::tr("Resolves to %1, certificate %n days left.", nullptr, days).arg(address)};
}

UrlAdvice together(const UrlAdvice &typed, const UrlAdvice &found)
{
    if (found.sentence.isEmpty() || typed.mood == Mood::Problem || found.sentence == typed.sentence)
        return typed;
    if (typed.mood == Mood::Good && found.mood != Mood::Hint)
        return found;
    return {std::max(typed.mood, found.mood), Words::tr("%1 %2").arg(typed.sentence, found.sentence)};
}

} // namespace callboard
