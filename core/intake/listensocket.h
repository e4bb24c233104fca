// A listening TCP socket for the daemon, made by us so that a failure says why and a free port is known at once.
#pragma once

#include "core/domain/error.h"

#include <QHostAddress>

namespace callboard {

struct ListenSocket {
    int descriptor = -1; // the caller's to close
    quint16 port = 0;
};

// Port 0 picks a free one. AddressInUse names address and port.
[[nodiscard]] Result<ListenSocket> listenOn(const QHostAddress &address, quint16 port);
// Connects to whoever listens there and leaves at once; never waits. Any thread.
void nudge(const QHostAddress &address, quint16 port);
// 127.0.0.1:8787, [::1]:8787
[[nodiscard]] QString endpoint(const QHostAddress &address, quint16 port);

} // namespace callboard
