// Which addresses a callback may go to. Cloud metadata, multicast, unspecified and reserved addresses: never. Loopback
// and private ranges: only where the target says they are meant. IPv4 inside IPv6 is unwrapped first.
#pragma once

#include <QHostAddress>
#include <QString>

#include <optional>

namespace callboard {

enum class AddressClass { Public, Loopback, Private, LinkLocal, Metadata, Multicast, Reserved };

[[nodiscard]] AddressClass classify(const QHostAddress &address);
// "it is in a private network"; of every class but Public.
[[nodiscard]] QString reason(AddressClass kind);
// The sentence that says why not; empty optional: allowed.
[[nodiscard]] std::optional<QString> refusal(const QHostAddress &address, bool allowPrivate);

} // namespace callboard
