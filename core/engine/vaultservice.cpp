// EngineService as the vault's client.
#include "core/engine/engineservice.h"

namespace callboard {

namespace {

using Opened = std::optional<OpenedVault>;

// What nobody needed so far is opened now, or made.
Opened openedNow(const VaultKeeper &keeper, const Opened &opened)
{
    if (opened)
        return opened;
    const auto now = keeper.open(true);
    return now ? Opened(*now) : std::nullopt;
}

} // namespace

VaultStatus EngineService::vaultStatus() const
{
    const QMutexLocker lock(&m_mutex);
    return m_vaultStatus;
}

void EngineService::unlockWithRecovery(QString recoveryKey, QObject *context, Then<VaultStatus> then)
{
    askVault([text = std::move(recoveryKey)](const VaultKeeper &keeper,
                                             const Opened &) { return keeper.unlockWithRecovery(text); },
             context, std::move(then));
}

void EngineService::unlockWithPassphrase(QString passphrase, QObject *context, Then<VaultStatus> then)
{
    askVault([text = std::move(passphrase)](const VaultKeeper &keeper,
                                            const Opened &) { return keeper.unlockWithPassphrase(text); },
             context, std::move(then));
}

void EngineService::retryVault(QObject *context, Then<VaultStatus> then)
{
    inEngine(
        [report = answering<VaultStatus>(context, std::move(then))](Engine &engine) { engine.tryVaultAgain(report); });
}

void EngineService::rotateVaultKey(QString passphrase, QObject *context, Then<VaultStatus> then)
{
    askVault(
        [passphrase = std::move(passphrase)](const VaultKeeper &keeper, const Opened &opened) -> Result<OpenedVault> {
            if (!opened)
                return fail(ErrorCode::VaultUnavailable,
                            QStringLiteral("The vault has to be open before its key can be rotated."));
            return keeper.rotate(*opened, {passphrase});
        },
        context, std::move(then));
}

void EngineService::makeRecoveryKey(QObject *context, Then<QString> then)
{
    auto made = std::make_shared<QString>(); // it is not the vault's state
    askVault(
        [made](const VaultKeeper &keeper, const Opened &opened) -> Result<OpenedVault> {
            const Opened now = openedNow(keeper, opened);
            if (!now)
                return fail(ErrorCode::VaultUnavailable,
                            QStringLiteral("The vault has to be open before a recovery key can be made."));
            return keeper.makeRecovery(*now->vault).map([&](const QString &text) {
                *made = text;
                return *now;
            });
        },
        context,
        [made, then = std::move(then)](const Result<VaultStatus> &status) {
            then(status.map([&made](const VaultStatus &) { return *made; }));
        });
}

void EngineService::setVaultPassphrase(QString passphrase, QObject *context, Then<VaultStatus> then)
{
    askVault(
        [text = std::move(passphrase)](const VaultKeeper &keeper, const Opened &opened) {
            return keeper.setPassphrase(openedNow(keeper, opened), text);
        },
        context, std::move(then));
}

void EngineService::askVault(Engine::VaultTask task, QObject *context, Then<VaultStatus> then)
{
    inEngine([task = std::move(task), report = answering<VaultStatus>(context, std::move(then))](Engine &engine) {
        engine.askVault(task, report);
    });
}

} // namespace callboard
