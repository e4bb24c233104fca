// A workspace with a secret in every place that has one, and a key file beside it.
#pragma once

#include "core/engine/vaultkeeper.h"
#include "core/security/vault.h"
#include "core/store/tables/settingstore.h"
#include "core/store/tables/targetstore.h"
#include "core/store/tables/workspacesettingsstore.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace callboard {

// As large as the PEM of a 4096-bit RSA key.
inline const QString kLargeKey =
    QStringLiteral("-----BEGIN PRIVATE KEY-----\n%1-----END PRIVATE KEY-----\n").arg(QString(50 * 65, u'k'));
inline constexpr int kSecretsInAll = 13;

class VaultWorld {
public:
    [[nodiscard]] QString workspace() const { return m_directory.filePath(QStringLiteral("w.db")); }
    [[nodiscard]] QString keyFile() const { return m_directory.filePath(QStringLiteral("vault.key")); }
    [[nodiscard]] QString newKeyFile() const { return keyFile() + QStringLiteral(".new"); }
    // In the session that keyring.sh makes: the keychain.
    [[nodiscard]] static bool usesKeychain() { return qEnvironmentVariableIsSet("CALLBOARD_TEST_KEYRING"); }
    [[nodiscard]] VaultKeySource source() const
    {
        if (usesKeychain())
            return {VaultKeySource::Kind::Keychain, QStringLiteral("workspace/") + QDir(path()).dirName()};
        return {VaultKeySource::Kind::KeyFile, keyFile()};
    }
    [[nodiscard]] VaultKeeper keeper() const { return VaultKeeper(workspace(), source(), QStringLiteral("a test")); }
    [[nodiscard]] std::unique_ptr<Database> db() const
    {
        return Database::open(workspace(), Database::Access::Write).value();
    }
    [[nodiscard]] VaultRecord record() const { return VaultStore(*db()).load().value(); }
    [[nodiscard]] QByteArray key() const
    {
        QFile file(keyFile());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    [[nodiscard]] bool fill(const Vault &vault) const
    {
        const auto db = this->db();
        CallbackTarget target;
        target.id = TargetId{1};
        target.name = QStringLiteral("cms");
        target.url = QStringLiteral("https://cms.example/hook");
        target.headers = {{QStringLiteral("Authorization"), QStringLiteral("Bearer planted"), {}, true, true},
                          {QStringLiteral("X-Off"), QStringLiteral("switched off"), {}, true, false}};
        target.signing.scheme = SigningScheme::Cloudflare;
        target.signing.keys = {{{QStringLiteral("newer key"), {}}, {}}, {{QStringLiteral("older key"), {}}, {}}};
        target.authentication.scheme = AuthScheme::Basic;
        target.authentication.secret.plain = QStringLiteral("password");
        target.tls.key.plain = kLargeKey;
        target.proxy.password.plain = QStringLiteral("proxy password");
        sealSecrets(target, vault);
        WorkspaceSettings settings;
        const auto seal = [&vault](Secret &secret, const char *name) {
            secret.plain = QLatin1String(name);
            sealSecret(secret, QLatin1String(name), vault);
        };
        seal(settings.smtp.password, "smtp.password");
        seal(settings.zencoder.apiKey, "encoder.zencoder.apiKey");
        seal(settings.brightcove.notificationSecret, "encoder.brightcove.notificationSecret");
        seal(settings.lightFlow.key, "platform.lightflow.key");
        seal(settings.spark.key, "platform.spark.key");
        const QByteArray token = vault.seal(QByteArrayLiteral("token"), QStringLiteral("meta.value:intake_token"));
        WorkspaceSettingsStore store(*db);
        return db->begin()
            .and_then([&] { return TargetStore(*db).save(target, Timestamp{}); })
            .and_then([&](const CallbackTarget &) { return store.save(settings.smtp); })
            .and_then([&] { return store.save(settings.zencoder); })
            .and_then([&] { return store.save(settings.brightcove); })
            .and_then([&] { return store.save(settings.lightFlow); })
            .and_then([&] { return store.save(settings.spark); })
            .and_then([&] {
                return SettingStore(*db).set(QStringLiteral("intake_token"), QString::fromLatin1(token.toBase64()));
            })
            .and_then([&] { return db->commit(); })
            .has_value();
    }

    // How many of the secrets open, and say what they were filled with.
    [[nodiscard]] int openedBy(const Vault &vault) const
    {
        const auto db = this->db();
        const CallbackTarget target = TargetStore(*db).byId(TargetId{1}).value_or(CallbackTarget{});
        const WorkspaceSettings settings = WorkspaceSettingsStore(*db).load().value_or(WorkspaceSettings{});
        int opened = 0;
        const auto count = [&](const QByteArray &sealed, const QString &context, const QString &expected) {
            const auto plain = vault.unseal(sealed, context);
            opened += plain && *plain == expected.toUtf8();
        };
        count(target.headers.value(0).sealed, headerContext(target.id, QStringLiteral("Authorization")),
              QStringLiteral("Bearer planted"));
        count(target.headers.value(1).sealed, headerContext(target.id, QStringLiteral("X-Off")),
              QStringLiteral("switched off"));
        count(target.signing.keys.value(0).secret.sealed, signingContext(target.id), QStringLiteral("newer key"));
        count(target.signing.keys.value(1).secret.sealed, signingContext(target.id), QStringLiteral("older key"));
        count(target.authentication.secret.sealed, loneContext(target.id, kAuthenticationSecret),
              QStringLiteral("password"));
        count(target.tls.key.sealed, loneContext(target.id, kClientKey), kLargeKey);
        count(target.proxy.password.sealed, loneContext(target.id, kProxyPassword), QStringLiteral("proxy password"));
        const std::pair<const Secret &, const char *> inSettings[] = {
            {settings.smtp.password, "smtp.password"},
            {settings.zencoder.apiKey, "encoder.zencoder.apiKey"},
            {settings.brightcove.notificationSecret, "encoder.brightcove.notificationSecret"},
            {settings.lightFlow.key, "platform.lightflow.key"},
            {settings.spark.key, "platform.spark.key"}};
        for (const auto &[secret, name] : inSettings)
            count(secret.sealed, settingContext(QLatin1String(name)), QLatin1String(name));
        const QString token = SettingStore(*db).value(QStringLiteral("intake_token")).value_or(QString());
        count(QByteArray::fromBase64(token.toLatin1()), QStringLiteral("meta.value:intake_token"),
              QStringLiteral("token"));
        return opened;
    }

    [[nodiscard]] QString path() const { return m_directory.path(); }

private:
    QTemporaryDir m_directory;
};

} // namespace callboard
