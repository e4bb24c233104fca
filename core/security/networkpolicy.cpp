#include "core/security/networkpolicy.h"

#include <algorithm>
#include <array>

namespace callboard {

namespace {

using Bytes = std::array<quint8, 16>;

struct Range {
    Bytes network;
    int bits;
    AddressClass kind;
};

constexpr Bytes v4(quint8 a, quint8 b = 0, quint8 c = 0, quint8 d = 0)
{
    return {a, b, c, d};
}

constexpr Bytes v6(quint16 a, quint16 b = 0, quint16 c = 0, quint16 last = 0)
{
    return {
        quint8(a >> 8),    quint8(a),   quint8(b >> 8), quint8(b), quint8(c >> 8), quint8(c), 0, 0, 0, 0, 0, 0, 0, 0,
        quint8(last >> 8), quint8(last)};
}

// The first range that holds the address decides: single metadata addresses stand before the nets around them.
constexpr std::array kRanges4{
    Range{v4(169, 254, 169, 254), 32, AddressClass::Metadata}, // AWS, Google, Azure, OpenStack
    Range{v4(169, 254, 170, 2), 32, AddressClass::Metadata},   // AWS task credentials
    Range{v4(100, 100, 100, 200), 32, AddressClass::Metadata}, // Alibaba
    Range{v4(192, 0, 0, 192), 32, AddressClass::Metadata},     // Oracle
    Range{v4(168, 63, 129, 16), 32, AddressClass::Metadata},   // Azure's wire server, a public address
    Range{v4(0), 8, AddressClass::Reserved},                   // "this network"; 0.0.0.0 reaches loopback
    Range{v4(10), 8, AddressClass::Private},
    Range{v4(100, 64), 10, AddressClass::Private}, // carrier-grade NAT
    Range{v4(127), 8, AddressClass::Loopback},
    Range{v4(169, 254), 16, AddressClass::LinkLocal},
    Range{v4(172, 16), 12, AddressClass::Private},
    Range{v4(192, 0, 0), 24, AddressClass::Reserved},
    Range{v4(192, 0, 2), 24, AddressClass::Reserved},
    Range{v4(192, 88, 99), 24, AddressClass::Reserved},
    Range{v4(192, 168), 16, AddressClass::Private},
    Range{v4(198, 18), 15, AddressClass::Reserved},
    Range{v4(198, 51, 100), 24, AddressClass::Reserved},
    Range{v4(203, 0, 113), 24, AddressClass::Reserved},
    Range{v4(224), 4, AddressClass::Multicast},
    Range{v4(240), 4, AddressClass::Reserved}, // the broadcast address too
};

constexpr std::array kRanges6{
    Range{v6(0xfd00, 0x0ec2, 0, 0x0254), 128, AddressClass::Metadata}, // AWS
    Range{v6(0xfd20, 0x00ce, 0, 0x0254), 128, AddressClass::Metadata}, // Google
    Range{v6(0, 0, 0, 1), 128, AddressClass::Loopback},
    Range{v6(0), 96, AddressClass::Reserved}, // unspecified and the withdrawn IPv4-compatible form
    Range{v6(0x0064, 0xff9b, 1), 48, AddressClass::Reserved},
    Range{v6(0x0100), 64, AddressClass::Reserved},
    Range{v6(0x2001), 32, AddressClass::Reserved}, // Teredo
    Range{v6(0x2001, 0x0db8), 32, AddressClass::Reserved},
    Range{v6(0x3fff), 20, AddressClass::Reserved}, // documentation
    Range{v6(0x5f00), 16, AddressClass::Reserved},
    Range{v6(0xfc00), 7, AddressClass::Private},
    Range{v6(0xfe80), 10, AddressClass::LinkLocal},
    Range{v6(0xfec0), 10, AddressClass::Reserved}, // site-local, withdrawn
    Range{v6(0xff00), 8, AddressClass::Multicast},
};

struct Wrapping {
    Bytes network;
    int bits;
    size_t offset; // of the IPv4 address
};

constexpr std::array kWrappings{
    Wrapping{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}, 96, 12}, // ::ffff:0:0/96
    Wrapping{{0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}, 96, 12},       // ::ffff:0:0:0/96, translated (RFC 2765)
    Wrapping{{0x00, 0x64, 0xff, 0x9b}, 96, 12},                   // 64:ff9b::/96, NAT64
    Wrapping{{0x20, 0x02}, 16, 2},                                // 2002::/16, 6to4
};

constexpr bool holds(const Bytes &network, int bits, const Bytes &address)
{
    const auto whole = static_cast<size_t>(bits / 8);
    for (size_t i = 0; i < whole; ++i) {
        if (network[i] != address[i])
            return false;
    }
    const int rest = bits % 8;
    return rest == 0 || ((network[whole] ^ address[whole]) >> (8 - rest)) == 0;
}

template <size_t N>
AddressClass lookUp(const std::array<Range, N> &ranges, const Bytes &address)
{
    const auto found = std::ranges::find_if(
        ranges, [&](const Range &range) { return holds(range.network, range.bits, address); });
    return found == ranges.end() ? AddressClass::Public : found->kind;
}

AddressClass classify6(const Bytes &address)
{
    for (const Wrapping &wrapping : kWrappings) {
        if (holds(wrapping.network, wrapping.bits, address)) {
            const quint8 *inner = address.data() + wrapping.offset;
            return lookUp(kRanges4, v4(inner[0], inner[1], inner[2], inner[3]));
        }
    }
    return lookUp(kRanges6, address);
}

} // namespace

QString reason(AddressClass kind)
{
    switch (kind) {
    case AddressClass::Loopback: return QStringLiteral("it is this machine");
    case AddressClass::Private: return QStringLiteral("it is in a private network");
    case AddressClass::LinkLocal: return QStringLiteral("it is a link-local address");
    case AddressClass::Metadata: return QStringLiteral("it is a cloud metadata service");
    case AddressClass::Multicast: return QStringLiteral("it is a multicast address");
    default: return QStringLiteral("it is not a public address");
    }
}

AddressClass classify(const QHostAddress &address)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        const quint32 bits = address.toIPv4Address();
        return lookUp(kRanges4, v4(quint8(bits >> 24), quint8(bits >> 16), quint8(bits >> 8), quint8(bits)));
    }
    if (address.protocol() == QAbstractSocket::IPv6Protocol)
        return classify6(std::to_array(address.toIPv6Address().c));
    return AddressClass::Reserved;
}

std::optional<QString> refusal(const QHostAddress &address, bool allowPrivate)
{
    const AddressClass kind = classify(address);
    if (kind == AddressClass::Public)
        return std::nullopt;
    const bool mayBeMeant = kind == AddressClass::Loopback || kind == AddressClass::Private;
    if (mayBeMeant && allowPrivate)
        return std::nullopt;
    if (address.isNull())
        return QStringLiteral("There is no address to call.");
    const QString advice = mayBeMeant ? QStringLiteral(" Allow internal addresses for this target if it is meant.")
                                      : QString();
    return QStringLiteral("%1 may not be called: %2.").arg(address.toString(), reason(kind)) + advice;
}

} // namespace callboard
