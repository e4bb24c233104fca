// Where the doors hand over what came in. submit() is callable from any thread and never blocks; `done` is called from
// the engine's thread once the whole submission is committed, or refused whole.
#pragma once

#include "core/domain/error.h"
#include "core/domain/event.h"

#include <QList>
#include <QStringList>

#include <functional>

namespace callboard {

struct Accepted {
    int accepted = 0;
    int duplicates = 0;
    QStringList ids; // the CloudEvents ids, in the order given
};

struct Submission {
    QList<MediaEvent> events;
    // Conflict: the same source and id came before with other content. StoreUnavailable: nothing was written.
    std::function<void(Result<Accepted>)> done;
    QByteArrayList fingerprints{}; // of the events, read by whoever hands them over; empty: the engine's thread does
};

class EventSink {
public:
    virtual ~EventSink() = default;
    virtual void submit(Submission submission) = 0;
};

} // namespace callboard
