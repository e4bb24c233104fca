#include "app/cli/targetaccess.h"

#include "app/cli/secrets.h"
#include "core/domain/urlcredentials.h"
#include "core/transport/certificates.h"

#include <QFile>
#include <QSslCertificate>

namespace callboard::cli {

namespace {

using Text = std::optional<std::string>;

tl::unexpected<Error> wrong(const QString &sentence)
{
    return fail(ErrorCode::InvalidArgument, sentence);
}

QString textOf(const Text &option)
{
    return option ? QString::fromStdString(*option).trimmed() : QString();
}

bool isClearing(const QString &text)
{
    return text.isEmpty() || text == QLatin1String("none");
}

// What is to go is not read.
Result<QString> readText(const Text &option, const char *name)
{
    return readSecret(QString::fromStdString(option.value_or(std::string())))
        .and_then([name](const QByteArray &bytes) -> Result<QString> {
            const QString text = QString::fromUtf8(bytes);
            if (text.isEmpty() || text.toUtf8() != bytes)
                return wrong(QStringLiteral("%1: the secret is empty or no text in UTF-8.").arg(QLatin1String(name)));
            return text;
        });
}

Result<QByteArray> readFile(const QString &name)
{
    QFile file(name.startsWith(u'@') ? name.mid(1) : name);
    if (!file.open(QIODevice::ReadOnly))
        return wrong(QStringLiteral("Can't read %1: %2").arg(file.fileName(), file.errorString()));
    return file.readAll();
}

// Of a file that may hold a key, too, which must not be kept in the clear.
Result<QByteArray> readCertificates(const QString &name)
{
    return readFile(name).and_then([&](const QByteArray &bytes) {
        return describeCertificates(bytes)
            .map_error([&](const Error &error) {
                return Error{error.code, QStringLiteral("%1: %2").arg(name, error.detail)};
            })
            .map([&](const CertificateDescription &) {
                QByteArray pem;
                for (const QSslCertificate &one : QSslCertificate::fromData(bytes, QSsl::Pem))
                    pem += one.toPem();
                return pem;
            });
    });
}

Result<QString> passphraseFrom(const AccessOptions &o)
{
    return o.passphrase ? readText(o.passphrase, "--client-key-passphrase") : Result<QString>(QString());
}

Error withHint(const Error &error)
{
    return error.code == ErrorCode::NotAllowed
        ? Error{ErrorCode::InvalidArgument, error.detail + QStringLiteral(" Give it by --client-key-passphrase @FILE.")}
        : error;
}

Result<void> takeScheme(Authentication &authentication, const AccessOptions &o)
{
    if (!o.auth)
        return {};
    const QString text = textOf(o.auth);
    const auto scheme = text.isEmpty() ? AuthScheme::None : authSchemeFrom(text);
    if (!scheme)
        return wrong(QStringLiteral("--auth “%1”: expected none, basic, bearer or oauth2.").arg(text));
    // Off, it may know all but its secret: that is how an export is taken in. Another one begins anew.
    if (*scheme == AuthScheme::None || (authentication.isOn() && authentication.scheme != *scheme))
        authentication = {};
    authentication.scheme = *scheme;
    return {};
}

Result<void> checkTogether(const Authentication &authentication, const AccessOptions &o)
{
    const bool tokens = o.tokenUrl || o.tokenScope || o.tokenAudience || o.secretInBody;
    if ((tokens || o.user || o.secret) && !authentication.isOn())
        return wrong(QStringLiteral("No authentication is chosen: say which, such as --auth basic."));
    if (tokens && authentication.scheme != AuthScheme::OAuth2)
        return wrong(QStringLiteral("--token-url, --token-scope, --token-audience and --client-secret-in-body go with "
                                    "--auth oauth2."));
    if (o.user && authentication.scheme == AuthScheme::Bearer)
        return wrong(QStringLiteral("--user goes with --auth basic or oauth2; a bearer token is --auth-secret."));
    return {};
}

Result<void> takeAuthentication(Authentication &authentication, const AccessOptions &o)
{
    if (auto taken = takeScheme(authentication, o).and_then([&] { return checkTogether(authentication, o); }); !taken)
        return taken;
    const auto take = [](const Text &option, QString &into) {
        if (option)
            into = textOf(option);
    };
    take(o.user, authentication.user);
    take(o.tokenUrl, authentication.tokenUrl);
    take(o.tokenScope, authentication.scope);
    take(o.tokenAudience, authentication.audience);
    authentication.secretInBody = o.secretInBody.value_or(authentication.secretInBody);
    if (!o.secret)
        return {};
    return readText(o.secret, "--auth-secret").map([&](const QString &plain) { authentication.secret = {plain, {}}; });
}

Result<void> takeIdentity(TlsSettings &tls, const AccessOptions &o)
{
    const auto passphrase = passphraseFrom(o);
    if (!passphrase)
        return tl::unexpected(passphrase.error());
    if (o.pkcs12) {
        return readFile(textOf(o.pkcs12))
            .and_then([&](const QByteArray &bytes) { return readPkcs12(bytes, *passphrase); })
            .map_error(withHint)
            .map([&](const ClientIdentity &identity) {
                tls.certificate = identity.certificatePem;
                tls.key = {QString::fromUtf8(identity.keyPem), {}};
            });
    }
    if (o.certificate) {
        auto certificates = readCertificates(textOf(o.certificate));
        if (!certificates)
            return tl::unexpected(certificates.error());
        tls.certificate = *certificates;
    }
    if (!o.key)
        return {};
    return readText(o.key, "--client-key")
        .and_then([&](const QString &pem) { return readPrivateKey(pem.toUtf8(), *passphrase); })
        .map_error(withHint)
        .map([&](const QByteArray &pem) {
            tls.key = {QString::fromUtf8(pem), {}};
        });
}

Result<void> takeClientCertificate(TlsSettings &tls, const AccessOptions &o)
{
    if (o.pkcs12 && (o.certificate || o.key))
        return wrong(QStringLiteral("--client-pkcs12 holds certificate and key: it does not go with "
                                    "--client-certificate or --client-key."));
    if (o.passphrase && !o.key && !o.pkcs12)
        return wrong(QStringLiteral("--client-key-passphrase goes with --client-key or --client-pkcs12."));
    const Text &either = o.pkcs12 ? o.pkcs12 : o.certificate;
    if (!either || !isClearing(textOf(either)))
        return takeIdentity(tls, o);
    if (o.key)
        return wrong(QStringLiteral("--client-key goes with a certificate."));
    tls.certificate.clear();
    tls.key = {};
    return {};
}

Result<void> takeTls(TlsSettings &tls, const AccessOptions &o)
{
    if (o.authorities) {
        const QString file = textOf(o.authorities);
        auto read = isClearing(file) ? Result<QByteArray>(QByteArray()) : readCertificates(file);
        if (!read)
            return tl::unexpected(read.error());
        tls.authorities = *read;
    }
    if (!o.pins.empty()) {
        tls.pins.clear();
        for (const std::string &pin : o.pins) {
            if (const QString text = QString::fromStdString(pin).trimmed(); !isClearing(text))
                tls.pins.append(text);
        }
    }
    return takeClientCertificate(tls, o);
}

// A password is for the proxy that it was given for.
Result<void> takeProxy(ProxySettings &proxy, const AccessOptions &o)
{
    if (o.proxy) {
        const QString text = textOf(o.proxy);
        const ProxySettings before = proxy;
        if (!setProxy(proxy, text == QLatin1String("none") ? QString() : text))
            return wrong(QStringLiteral("--proxy “%1”: expected http://HOST:PORT or socks5://HOST:PORT; name and "
                                        "password by --proxy-user and --proxy-password @FILE.")
                             .arg(withoutCredentials(text)));
        if (toString(proxy) != toString(before)) {
            proxy.user.clear();
            proxy.password = {};
        }
    }
    if ((o.proxyUser || o.proxyPassword) && !proxy.isOn())
        return wrong(QStringLiteral("--proxy-user and --proxy-password go with --proxy."));
    if (o.proxyUser) {
        proxy.user = textOf(o.proxyUser);
        if (proxy.user.isEmpty())
            proxy.password = {};
    }
    if (!o.proxyPassword)
        return {};
    return readText(o.proxyPassword, "--proxy-password").map([&](const QString &plain) {
        proxy.password = {plain, {}};
    });
}

} // namespace

bool AccessOptions::needVault(const std::optional<CallbackTarget> &present) const
{
    if (secret || key || pkcs12 || proxyPassword)
        return true;
    const bool changes = auth || user || tokenUrl || tokenScope || tokenAudience || secretInBody || authorities
        || certificate || !pins.empty() || proxy || proxyUser;
    return changes && present
        && (present->authentication.secret.isSet() || present->tls.key.isSet() || present->proxy.password.isSet());
}

Result<CallbackTarget> withAccess(CallbackTarget target, const AccessOptions &options)
{
    const auto fromInput = [](const Text &option) { return option && *option == "-" ? 1 : 0; };
    if (fromInput(options.secret) + fromInput(options.key) + fromInput(options.passphrase)
            + fromInput(options.proxyPassword)
        > 1)
        return wrong(QStringLiteral("Standard input holds one secret: give the others by @FILE."));
    return takeAuthentication(target.authentication, options)
        .and_then([&] { return takeTls(target.tls, options); })
        .and_then([&] { return takeProxy(target.proxy, options); })
        .map([&] { return target; });
}

} // namespace callboard::cli
