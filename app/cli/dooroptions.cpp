#include "app/cli/dooroptions.h"

#include "app/cli/secrets.h"

#include <QUrl>

#include <algorithm>

namespace callboard::cli {

namespace {

tl::unexpected<Error> refuse(const QString &sentence)
{
    return fail(ErrorCode::InvalidArgument, sentence);
}

Result<std::optional<DoorTls>> tlsFrom(const Endpoint &endpoint, const DoorOptions &options)
{
    if (options.tlsCertificate.empty() != options.tlsKey.empty())
        return refuse(QStringLiteral("--tls-certificate and --tls-key go together."));
    if (!options.tlsCertificate.empty())
        return std::optional(
            DoorTls{QString::fromStdString(options.tlsCertificate), QString::fromStdString(options.tlsKey)});
    if (endpoint.address.isLoopback())
        return std::optional<DoorTls>();
    return refuse(QStringLiteral("--listen %1: beyond loopback the door speaks TLS alone. Give --tls-certificate FILE "
                                 "and --tls-key FILE, or listen on 127.0.0.1 behind a proxy with TLS.")
                      .arg(QString::fromStdString(options.listen)));
}

Result<QStringList> hostNamesFrom(const DoorOptions &options)
{
    QStringList names;
    for (const std::string &each : options.hostNames) {
        const QString text = QString::fromStdString(each);
        const QUrl url(QStringLiteral("https://") + text, QUrl::StrictMode);
        const bool isName = url.isValid() && url.port() < 0 && url.path().isEmpty() && url.userInfo().isEmpty()
            && !url.hasQuery() && !url.hasFragment() && !url.host().isEmpty();
        if (!isName)
            return refuse(
                QStringLiteral("--host-name “%1”: expected a name alone, such as door.example.com.").arg(text));
        names.append(url.host());
    }
    return names;
}

Result<std::optional<Rate>> limitFrom(const DoorOptions &options)
{
    if (options.limit.empty())
        return std::optional<Rate>();
    const QString text = QString::fromStdString(options.limit);
    const auto rate = rateLimitFrom(text);
    if (!rate)
        return refuse(
            QStringLiteral("--limit “%1”: expected requests of one caller such as 500/s, or none.").arg(text));
    return rate;
}

} // namespace

Result<Endpoint> endpointFrom(const std::string &text)
{
    const QUrl url(QStringLiteral("http://") + QString::fromStdString(text), QUrl::StrictMode);
    const QString host = url.host() == QLatin1String("localhost") ? QStringLiteral("127.0.0.1") : url.host();
    const QHostAddress address(host);
    if (!url.isValid() || address.isNull() || url.port() < 0)
        return refuse(QStringLiteral("--listen “%1”: expected ADDRESS:PORT, such as 127.0.0.1:8787.")
                          .arg(QString::fromStdString(text)));
    return Endpoint{address, quint16(url.port())};
}

Result<DoorSettings> doorSettings(const Common &common, const DoorOptions &options)
{
    DoorSettings settings;
    const auto endpoint = endpointFrom(options.listen);
    if (!endpoint)
        return tl::unexpected(endpoint.error());
    settings.address = endpoint->address;
    settings.port = endpoint->port;
    auto tls = tlsFrom(*endpoint, options);
    if (!tls)
        return tl::unexpected(tls.error());
    settings.tls = *tls;
    auto names = hostNamesFrom(options);
    if (!names)
        return tl::unexpected(names.error());
    settings.hostNames = *names;
    const auto limit = limitFrom(options);
    if (!limit)
        return tl::unexpected(limit.error());
    settings.limit = *limit;
    auto db = Database::open(common.workspace, Database::Access::Write);
    if (!db)
        return tl::unexpected(db.error());
    return intakeToken(**db, QString::fromStdString(options.tokenFile), true).map([&](const QByteArray &token) {
        settings.token = token;
        return settings;
    });
}

} // namespace callboard::cli
