// What a look-up is good for: the addresses that may be dialled, or why there are none. Pure but for addressRules(),
// and the same for every transport that dials by itself. Any thread.
#pragma once

#include "core/transport/resolver.h"
#include "core/transport/verdict.h"

#include <tl/expected.hpp>

namespace callboard {

// What the addresses of one request are held to.
struct AddressRules {
    bool allowPrivate = false;    // loopback and private addresses are meant
    QList<QHostAddress> notThese; // this machine's, where the port is our own door's
};

// The one thing that is looked up: the addresses of this machine's interfaces, if `ownDoorsPort`.
[[nodiscard]] AddressRules addressRules(bool allowPrivate, bool ownDoorsPort);

// The first few, in the resolver's order; never empty. `host`: as people read it.
[[nodiscard]] tl::expected<QList<QHostAddress>, Verdict>
addressesToDial(const Resolution &resolution, const QString &host, const AddressRules &rules);

// Through a proxy, which looks names up by itself: what is known of the host alone. Empty optional: it may be asked
// for.
[[nodiscard]] std::optional<Verdict> proxiedHostProblem(const QString &host, const AddressRules &rules);

} // namespace callboard
