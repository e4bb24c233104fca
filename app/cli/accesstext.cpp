#include "app/cli/targetaccess.h"
#include "core/payload/record/jsontokens.h"
#include "core/transport/certificates.h"

namespace callboard::cli {

namespace {

using namespace std::chrono_literals;

constexpr Milliseconds kSaidBefore = 24h * 30;

QString dayOf(Timestamp time)
{
    return toIso(time).left(10);
}

QString authenticationWords(const Authentication &authentication)
{
    QString words = toString(authentication.scheme);
    if (!authentication.user.isEmpty())
        words += QStringLiteral(" as “%1”").arg(authentication.user);
    if (authentication.scheme != AuthScheme::OAuth2)
        return words;
    words += QStringLiteral(", token from %1").arg(authentication.tokenUrl);
    if (!authentication.scope.isEmpty())
        words += QStringLiteral(", scope “%1”").arg(authentication.scope);
    if (!authentication.audience.isEmpty())
        words += QStringLiteral(", audience “%1”").arg(authentication.audience);
    return authentication.secretInBody ? words + QStringLiteral(", secret in the body") : words;
}

QString certificateWords(const CertificateDescription &certificate)
{
    return QStringLiteral("“%1” by “%2”, until %3")
        .arg(certificate.subject, certificate.issuer, dayOf(certificate.ends));
}

QByteArray certificateJson(const CertificateDescription &certificate)
{
    return writeJsonObject({{"subject", jsonString(certificate.subject)},
                            {"issuer", jsonString(certificate.issuer)},
                            {"beginsAt", jsonString(toIso(certificate.begins))},
                            {"endsAt", jsonString(toIso(certificate.ends))},
                            {"pin", jsonString(certificate.pin)}});
}

} // namespace

QList<std::pair<const char *, QString>> accessLines(const CallbackTarget &target)
{
    QList<std::pair<const char *, QString>> lines;
    if (target.authentication.isOn())
        lines.emplaceBack("Authentication", authenticationWords(target.authentication));
    if (const auto authority = describeCertificates(target.tls.authorities))
        lines.emplaceBack("Authorities",
                          authority->count == 1
                              ? certificateWords(*authority)
                              : QStringLiteral("%1 certificates, the first %2")
                                    .arg(QString::number(authority->count), certificateWords(*authority)));
    for (const QString &pin : target.tls.pins)
        lines.emplaceBack("Pinned key", pin);
    if (const auto certificate = describeCertificates(target.tls.certificate))
        lines.emplaceBack("Certificate", certificateWords(*certificate));
    if (target.proxy.isOn())
        lines.emplaceBack("Proxy",
                          target.proxy.user.isEmpty()
                              ? toString(target.proxy)
                              : QStringLiteral("%1 as “%2”").arg(toString(target.proxy), target.proxy.user));
    return lines;
}

QList<RecordField> accessFields(const CallbackTarget &target)
{
    QList<RecordField> fields;
    if (const auto authority = describeCertificates(target.tls.authorities))
        fields.append({"authority", certificateJson(*authority)});
    if (const auto certificate = describeCertificates(target.tls.certificate))
        fields.append({"clientCertificate", certificateJson(*certificate)});
    return fields;
}

QStringList certificateNotes(const CallbackTarget &target, Timestamp now)
{
    const auto certificate = describeCertificates(target.tls.certificate);
    if (!certificate)
        return {};
    if (const auto problem = validityProblem(*certificate, now))
        return {QStringLiteral("Note: target %1: %2").arg(target.name, *problem)};
    if (certificate->ends - now > kSaidBefore)
        return {};
    return {QStringLiteral("Note: the client certificate “%1” of target %2 ends on %3: get another one before.")
                .arg(certificate->subject, target.name, dayOf(certificate->ends))};
}

} // namespace callboard::cli
