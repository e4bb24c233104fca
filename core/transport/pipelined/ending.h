// What an answer, or the end of a connection without one, means for each request that was on it. Pure.
#pragma once

#include "core/transport/pipelined/answerparser.h"
#include "core/transport/pipelined/dialer.h"
#include "core/transport/pipelined/flight.h"

namespace callboard {

// How a connection ended.
enum class Ending {
    Rested,    // unused for a while, or closed by the receiver while nothing was owed
    Announced, // an answer said that it is the last
    Refused,   // over our client certificate, by an alert: no request was looked at
    Lost,      // closed or reset without a word
    Overdue,   // a request had no answer in time; ended by us
    NotHttp,   // ended by us, as are the rest
    TooLarge,
    Unasked, // an answer that nobody waited for
    Cancelled,
};

// A complete answer.
[[nodiscard]] Exchange answered(Flight &flight, ParsedAnswer answer, const Way &way, Timestamp now);

// `partial`: what is there of its answer; null for requests behind the first. `overdue`: it is this one that was not
// answered in time. `alert`: what a receiver that refused said.
[[nodiscard]] Exchange unanswered(Flight &flight, Ending ending, ParsedAnswer *partial, bool overdue, const Way &way,
                                  Timestamp now, const QString &alert);

// Nothing of it left.
[[nodiscard]] Exchange notBegun(const Way &way, RequestEnd end);

[[nodiscard]] Exchange exchangeFrom(const Verdict &verdict);

} // namespace callboard
