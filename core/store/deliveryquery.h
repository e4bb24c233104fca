// What a list of deliveries asks for and gets: a filter, a page by key (newest first), and rows that need no further
// look-up to be shown.
#pragma once

#include "core/domain/attempt.h"
#include "core/domain/delivery.h"
#include "core/domain/event.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <limits>
#include <optional>

namespace callboard {

// Both ends are meant; either may be open.
struct NumberRange {
    qint64 from = std::numeric_limits<qint64>::min();
    qint64 to = std::numeric_limits<qint64>::max();

    bool operator==(const NumberRange &) const = default;
};

// What the simple members of a DeliveryFilter can't say: several of a kind, ranges, patterns, the opposite.
struct DeliveryCondition {
    enum class Field : quint8 {
        // Any of `ranges`; enumerations by their stored numbers, times in milliseconds, Duration in microseconds.
        State,
        Target,
        Trigger,
        Event, // carried by it
        Id,
        Code,
        Tries,
        Duration,
        Created,
        Ended,
        Replayed, // by which deliveries
        // Any of `words`, which are patterns of LIKE with \ as its escape; of Asset and Cause patterns of GLOB; Text:
        // anywhere, as in DeliveryFilter; Body: the words themselves, in what was sent or came back.
        Asset,
        TargetName,
        Cause,
        Error,
        Note,
        Text,
        Body,
        // Themselves.
        Marked,
        Noted,
        Doubt,
        Replay,
    };

    Field field = Field::Text;
    bool negated = false;
    QList<NumberRange> ranges;
    QStringList words;
    QString source; // as the filter's language writes it

    bool operator==(const DeliveryCondition &) const = default;
};

struct DeliveryFilter {
    QList<DeliveryState> states;         // empty: all
    TargetId target;                     // invalid: all
    QString asset;                       // exact; empty: all
    QString cause;                       // exact; empty: all
    QString text;                        // anywhere in asset, target name, trigger, error, cause or note
    std::optional<Timestamp> since;      // created at or after
    std::optional<Timestamp> until;      // created before
    bool marked = false;                 // those alone that an operator marked
    EventId event;                       // carried by it; invalid: all
    std::optional<Timestamp> endedSince; // ended at or after
    std::optional<Timestamp> endedUntil; // ended before
    QList<DeliveryCondition> conditions; // all of them besides

    // Bodies have to be read for it, which takes as long as it takes: WorkspaceReader::scan().
    [[nodiscard]] bool looksIntoBodies() const
    {
        return std::any_of(conditions.begin(), conditions.end(), [](const DeliveryCondition &condition) {
            return condition.field == DeliveryCondition::Field::Body;
        });
    }

    bool operator==(const DeliveryFilter &) const = default;
};

struct DeliveryRow {
    Delivery delivery;
    QString targetName;
    std::optional<std::chrono::milliseconds> duration; // of the last attempt
    bool inDoubt = false;                              // the last attempt's outcome
    bool marked = false;
    QString note; // the operator's; empty: none
};

// A bounded step through the deliveries that a filter lets through, newest first.
struct DeliveryScan {
    QList<DeliveryRow> rows;
    qint64 looked = 0; // at so many deliveries, which the rest of the filter lets through
    DeliveryId last;   // the next step begins before it
    bool ended = false;
};

struct DeliveryDetail {
    DeliveryRow row;
    QString webhookId;
    QList<MediaEvent> events; // absorbed, oldest first; a replay shows those of the delivery it repeats
    QList<Attempt> attempts;  // oldest first
    QList<DeliveryId> replays;
    // How the try before this replay ended: the newest one of the delivery that it repeats, or of that one's replays.
    std::optional<DeliveryState> lastTry;
    QString otherUrl;                   // a replay that goes elsewhere than its target says; empty: none
    std::optional<MediaEvent> lastSent; // what this target was last told about the asset before this delivery
    DeliveryId lastSentBy;
    QString projectZone; // of the record's dates; empty: not known
};

struct DeliveryCounts {
    qint64 waiting = 0;
    qint64 queued = 0;
    qint64 sending = 0;
    qint64 retrying = 0;
    qint64 held = 0;
    qint64 delivered = 0;
    qint64 failed = 0;
    qint64 cancelled = 0;

    [[nodiscard]] qint64 backlog() const { return waiting + queued + sending + retrying; }
    bool operator==(const DeliveryCounts &) const = default;
};

} // namespace callboard
