// What the receiver does about one request: the bytes it writes and what becomes of the connection then. Pure.
#pragma once

#include "core/receiver/receiver.h"

#include <QByteArray>

namespace callboard {

struct Answer {
    enum class Then {
        KeepOpen,
        Close,
        Reset,
        Hang,    // neither this request nor one behind it is ever answered
        Endless, // the head is followed by a body that never ends
        Drip,    // the bytes leave one at a time
    };
    QByteArray bytes;
    Then then = Then::KeepOpen;
    int status = 0; // 0: no status line leaves
    Milliseconds delay{0};
};

struct AnswerContext {
    bool keepAlive = true;
    bool http10 = false;
};

[[nodiscard]] Answer planAnswer(const ReceiverRule &rule, const ReceivedRequest &request, AnswerContext context);
// For bytes that are no HTTP request.
[[nodiscard]] Answer badRequestAnswer();

} // namespace callboard
