// An engine bench whose vault opens, and targets with secrets that are saved under it.
#pragma once

#include "core/security/vault.h"
#include "tests/engine/enginebench.h"

#include <QTest>

namespace callboard {

inline std::shared_ptr<const Vault> openVault()
{
    return Vault::fromKey(QByteArray(kVaultKeyBytes, 'k')).value();
}

// The vault is opened on another thread.
inline Result<CallbackTarget> save(EngineBench &bench, const CallbackTarget &target)
{
    Result<CallbackTarget> saved = tl::unexpected(Error{});
    bool answered = false;
    Order order;
    order.needsVault = true;
    order.write = [&](Workplace &place) {
        saved = place.orders.saveTarget(target);
        return saved.map([](const CallbackTarget &) {});
    };
    order.done = [&](const Result<void> &) { answered = true; };
    bench.engine->inbox().put([&](Work &work) { work.orders.push_back(std::move(order)); });
    return QTest::qWaitFor([&] { return answered; }) ? saved : tl::unexpected(Error{});
}

} // namespace callboard
