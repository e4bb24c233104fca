// Runs an Engine in a thread of its own and is its EngineClient and EventSink for everybody else. Made and destroyed in
// the thread of app/; stop() first, the destructor waits.
#pragma once

#include "core/engine/engine.h"

#include <QMutex>
#include <QThread>

namespace callboard {

class EngineService final : public EngineClient, public EventSink {
    Q_OBJECT

public:
    EngineService(EngineParts parts, EngineOptions options, QObject *parent = nullptr);
    ~EngineService() override;

    // Returns when the workspace is open and what was in flight is taken up.
    [[nodiscard]] Result<void> start(const QString &workspace);
    // stopped() follows.
    void stop(Milliseconds patience = Milliseconds(10'000));

    void submit(Submission submission) override;

    void saveTarget(CallbackTarget target, QObject *context, Then<CallbackTarget> then) override;
    void setTargetState(TargetId id, TargetState state, QObject *context, Then<CallbackTarget> then) override;
    void removeTarget(TargetId id, QObject *context, Then<TargetId> then) override;
    void replay(QList<DeliveryId> ids, QObject *context, Then<QList<DeliveryId>> then) override;
    void cancel(QList<DeliveryId> ids, QObject *context, Then<int> then) override;
    void retryNow(QList<DeliveryId> ids, QObject *context, Then<int> then) override;
    void sendTest(CallbackTarget target, MediaEvent event, QObject *context, Then<TestResult> then) override;
    void submitEvents(QList<MediaEvent> events, QObject *context, Then<Accepted> then) override;
    [[nodiscard]] EngineStatus status() const override;

signals:
    void stopped();

private:
    template <class T>
    std::function<void(Result<T>)> answering(QObject *context, Then<T> then);
    template <class T, class Write>
    void order(QObject *context, Then<T> then, bool needsVault, Write write);

    Engine *m_engine;
    QThread m_thread;
    mutable QMutex m_mutex;
    EngineStatus m_status;
};

} // namespace callboard
