// The workspace's settings as the engine runs on them: secrets opened once, when the vault is there. Engine thread
// only.
#pragma once

#include "core/domain/workspacesettings.h"
#include "core/security/vault.h"

#include <optional>

namespace callboard {

class SettingsBook {
public:
    // `mail` replaces the stored server for as long as the program runs (serve --mail).
    explicit SettingsBook(std::optional<SmtpServer> mail = std::nullopt)
        : m_mailOverride(std::move(mail))
    {
    }

    void load(const WorkspaceSettings &settings) { m_settings = settings; }
    [[nodiscard]] const WorkspaceSettings &settings() const { return m_settings; }
    [[nodiscard]] bool needsVault() const { return m_settings.needsVault(); }

    // With the password in the clear. NotFound: none is set up; or the vault's error.
    [[nodiscard]] Result<SmtpServer> mailServer(const Vault *vault) const;
    // Empty: not set. No value: set, and out of reach.
    [[nodiscard]] std::optional<QByteArray> notificationSecret(Encoder encoder, const Vault *vault) const;
    [[nodiscard]] Result<QString> apiKey(Encoder encoder, const Vault *vault) const;
    [[nodiscard]] Result<QString> platformKey(PlatformKind kind, const Vault *vault) const;

private:
    WorkspaceSettings m_settings;
    std::optional<SmtpServer> m_mailOverride;
};

// Each secret is sealed for the one place it is stored in.
void sealSecrets(SmtpServer &server, const Vault &vault);
void sealSecrets(EncoderSettings &settings, const Vault &vault);
void sealSecrets(PlatformSettings &settings, const Vault &vault);
// What a form that was open while the key changed still holds; see renewSeal().
void renewSeals(SmtpServer &server, const Vault &earlier, const Vault &now);
void renewSeals(EncoderSettings &settings, const Vault &earlier, const Vault &now);
void renewSeals(PlatformSettings &settings, const Vault &earlier, const Vault &now);
[[nodiscard]] Result<SmtpServer> opened(SmtpServer server, const Vault *vault);

} // namespace callboard
