#include "ui/targets/form/urladvice.h"

#include "core/domain/mailaddress.h"
#include "core/security/networkpolicy.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QUrl>

namespace callboard {

namespace {

using Mood = FieldLine::Mood;

constexpr qsizetype kMostNamed = 3;

QString tr(const char *text)
{
    return QCoreApplication::translate("UrlAdvice", text);
}

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
    return all.size() > kMostNamed ? tr("%1 and %2 more").arg(named).arg(all.size() - kMostNamed) : named;
}

} // namespace

UrlAdvice urlAdvice(const QString &text, bool allowPrivate)
{
    if (const auto problem = urlProblem(text))
        return {Mood::Problem, *problem};
    if (const auto address = parseMailto(text))
        return {Mood::Good, tr("An e-mail is sent to %1.").arg(recipients(*address))};
    const QUrl url(text, QUrl::StrictMode);
    if (const auto refused = refusalOf(url, allowPrivate))
        return {Mood::Warning, *refused};
    const bool encrypted = url.scheme() == QLatin1String("https");
    if (!encrypted && !staysHere(url))
        return {Mood::Warning, tr("Not encrypted: headers and payload can be read on the way. Prefer https.")};
    const int port = url.port(encrypted ? 443 : 80);
    return {Mood::Good,
            (encrypted ? tr("Goes to %1, port %2, encrypted.") : tr("Goes to %1, port %2, on this machine."))
                .arg(url.host())
                .arg(port)};
}

} // namespace callboard
