// The HTTP door (libmicrohttpd): POST /v1/events, /assets, /v1/encoders/…, GET /assets/{uuid}, /healthz, /readyz.
// With TLS where it has a certificate. Acknowledges only what the sinks have committed; connections wait suspended
// meanwhile, so that thousands of single posts share one commit. Own thread inside.
#pragma once

#include "core/domain/error.h"
#include "core/domain/rate.h"
#include "core/intake/doorcertificate.h"
#include "core/intake/doortokens.h"
#include "core/intake/eventsink.h"
#include "core/intake/platformsink.h"

#include <QHostAddress>
#include <QStringList>

#include <chrono>
#include <memory>
#include <optional>

namespace callboard {

struct DoorSettings {
    QHostAddress address = QHostAddress(QHostAddress::LocalHost);
    quint16 port = 8787; // 0: a free one
    QByteArray token;
    QStringList hostNames; // accepted in Host besides the listen address and localhost
    qsizetype largestBody = qsizetype{10} * 1024 * 1024;
    int mostConnections = 1024;
    std::chrono::seconds requestTimeout{30};
    int mostConnectionsOfOne = 256;       // address, where it listens beyond loopback
    std::shared_ptr<DoorTokens> tokens{}; // besides `token`; null: none
    std::optional<DoorTls> tls{};         // beyond loopback it has to be there
    // Of each caller. Empty optional: 2,000 a second of whoever does not carry `token`; not set: none.
    std::optional<Rate> limit{};
};

class HttpDoor {
public:
    // AddressInUse names the address and port; DoorCertificate's errors. The sinks outlive the door.
    [[nodiscard]] static Result<std::unique_ptr<HttpDoor>> open(const DoorSettings &settings, EventSink &events,
                                                                PlatformSink &platform);
    ~HttpDoor();
    HttpDoor(const HttpDoor &) = delete;
    HttpDoor &operator=(const HttpDoor &) = delete;

    [[nodiscard]] quint16 port() const;
    [[nodiscard]] QString url() const; // http://127.0.0.1:8787, https:// with TLS
    // Takes nothing new in; what is suspended still gets its answer (or 503 after `patience`).
    void close(std::chrono::milliseconds patience = std::chrono::seconds(10));

private:
    struct Private;
    explicit HttpDoor(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace callboard
