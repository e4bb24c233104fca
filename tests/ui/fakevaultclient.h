// A vault that stands as the test said, keeps what it was asked for and answers queued, as the real one does.
#pragma once

#include "core/engine/vaultclient.h"

#include <QStringList>
#include <QTimer>

#include <optional>

namespace callboard {

class FakeVaultClient final : public VaultClient {
public:
    VaultStatus now;
    std::optional<VaultStatus> after; // whatever is done next
    std::optional<Error> refusal;
    QString recoveryKey;
    QStringList done; // "unlock-recovery TEXT", ...

    [[nodiscard]] VaultStatus vaultStatus() const override { return now; }
    void unlockWithRecovery(QString text, QObject *context, Then<VaultStatus> then) override
    {
        answer(QStringLiteral("unlock-recovery ") + text, context, then);
    }
    void unlockWithPassphrase(QString text, QObject *context, Then<VaultStatus> then) override
    {
        answer(QStringLiteral("unlock-passphrase ") + text, context, then);
    }
    void retryVault(QObject *context, Then<VaultStatus> then) override
    {
        answer(QStringLiteral("retry"), context, then);
    }
    void rotateVaultKey(QString passphrase, QObject *context, Then<VaultStatus> then) override
    {
        answer(QStringLiteral("rotate ") + passphrase, context, then);
    }
    void makeRecoveryKey(QObject *context, Then<QString> then) override
    {
        answer(QStringLiteral("recovery"), context, [this, then](const Result<VaultStatus> &status) {
            then(status.map([this](const VaultStatus &) { return recoveryKey; }));
        });
    }
    void setVaultPassphrase(QString passphrase, QObject *context, Then<VaultStatus> then) override
    {
        answer(QStringLiteral("passphrase ") + passphrase, context, then);
    }

private:
    void answer(const QString &what, QObject *context, const Then<VaultStatus> &then)
    {
        done.append(what);
        QTimer::singleShot(0, context, [this, then] {
            if (refusal)
                return then(tl::unexpected(*refusal));
            now = after.value_or(now);
            then(now);
        });
    }
};

} // namespace callboard
