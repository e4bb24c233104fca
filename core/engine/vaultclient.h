// The vault as the rest of the program sees it: its state, and what may be done about its key. Any thread; callbacks
// run in the client's own thread, where `context` must live, and not at all once it is gone. A new state is told of by
// EngineClient::statusChanged.
#pragma once

#include "core/engine/vaultstatus.h"

#include <QObject>

#include <functional>

namespace callboard {

class VaultClient {
public:
    template <class T>
    using Then = std::function<void(Result<T>)>;

    virtual ~VaultClient() = default;

    [[nodiscard]] virtual VaultStatus vaultStatus() const = 0;
    // Opens it, and puts its key where this machine keeps keys. InvalidArgument: a slip in the recovery key, with its
    // place; VaultCorrupt: it opens another key, or none.
    virtual void unlockWithRecovery(QString recoveryKey, QObject *context, Then<VaultStatus> then) = 0;
    virtual void unlockWithPassphrase(QString passphrase, QObject *context, Then<VaultStatus> then) = 0;
    virtual void retryVault(QObject *context, Then<VaultStatus> then) = 0; // where the key is kept
    // A new key, and everything sealed anew under it. The recovery key is worth nothing afterwards. `passphrase` where
    // there is one: it opens the new key as well.
    virtual void rotateVaultKey(QString passphrase, QObject *context, Then<VaultStatus> then) = 0;
    // In place of the one that was; shown once, kept nowhere.
    virtual void makeRecoveryKey(QObject *context, Then<QString> then) = 0;
    // Empty: none from now on. Where nothing keeps keys, the vault's first key is made by it.
    virtual void setVaultPassphrase(QString passphrase, QObject *context, Then<VaultStatus> then) = 0;
};

} // namespace callboard
