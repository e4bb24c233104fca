// The HTTP door (libmicrohttpd): POST /v1/events, /assets, /v1/encoders/…, GET /assets/{uuid}, /healthz, /readyz.
// Acknowledges only what the sinks have committed; connections wait suspended meanwhile, so that thousands of single
// posts share one commit. Own thread inside.
#pragma once

#include "core/domain/error.h"
#include "core/intake/eventsink.h"
#include "core/intake/platformsink.h"

#include <QHostAddress>
#include <QStringList>

#include <chrono>
#include <memory>

namespace callboard {

struct DoorSettings {
    QHostAddress address = QHostAddress(QHostAddress::LocalHost);
    quint16 port = 8787; // 0: a free one
    QByteArray token;
    QStringList hostNames; // accepted in Host besides the listen address and localhost
    qsizetype largestBody = qsizetype{10} * 1024 * 1024;
    int mostConnections = 1024;
    std::chrono::seconds requestTimeout{30};
};

class HttpDoor {
public:
    // AddressInUse names the address and port. The sinks outlive the door.
    [[nodiscard]] static Result<std::unique_ptr<HttpDoor>> open(const DoorSettings &settings, EventSink &events,
                                                                PlatformSink &platform);
    ~HttpDoor();
    HttpDoor(const HttpDoor &) = delete;
    HttpDoor &operator=(const HttpDoor &) = delete;

    [[nodiscard]] quint16 port() const;
    [[nodiscard]] QString url() const; // http://127.0.0.1:8787
    // Takes nothing new in; what is suspended still gets its answer (or 503 after `patience`).
    void close(std::chrono::milliseconds patience = std::chrono::seconds(10));

private:
    struct Private;
    explicit HttpDoor(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace callboard
