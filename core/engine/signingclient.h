// What a receiver has to be given of a key that is stored: the public half, where there is one. Any thread; callbacks
// run in the client's own thread, where `context` must live, and not at all once it is gone.
#pragma once

#include "core/domain/error.h"
#include "core/domain/ids.h"

#include <QObject>

#include <functional>

namespace callboard {

class SigningClient {
public:
    template <class T>
    using Then = std::function<void(Result<T>)>;

    virtual ~SigningClient() = default;

    // whpk_… of the newest key of a target that signs with Ed25519; empty: it signs in another way, or not at all.
    // NotFound; VaultUnavailable or VaultCorrupt, where its key does not open.
    virtual void publicSigningKey(TargetId target, QObject *context, Then<QString> then) = 0;
};

} // namespace callboard
