// A receiver for measuring: answers every request a fixed time after it has arrived, pipelined ones too, as a receiver
// that many milliseconds away would. One thread, epoll; run() returns only when it can't go on.
#pragma once

#include <chrono>

namespace callboard {

// Listens on a free loopback port and prints it.
int runLatencyReceiver(std::chrono::milliseconds latency);

} // namespace callboard
