// Who is called for an event, who not, and why: for an event that was taken in, from the record; for one that was not,
// from the targets as they are now. Sends nothing, changes nothing. The words are English clauses without a full stop,
// as those of matching.
#pragma once

#include "core/store/workspacereader.h"

#include <optional>

namespace callboard {

enum class Fate : quint8 {
    // Of an event that was not taken in:
    WouldBeCalled = 0,
    WouldJoin = 1,      // a delivery that is open takes it in
    WouldBeHeld = 2,    // kept, not sent
    WouldBeStopped = 3, // nothing may leave for its address
    // Of one that was:
    Carried = 10,    // by a delivery that it is the newest state of; what became of it is that delivery's state
    Merged = 11,     // into a delivery that carries a newer state
    Superseded = 12, // its delivery gave way to a newer one
    Missing = 13,    // wanted, and no delivery of it is kept
    Unrecorded = 14, // from before rules were recorded, and no delivery carries it
    // Of both:
    NotWanted = 20,
};

struct Explained {
    TargetId target;
    QString name;
    Fate fate = Fate::NotWanted;
    QString reason;
    std::optional<Delivery> delivery; // that carries it
    DeliveryId joins;                 // with WouldJoin: the open one

    // It was told, is or would be, now or as soon as it can be, with this state or a newer one.
    [[nodiscard]] bool isCalled() const;
    [[nodiscard]] bool isUnknown() const { return fate == Fate::Missing || fate == Fate::Unrecorded; }
};

struct Explanation {
    MediaEvent event;         // with a valid id: it was taken in
    bool contradicts = false; // an event of this name was taken in with other content: this one would be refused
    QList<Explained> targets; // in the order of the targets

    [[nodiscard]] bool isRecorded() const { return event.id.isValid(); }
    [[nodiscard]] int calledCount() const;
    [[nodiscard]] int unendedCount() const; // of those: what is still to be sent, or held
    [[nodiscard]] int unknownCount() const; // no record tells whether they were called
};

// "delivered", "held", ... for what a delivery says; else "merged", "not-wanted", "would-call", ...: stable spellings.
[[nodiscard]] QString toString(const Explained &explained);

// Pure. Without a PresentState only what the targets themselves say is known.
[[nodiscard]] Explanation explainHypothetical(const QList<CallbackTarget> &targets, const MediaEvent &event,
                                              const std::optional<PresentState> &present = {});
[[nodiscard]] Explanation explainAccount(const EventAccount &account);

// Those that are called come first.
[[nodiscard]] Result<Explanation> explainEvent(const WorkspaceReader &reader, EventId event); // NotFound
// The newest event of an asset; NotFound also where nothing has happened to it.
[[nodiscard]] Result<Explanation> explainNewest(const WorkspaceReader &reader, const QString &asset);
// By its record where it was taken in, else as if it came now.
[[nodiscard]] Result<Explanation> explainEvent(const WorkspaceReader &reader, const MediaEvent &event);

} // namespace callboard
