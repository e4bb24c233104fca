#include "ui/targets/accesswords.h"

#include <QCoreApplication>
#include <QUrl>

namespace callboard::words {

using namespace std::chrono;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(callboard::AccessWords)
};

QString subjectOf(const QByteArray &pem)
{
    const auto found = describeCertificates(pem);
    return found ? found->subject : Words::tr("unreadable");
}

QString withUser(const QString &text, const QString &user)
{
    return user.isEmpty() ? text : Words::tr("%1, user %2").arg(text, user);
}

} // namespace

QString authScheme(AuthScheme scheme)
{
    switch (scheme) {
    case AuthScheme::None: return Words::tr("None");
    case AuthScheme::Basic: return Words::tr("Basic: user name and password");
    case AuthScheme::Bearer: return Words::tr("Bearer token");
    case AuthScheme::OAuth2: return Words::tr("OAuth 2, client credentials");
    }
    return {};
}

QString authHelp(AuthScheme scheme)
{
    switch (scheme) {
    case AuthScheme::None: return Words::tr("The receiver is not told who calls, unless a header or a signature does.");
    case AuthScheme::Basic: return Words::tr("The receiver gets user name and password with every request.");
    case AuthScheme::Bearer: return Words::tr("The receiver gets this token with every request.");
    case AuthScheme::OAuth2:
        return Words::tr("Callboard fetches a token from the token URL, sends it with every request, and fetches "
                         "another before it ends.");
    }
    return {};
}

QString authentication(const Authentication &authentication)
{
    switch (authentication.scheme) {
    case AuthScheme::None: return Words::tr("none");
    case AuthScheme::Basic: return withUser(QStringLiteral("Basic"), authentication.user);
    case AuthScheme::Bearer: return Words::tr("bearer token");
    case AuthScheme::OAuth2: break;
    }
    const QString host = QUrl(authentication.tokenUrl, QUrl::StrictMode).host();
    return host.isEmpty() ? QStringLiteral("OAuth 2") : Words::tr("OAuth 2 by %1").arg(host);
}

QString proxy(const ProxySettings &proxy)
{
    return proxy.isOn() ? withUser(toString(proxy), proxy.user) : Words::tr("none");
}

QString certificates(const TlsSettings &tls)
{
    QStringList parts{tls.authorities.isEmpty() ? Words::tr("the system's") : subjectOf(tls.authorities)};
    if (!tls.pins.isEmpty())
        parts.append(Words::tr("%n pinned keys", nullptr, int(tls.pins.size())));
    if (!tls.certificate.isEmpty())
        parts.append(Words::tr("shows %1").arg(subjectOf(tls.certificate)));
    return parts.join(Words::tr(", "));
}

QString certificate(const CertificateDescription &certificate, Timestamp now)
{
    const QString end = certificateEnd(certificate.ends, now);
    if (certificate.issuer == certificate.subject)
        return Words::tr("%1, %2").arg(certificate.subject, end);
    return Words::tr("%1, issued by %2, %3").arg(certificate.subject, certificate.issuer, end);
}

QString certificateEnd(Timestamp ends, Timestamp now)
{
    const int left = int(floor<days>(ends - now).count());
    if (left > 0)
        return Words::tr("ends in %n days", nullptr, left);
    if (ends > now)
        return Words::tr("ends within a day");
    const int since = int(floor<days>(now - ends).count());
    return since > 0 ? Words::tr("ended %n days ago", nullptr, since) : Words::tr("has just ended");
}

bool endsSoon(Timestamp ends, Timestamp now)
{
    return ends - now < days(kDaysOfWarning);
}

} // namespace callboard::words
