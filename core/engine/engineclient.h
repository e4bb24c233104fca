// The engine as the rest of the program sees it. Every method may be called from any thread and returns at once;
// callbacks run in the client's own thread, where `context` must live, and not at all once it is gone. Signals come
// from the engine's thread in batches, at most 20 a second.
#pragma once

#include "core/domain/attempt.h"
#include "core/domain/delivery.h"
#include "core/domain/error.h"
#include "core/domain/target.h"
#include "core/engine/signaturecheck.h"
#include "core/intake/eventsink.h"

#include <QList>
#include <QObject>

#include <functional>

namespace callboard {

struct EngineStatus {
    enum class Mode { Starting, Running, Watching, Draining, Stopped, Failing };
    Mode mode = Mode::Starting; // Watching: another process dispatches this workspace
    QString detail;             // who holds it, or what fails
    int inFlight = 0;
    bool vaultOpen = false;
    bool vaultNeeded = false; // some target has a secret
    quint64 accepted = 0;     // event × target pairs since the start
    quint64 finished = 0;     // attempts finished since the start
    quint64 hiddenResends = 0;
};

struct EngineChange {
    QList<DeliveryId> deliveries; // made or changed
    bool targets = false;         // some target was made, changed or removed
    bool assets = false;          // an event was taken in, an asset published, a notification kept or assigned
    bool everything = false;      // another process wrote to the workspace: read again
};

struct TestResult {
    QByteArray requestHead; // masked
    QByteArray requestBody;
    Exchange exchange;
};

class EngineClient : public QObject {
    Q_OBJECT

public:
    template <class T>
    using Then = std::function<void(Result<T>)>;

    using QObject::QObject;

    virtual void saveTarget(CallbackTarget target, QObject *context, Then<CallbackTarget> then) = 0;
    // All of them or none. Conflict: one was changed since (its revision is another), or is gone.
    virtual void saveTargets(QList<CallbackTarget> targets, QObject *context, Then<QList<CallbackTarget>> then) = 0;
    // They stand in this order from now on; those that are not named come behind, as they stood.
    virtual void arrangeTargets(QList<TargetId> order, QObject *context, Then<int> then) = 0;
    virtual void setTargetState(TargetId id, TargetState state, QObject *context, Then<CallbackTarget> then) = 0;
    // Open deliveries of it are cancelled and say why.
    virtual void removeTarget(TargetId id, QObject *context, Then<TargetId> then) = 0;
    // New deliveries linked to the old, sent at once, in the order given; a delivery still on its way is refused.
    virtual void replay(QList<DeliveryId> ids, ReplayContent content, QObject *context,
                        Then<QList<DeliveryId>> then) = 0;
    // The same bytes to another address, this once.
    virtual void replayTo(DeliveryId id, QString url, QObject *context, Then<DeliveryId> then) = 0;
    virtual void setMarked(QList<DeliveryId> ids, bool marked, QObject *context, Then<int> then) = 0;
    virtual void setNote(DeliveryId id, QString note, QObject *context, Then<DeliveryId> then) = 0;
    virtual void cancel(QList<DeliveryId> ids, QObject *context, Then<int> then) = 0;
    virtual void retryNow(QList<DeliveryId> ids, QObject *context, Then<int> then) = 0;
    // Sends `target` as it is in the form, saved or not, once; nothing is recorded.
    virtual void sendTest(CallbackTarget target, MediaEvent event, QObject *context, Then<TestResult> then) = 0;
    // Who signed what that attempt sent, by the keys that are stored today.
    virtual void checkSignature(DeliveryId delivery, AttemptId attempt, QObject *context,
                                Then<SignatureFinding> then) = 0;
    virtual void submitEvents(QList<MediaEvent> events, QObject *context, Then<Accepted> then) = 0;
    [[nodiscard]] virtual EngineStatus status() const = 0;

signals:
    void changed(const callboard::EngineChange &change);
    void statusChanged(const callboard::EngineStatus &status);
};

} // namespace callboard
