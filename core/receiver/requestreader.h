// Takes the bytes of one connection as they arrive and hands out its HTTP/1.x requests one by one, pipelined ones too.
// Boost.Beast does the parsing and stays inside requestreader.cpp. Bodies up to 64 MiB, heads up to 64 KiB.
#pragma once

#include "core/receiver/receiver.h"

#include <QByteArray>

#include <memory>

namespace callboard {

class RequestReader {
public:
    enum class State {
        NeedMore,
        WantsContinue, // the head is there and asks for "100 Continue" before its body; reported once
        Complete,
        Malformed, // nothing on this connection can be trusted any more
    };

    RequestReader();
    ~RequestReader();

    void append(const QByteArray &bytes);
    [[nodiscard]] State next();

    // After Complete, until next() is called again. Number, time and answered status are left to the caller.
    [[nodiscard]] ReceivedRequest request() const;
    [[nodiscard]] bool keepAlive() const;
    [[nodiscard]] bool isHttp10() const;

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace callboard
