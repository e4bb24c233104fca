#include "core/transport/addresscheck.h"

#include "core/security/networkpolicy.h"

#include <algorithm>

namespace callboard {

namespace {

constexpr qsizetype kMostAddresses = 4;

tl::unexpected<Verdict> notSent(ErrorClass errorClass, const QString &text)
{
    return tl::unexpected(Verdict{Outcome::NotSent, errorClass, text});
}

} // namespace

tl::expected<QList<QHostAddress>, Verdict> addressesToDial(const Resolution &resolution, const QString &host,
                                                           bool allowPrivate)
{
    if (!resolution.error.isEmpty())
        return notSent(ErrorClass::Resolve,
                       QStringLiteral("The name %1 could not be looked up: %2.").arg(host, resolution.error));
    if (resolution.addresses.isEmpty())
        return notSent(ErrorClass::Resolve, QStringLiteral("The name %1 has no address.").arg(host));
    // One forbidden address is enough: a name that also points inside is not to be trusted.
    for (const QHostAddress &address : resolution.addresses) {
        if (const auto why = refusal(address, allowPrivate))
            return notSent(ErrorClass::Policy, *why);
    }
    return resolution.addresses.first(std::min(resolution.addresses.size(), kMostAddresses));
}

} // namespace callboard
