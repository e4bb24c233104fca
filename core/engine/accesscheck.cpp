#include "core/engine/accesscheck.h"

#include "core/engine/authorization.h"
#include "core/security/signing/signature.h"
#include "core/transport/connectionsecurity.h"

#include <QUrl>

namespace callboard {

namespace {

// The secret of a client must not be read on the way to the server that gives tokens.
Result<void> checkTokenUrl(const CallbackTarget &target)
{
    const bool isClear = QUrl(target.authentication.tokenUrl).scheme() == QLatin1String("http");
    if (target.authentication.scheme != AuthScheme::OAuth2 || !isClear || target.allowPrivate)
        return {};
    return fail(ErrorCode::InvalidArgument,
                QStringLiteral("The address that gives tokens is http, and the client's secret would travel "
                               "unencrypted: use https, or allow internal addresses if it is one."));
}

Result<void> checkHeader(const CallbackTarget &target)
{
    if (!target.authentication.isOn() || !target.signing.isOn()
        || signatureHeaderName(target.signing).compare(kAuthorizationHeader, Qt::CaseInsensitive) != 0)
        return {};
    return fail(ErrorCode::InvalidArgument,
                QStringLiteral("The signature and the authentication can't both be in the header “Authorization”."));
}

// Certificates are kept in the clear: a file with both is not taken whole.
Result<void> checkCertificates(const TlsSettings &tls)
{
    if (!tls.certificate.contains("PRIVATE KEY") && !tls.authorities.contains("PRIVATE KEY"))
        return {};
    return fail(ErrorCode::InvalidArgument,
                QStringLiteral("There is a private key among the certificates: give the certificates alone."));
}

Result<void> checkToken(const CallbackTarget &target, const OpenSecrets &open)
{
    if (target.authentication.scheme != AuthScheme::Bearer)
        return {};
    return authorizationOf(target, open, {}).map([](const Authorization &) {});
}

} // namespace

Result<void> checkAccess(const CallbackTarget &target, TargetStore &store, const Vault *vault)
{
    if (auto checked = checkTokenUrl(target).and_then([&] { return checkHeader(target); }).and_then([&] {
            return checkCertificates(target.tls);
        });
        !checked)
        return checked;
    if (!target.authentication.isOn() && target.tls.isDefault() && !target.proxy.isOn())
        return {};
    const auto stored = store.byId(target.id);
    if (stored && stored->authentication == target.authentication && stored->tls == target.tls
        && stored->proxy == target.proxy)
        return {};
    CallbackTarget access = target;
    access.headers.clear();
    access.signing = {};
    return openSecrets(access, vault).and_then([&](const OpenSecrets &open) {
        return checkToken(target, open)
            .and_then([&] { return makeConnectionSecurity(open.tls, open.proxy); })
            .map([](const auto &) {});
    });
}

} // namespace callboard
