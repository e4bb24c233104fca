// What a list of deliveries asks for and gets: a filter, a page by key (newest first), and rows that need no further
// look-up to be shown.
#pragma once

#include "core/domain/attempt.h"
#include "core/domain/delivery.h"
#include "core/domain/event.h"

#include <QList>
#include <QString>

#include <optional>

namespace callboard {

struct DeliveryFilter {
    QList<DeliveryState> states;    // empty: all
    TargetId target;                // invalid: all
    QString asset;                  // exact; empty: all
    QString cause;                  // exact; empty: all
    QString text;                   // anywhere in asset, target name, trigger, error, cause or note
    std::optional<Timestamp> since; // created at or after
    std::optional<Timestamp> until; // created before
    bool marked = false;            // those alone that an operator marked

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

struct DeliveryDetail {
    DeliveryRow row;
    QString webhookId;
    QList<MediaEvent> events; // absorbed, oldest first; a replay shows those of the delivery it repeats
    QList<Attempt> attempts;  // oldest first
    QList<DeliveryId> replays;
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
