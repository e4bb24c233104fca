// What the tables tell of one event, target by target: who was asked, and what came of it. And what stands between
// a target and a call at present. Plain values; core/engine/explanation puts them into words.
#pragma once

#include "core/domain/delivery.h"
#include "core/domain/event.h"
#include "core/domain/target.h"

#include <QHash>
#include <QList>
#include <QSet>

namespace callboard {

struct EventAccount {
    MediaEvent event;
    QList<CallbackTarget> targets;    // as far as matching reads them, as they were for this event
    QList<CallbackTarget> unrecorded; // there were these too; what they wanted then is not recorded
    QList<Delivery> deliveries;       // that carry it, at most one a target; no replays
};

struct PresentState {
    bool mailServer = false;           // one is set up
    QSet<TargetId> circuitOpen;        // after failures, nothing is sent to these but probes
    QHash<TargetId, DeliveryId> joins; // the open delivery that an event of the asset would join
};

} // namespace callboard
