// The engine's third part: the workspace's settings.
#include "core/engine/engine.h"
#include "core/store/tables/workspacesettingsstore.h"

namespace callboard {

Result<void> Engine::loadSettings()
{
    return WorkspaceSettingsStore(*m_db)
        .load()
        .map([this](const WorkspaceSettings &settings) { m_settings.load(settings); })
        .and_then([this] { return loadDoorTokens(); });
}

void Engine::applySettings()
{
    const Vault *vault = m_book.vault();
    const auto mail = m_settings.mailServer(vault);
    m_book.setMailServer(mail.value_or(SmtpServer{}), mail ? QString() : mail.error().detail);
    emit notificationSecretsChanged(m_settings.notificationSecret(Encoder::Zencoder, vault),
                                    m_settings.notificationSecret(Encoder::Brightcove, vault));
}

} // namespace callboard
