// An engine that keeps what it was asked for and answers as the test said, queued, as the real one does.
#pragma once

#include "core/engine/engineclient.h"

#include <QTimer>

#include <optional>

namespace callboard {

class FakeEngineClient final : public EngineClient {
public:
    QList<CallbackTarget> saved;
    QList<QList<CallbackTarget>> savedTogether; // one a call
    QList<QList<TargetId>> arranged;
    QList<QPair<TargetId, TargetState>> states;
    QList<TargetId> removed;
    QList<DeliveryId> replayed;
    QList<ReplayContent> replayContents; // one a call
    QList<CallbackTarget> tested;
    QList<MediaEvent> submitted;
    TestResult testResult;
    std::optional<Error> refusal; // of everything, until it is taken back
    EngineStatus currentStatus;

    void saveTarget(CallbackTarget target, QObject *context, Then<CallbackTarget> then) override
    {
        saved.append(target);
        if (!target.id.isValid())
            target.id = TargetId{qint64(saved.size())};
        answer<CallbackTarget>(target, context, then);
    }
    void saveTargets(QList<CallbackTarget> targets, QObject *context, Then<QList<CallbackTarget>> then) override
    {
        savedTogether.append(targets);
        for (CallbackTarget &target : targets)
            ++target.revision;
        answer<QList<CallbackTarget>>(targets, context, then);
    }
    void arrangeTargets(QList<TargetId> order, QObject *context, Then<int> then) override
    {
        arranged.append(order);
        answer<int>(int(order.size()), context, then);
    }
    void setTargetState(TargetId id, TargetState state, QObject *context, Then<CallbackTarget> then) override
    {
        states.append({id, state});
        CallbackTarget target;
        target.id = id;
        target.state = state;
        answer<CallbackTarget>(target, context, then);
    }
    void removeTarget(TargetId id, QObject *context, Then<TargetId> then) override
    {
        removed.append(id);
        answer<TargetId>(id, context, then);
    }
    void replay(QList<DeliveryId> ids, ReplayContent content, QObject *context, Then<QList<DeliveryId>> then) override
    {
        replayed += ids;
        replayContents.append(content);
        QList<DeliveryId> made;
        for (DeliveryId id : ids)
            made.append(DeliveryId{id.value + 1000});
        answer<QList<DeliveryId>>(made, context, then);
    }
    void replayTo(DeliveryId id, QString, QObject *context, Then<DeliveryId> then) override
    {
        answer<DeliveryId>(DeliveryId{id.value + 1000}, context, then);
    }
    void setMarked(QList<DeliveryId> ids, bool, QObject *context, Then<int> then) override
    {
        answer<int>(int(ids.size()), context, then);
    }
    void setNote(DeliveryId id, QString, QObject *context, Then<DeliveryId> then) override
    {
        answer<DeliveryId>(id, context, then);
    }
    void cancel(QList<DeliveryId> ids, QObject *context, Then<int> then) override
    {
        answer<int>(int(ids.size()), context, then);
    }
    void retryNow(QList<DeliveryId> ids, QObject *context, Then<int> then) override
    {
        answer<int>(int(ids.size()), context, then);
    }
    void sendTest(CallbackTarget target, MediaEvent, QObject *context, Then<TestResult> then) override
    {
        tested.append(target);
        answer<TestResult>(testResult, context, then);
    }
    void checkSignature(DeliveryId, AttemptId, QObject *context, Then<SignatureFinding> then) override
    {
        answer<SignatureFinding>(SignatureFinding(), context, then);
    }
    void submitEvents(QList<MediaEvent> events, QObject *context, Then<Accepted> then) override
    {
        submitted += events;
        Accepted accepted;
        accepted.accepted = int(events.size());
        for (const MediaEvent &event : events)
            accepted.ids.append(event.sourceId);
        answer<Accepted>(accepted, context, then);
    }
    [[nodiscard]] EngineStatus status() const override { return currentStatus; }

private:
    template <class T>
    void answer(const T &value, QObject *context, const Then<T> &then)
    {
        Result<T> result = value;
        if (refusal)
            result = tl::unexpected<Error>(*refusal);
        QTimer::singleShot(0, context, [then, result] { then(result); });
    }
};

} // namespace callboard
