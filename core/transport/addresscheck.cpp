#include "core/transport/addresscheck.h"

#include "core/security/networkpolicy.h"

#include <QNetworkInterface>

#include <algorithm>

namespace callboard {

namespace {

constexpr qsizetype kMostAddresses = 4;

tl::unexpected<Verdict> notSent(ErrorClass errorClass, const QString &text)
{
    return tl::unexpected(Verdict{Outcome::NotSent, errorClass, text});
}

// Whether a connection to it ends at this machine; by whatever spelling, and whatever interface it is written with.
bool isAmong(const QList<QHostAddress> &addresses, QHostAddress address)
{
    address.setScopeId({});
    return classify(address) == AddressClass::Loopback
        || std::any_of(addresses.begin(), addresses.end(), [&address](const QHostAddress &own) {
               return own.isEqual(address, QHostAddress::TolerantConversion);
           });
}

} // namespace

AddressRules addressRules(bool allowPrivate, bool ownDoorsPort)
{
    AddressRules rules{allowPrivate, {}};
    if (!ownDoorsPort)
        return rules;
    rules.notThese = QNetworkInterface::allAddresses();
    for (QHostAddress &address : rules.notThese)
        address.setScopeId({});
    rules.notThese.append(QHostAddress(QHostAddress::LocalHost)); // so that it is never empty
    return rules;
}

tl::expected<QList<QHostAddress>, Verdict> addressesToDial(const Resolution &resolution, const QString &host,
                                                           const AddressRules &rules)
{
    if (!resolution.error.isEmpty())
        return notSent(ErrorClass::Resolve,
                       QStringLiteral("The name %1 could not be looked up: %2.").arg(host, resolution.error));
    if (resolution.addresses.isEmpty())
        return notSent(ErrorClass::Resolve, QStringLiteral("The name %1 has no address.").arg(host));
    // One forbidden address is enough: a name that also points inside is not to be trusted.
    for (const QHostAddress &address : resolution.addresses) {
        if (!rules.notThese.isEmpty() && isAmong(rules.notThese, address))
            return notSent(ErrorClass::Policy,
                           QStringLiteral("That is Callboard's own door; what is called there comes back as an event. "
                                          "Give the address of a receiver."));
        if (const auto why = refusal(address, rules.allowPrivate))
            return notSent(ErrorClass::Policy, *why);
    }
    return resolution.addresses.first(std::min(resolution.addresses.size(), kMostAddresses));
}

std::optional<Verdict> proxiedHostProblem(const QString &host, const AddressRules &rules)
{
    QString name = host;
    while (name.endsWith(u'.')) // an address remains one
        name.chop(1);
    const bool isThisMachine = name.compare(u"localhost", Qt::CaseInsensitive) == 0
        || name.endsWith(u".localhost", Qt::CaseInsensitive); // RFC 6761 §6.3
    const QHostAddress address(isThisMachine ? QStringLiteral("127.0.0.1") : name);
    if (address.isNull())
        return std::nullopt;
    const auto allowed = addressesToDial({{address}, {}}, host, rules);
    return allowed ? std::nullopt : std::optional(allowed.error());
}

} // namespace callboard
