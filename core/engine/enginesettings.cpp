// The engine's other half: the vault, the workspace's settings, and what waits for either.
#include "core/engine/engine.h"
#include "core/store/tables/deliverystore.h"
#include "core/store/tables/workspacesettingsstore.h"

#include <algorithm>

namespace callboard {

// Orders that need the vault step aside until it was asked for once; true: somebody has to ask.
bool Engine::deferForVault(Work &work)
{
    if (m_book.vaultState() == VaultState::Open)
        return false;
    const auto middle = std::stable_partition(work.orders.begin(), work.orders.end(),
                                              [](const Order &order) { return !order.needsVault; });
    if (middle == work.orders.end())
        return false;
    std::move(middle, work.orders.end(), std::back_inserter(m_waitingForVault));
    work.orders.erase(middle, work.orders.end());
    return true;
}

void Engine::loadVault(bool create)
{
    if (std::exchange(m_vaultLoading, true))
        return;
    m_vaultThread.start([this, create, load = m_parts.loadVault] {
        auto vault = load(create);
        QMetaObject::invokeMethod(
            this, [this, vault = std::move(vault)] { vaultLoaded(vault); }, Qt::QueuedConnection);
    });
}

void Engine::vaultLoaded(const Result<std::shared_ptr<const Vault>> &vault)
{
    m_vaultLoading = false;
    m_book.setVault(vault ? VaultState::Open : VaultState::Unavailable, vault.value_or(nullptr),
                    vault ? QString() : vault.error().detail);
    m_status.vaultOpen = vault.has_value();
    applySettings();
    setStatus(m_status.mode, m_status.detail);
    for (const auto &call : std::exchange(m_callsForVault, {}))
        call();
    std::vector<Order> waiting = std::exchange(m_waitingForVault, {});
    for (Order &order : waiting)
        order.needsVault = false;
    m_inbox->put(
        [&waiting](Work &work) { std::move(waiting.begin(), waiting.end(), std::back_inserter(work.orders)); });
}

void Engine::withVault(std::function<void()> call)
{
    if (m_book.vaultState() != VaultState::Pending || !needsVault())
        return call();
    m_callsForVault.push_back(std::move(call));
    loadVault(false);
}

Result<void> Engine::loadSettings()
{
    return WorkspaceSettingsStore(*m_db).load().map(
        [this](const WorkspaceSettings &settings) { m_settings.load(settings); });
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
