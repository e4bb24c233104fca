#include "core/intake/requesthead.h"

#include <microhttpd.h>

#include <QtGlobal>

#include <utility>

#include <netinet/in.h>

namespace callboard {

namespace {

// Where a head lies in the library's buffer, and how far it was read.
struct Reading {
    DoorRequest request;
    quintptr begin = 0;
    quintptr end = 0;
    quintptr valueEnd = 0; // of the header before; 0: there was none
    quintptr largestGap = 0;
    bool isFolded = false;
};

// The library ends a value at a NUL and hands over what is before: the next header then begins further on than the end
// of a line is long. What a folded line goes on with it puts behind the name, elsewhere. Newer ones refuse both.
void measure(Reading &reading, quintptr key, quintptr valueEnd)
{
    const auto isInside = [&reading](quintptr place) { return place >= reading.begin && place <= reading.end; };
    reading.isFolded |= !isInside(key) || !isInside(valueEnd);
    if (reading.valueEnd != 0 && key > reading.valueEnd)
        reading.largestGap = qMax(reading.largestGap, key - reading.valueEnd);
    reading.valueEnd = valueEnd;
}

MHD_Result collectHeader(void *target, MHD_ValueKind, const char *key, size_t keySize, const char *value,
                         size_t valueSize)
{
    auto &reading = *static_cast<Reading *>(target);
    const QByteArray name = QByteArray(key, static_cast<qsizetype>(keySize)).toLower();
    if (reading.request.has(name))
        reading.request.repeatedHeaders.append(name);
    else // blanks around a value are none of it (RFC 9110 §5.5); the library leaves those behind it
        reading.request.headers.insert(name, QByteArray(value, static_cast<qsizetype>(valueSize)).trimmed());
    measure(reading, reinterpret_cast<quintptr>(key), reinterpret_cast<quintptr>(value) + valueSize);
    return MHD_YES;
}

// Of version 6 its network: one host has as many addresses there as it likes.
QByteArray peerOf(const sockaddr *address)
{
    if (address && address->sa_family == AF_INET) {
        const auto *four = reinterpret_cast<const sockaddr_in *>(address);
        return QByteArray(reinterpret_cast<const char *>(&four->sin_addr), sizeof four->sin_addr);
    }
    if (!address || address->sa_family != AF_INET6)
        return {};
    const auto *six = reinterpret_cast<const sockaddr_in6 *>(address);
    const auto *bytes = reinterpret_cast<const char *>(six->sin6_addr.s6_addr);
    return IN6_IS_ADDR_V4MAPPED(&six->sin6_addr) ? QByteArray(bytes + 12, 4) : QByteArray(bytes, 8);
}

} // namespace

DoorRequest readRequestHead(MHD_Connection *connection, const char *path, const char *method)
{
    constexpr quintptr kLineEnd = 2;
    constexpr auto kRefusesNulItself = 0x00097600U;
    Reading reading;
    reading.request.method = method;
    reading.request.path = path;
    reading.begin = reinterpret_cast<quintptr>(method);
    const auto *size = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
    reading.end = reading.begin + (size ? size->header_size : 0);
    MHD_get_connection_values_n(connection, MHD_HEADER_KIND, collectHeader, &reading);
    if (reading.end > reading.valueEnd + kLineEnd && reading.valueEnd != 0) // the last is followed by an empty line
        reading.largestGap = qMax(reading.largestGap, reading.end - reading.valueEnd - kLineEnd);
    reading.request.isOdd = MHD_VERSION < kRefusesNulItself && (reading.isFolded || reading.largestGap > kLineEnd);
    if (const auto *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS))
        reading.request.peer = peerOf(info->client_addr);
    return std::move(reading.request);
}

} // namespace callboard
