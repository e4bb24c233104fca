// A request on its way through the pipelined transport, from the queue of its origin to the answer. A plain value.
#pragma once

#include "core/transport/transport.h"

#include <chrono>
#include <deque>

namespace callboard {

using Moment = std::chrono::steady_clock::time_point;

struct Flight {
    TransportRequest request;
    Moment queuedAt{};
    Moment begunAt{}; // when it was written, or its connection was begun for it
    Moment deadline{};
    Timings timings; // from begunAt
    QString note;
    bool behindAnother = false; // written before an earlier request had its answer
    int returns = 0;            // how often a connection ended before a byte of it left
};

using Flights = std::deque<Flight>;

[[nodiscard]] inline Timings::Step elapsed(Moment from, Moment to)
{
    return std::chrono::duration_cast<std::chrono::microseconds>(to - from);
}

} // namespace callboard
