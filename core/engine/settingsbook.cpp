#include "core/engine/settingsbook.h"

namespace callboard {

namespace {

const QString kSmtpPassword = QStringLiteral("smtp.password");

QString apiKeyName(Encoder encoder)
{
    return QStringLiteral("encoder.%1.apiKey").arg(toString(encoder));
}

QString notificationSecretName(Encoder encoder)
{
    return QStringLiteral("encoder.%1.notificationSecret").arg(toString(encoder));
}

QString platformKeyName(PlatformKind kind)
{
    return QStringLiteral("platform.%1.key").arg(toString(kind));
}

} // namespace

Result<SmtpServer> SettingsBook::mailServer(const Vault *vault) const
{
    if (m_mailOverride)
        return *m_mailOverride;
    if (!m_settings.smtp.isSet())
        return fail(ErrorCode::NotFound, QStringLiteral("Mail targets need an SMTP server, and none is set up."));
    return opened(m_settings.smtp, vault);
}

std::optional<QByteArray> SettingsBook::notificationSecret(Encoder encoder, const Vault *vault) const
{
    const auto secret = openSecret(m_settings.of(encoder).notificationSecret, notificationSecretName(encoder), vault);
    return secret ? std::optional(secret->toUtf8()) : std::nullopt;
}

Result<QString> SettingsBook::apiKey(Encoder encoder, const Vault *vault) const
{
    return openSecret(m_settings.of(encoder).apiKey, apiKeyName(encoder), vault);
}

Result<QString> SettingsBook::platformKey(PlatformKind kind, const Vault *vault) const
{
    return openSecret(m_settings.of(kind).key, platformKeyName(kind), vault);
}

void sealSecrets(SmtpServer &server, const Vault &vault)
{
    sealSecret(server.password, kSmtpPassword, vault);
}

void sealSecrets(EncoderSettings &settings, const Vault &vault)
{
    sealSecret(settings.apiKey, apiKeyName(settings.encoder), vault);
    sealSecret(settings.notificationSecret, notificationSecretName(settings.encoder), vault);
}

void sealSecrets(PlatformSettings &settings, const Vault &vault)
{
    sealSecret(settings.key, platformKeyName(settings.kind), vault);
}

void renewSeals(SmtpServer &server, const Vault &earlier, const Vault &now)
{
    renewSeal(server.password, kSmtpPassword, earlier, now);
}

void renewSeals(EncoderSettings &settings, const Vault &earlier, const Vault &now)
{
    renewSeal(settings.apiKey, apiKeyName(settings.encoder), earlier, now);
    renewSeal(settings.notificationSecret, notificationSecretName(settings.encoder), earlier, now);
}

void renewSeals(PlatformSettings &settings, const Vault &earlier, const Vault &now)
{
    renewSeal(settings.key, platformKeyName(settings.kind), earlier, now);
}

Result<SmtpServer> opened(SmtpServer server, const Vault *vault)
{
    return openSecret(server.password, kSmtpPassword, vault).map([&server](const QString &password) {
        server.password = {password, {}};
        return server;
    });
}

} // namespace callboard
