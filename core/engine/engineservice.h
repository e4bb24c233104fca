// Runs an Engine in a thread of its own and is its client and sink for everybody else. Made and destroyed in the thread
// of app/; stop() first, the destructor waits.
#pragma once

#include "core/engine/doorclient.h"
#include "core/engine/engine.h"
#include "core/engine/platformclient.h"
#include "core/engine/signingclient.h"
#include "core/engine/vaultclient.h"

#include <QMutex>
#include <QPointer>
#include <QThread>

#include <memory>

namespace callboard {

class EngineService final : public EngineClient,
                            public PlatformClient,
                            public VaultClient,
                            public DoorClient,
                            public SigningClient,
                            public EventSink,
                            public PlatformSink {
    Q_OBJECT

public:
    EngineService(EngineParts parts, EngineOptions options, QObject *parent = nullptr);
    ~EngineService() override;

    // Returns when the workspace is open and what was in flight is taken up.
    [[nodiscard]] Result<void> start(const QString &workspace);
    // stopped() follows.
    void stop(Milliseconds patience = Milliseconds(10'000));

    template <class T>
    using Then = EngineClient::Then<T>;
    template <class T>
    using Done = PlatformSink::Done<T>;

    void submit(Submission submission) override;
    void publishAsset(AssetRequest request, Done<AssetDescription> done) override;
    void describeAsset(QString asset, Done<AssetDescription> done) override;
    void takeNotification(EncoderNotification notification, Done<NotificationOutcome> done) override;
    [[nodiscard]] std::optional<QByteArray> notificationSecret(Encoder encoder) const override;

    void saveTarget(CallbackTarget target, QObject *context, Then<CallbackTarget> then) override;
    void saveTargets(QList<CallbackTarget> targets, QObject *context, Then<QList<CallbackTarget>> then) override;
    void arrangeTargets(QList<TargetId> order, QObject *context, Then<int> then) override;
    void setTargetState(TargetId id, TargetState state, QObject *context, Then<CallbackTarget> then) override;
    void removeTarget(TargetId id, QObject *context, Then<TargetId> then) override;
    void replay(QList<DeliveryId> ids, ReplayContent content, QObject *context, Then<QList<DeliveryId>> then) override;
    void replayTo(DeliveryId id, QString url, QObject *context, Then<DeliveryId> then) override;
    void setMarked(QList<DeliveryId> ids, bool marked, QObject *context, Then<int> then) override;
    void setNote(DeliveryId id, QString note, QObject *context, Then<DeliveryId> then) override;
    void cancel(QList<DeliveryId> ids, QObject *context, Then<int> then) override;
    void retryNow(QList<DeliveryId> ids, QObject *context, Then<int> then) override;
    void sendTest(CallbackTarget target, MediaEvent event, QObject *context, Then<TestResult> then) override;
    void checkSignature(DeliveryId delivery, AttemptId attempt, QObject *context, Then<SignatureFinding> then) override;
    void publicSigningKey(TargetId target, QObject *context, Then<QString> then) override;
    void submitEvents(QList<MediaEvent> events, QObject *context, Then<Accepted> then) override;
    [[nodiscard]] EngineStatus status() const override;

    void saveSmtp(SmtpServer server, QObject *context, Then<SmtpServer> then) override;
    void saveEncoder(EncoderSettings settings, QObject *context, Then<EncoderSettings> then) override;
    void savePlatform(PlatformSettings settings, QObject *context, Then<PlatformSettings> then) override;
    void saveRetention(Retention retention, QObject *context, Then<Retention> then) override;
    void sendTestMail(SmtpServer server, QString to, QObject *context, Then<TestResult> then) override;
    void saveProject(Project project, QObject *context, Then<Project> then) override;
    void removeProject(QString id, QObject *context, Then<QString> then) override;
    void assignNotification(NotificationId id, QString asset, QObject *context,
                            Then<NotificationOutcome> then) override;
    void submitJob(QString asset, QObject *context, Then<SubmittedJob> then) override;
    void refreshAsset(QString asset, QObject *context, Then<RefreshedAsset> then) override;

    [[nodiscard]] VaultStatus vaultStatus() const override;
    void unlockWithRecovery(QString recoveryKey, QObject *context, Then<VaultStatus> then) override;
    void unlockWithPassphrase(QString passphrase, QObject *context, Then<VaultStatus> then) override;
    void retryVault(QObject *context, Then<VaultStatus> then) override;
    void rotateVaultKey(QString passphrase, QObject *context, Then<VaultStatus> then) override;
    void makeRecoveryKey(QObject *context, Then<QString> then) override;
    void setVaultPassphrase(QString passphrase, QObject *context, Then<VaultStatus> then) override;

    void readDoorTokens(QObject *context, Then<QList<DoorToken>> then) override;
    void addDoorToken(QString name, DoorScopes scopes, std::optional<Timestamp> endsAt, QObject *context,
                      Then<IssuedDoorToken> then) override;
    void rotateDoorToken(QString name, Milliseconds overlap, QObject *context, Then<IssuedDoorToken> then) override;
    void revokeDoorToken(QString name, QObject *context, Then<QString> then) override;

signals:
    void stopped();

private:
    // The answer, brought to the service's own thread: only there may the guard be looked at.
    template <class T>
    std::function<void(Result<T>)> answering(QObject *context, Then<T> then)
    {
        return [this, guard = QPointer<QObject>(context), then = std::move(then)](Result<T> result) {
            QMetaObject::invokeMethod(
                this,
                [guard, then, result = std::move(result)] {
                    if (guard)
                        then(result);
                },
                Qt::QueuedConnection);
        };
    }
    // `write` runs in the engine's transaction, `done` after its commit, in the engine's thread.
    template <class T, class Write>
    void order(std::function<void(Result<T>)> done, bool needsVault, Write write)
    {
        auto answer = std::make_shared<Result<T>>(tl::unexpected(Error{}));
        Order made;
        made.needsVault = needsVault;
        made.write = [answer, write = std::move(write)](Workplace &place) -> Result<void> {
            *answer = write(place);
            return answer->map([](const T &) {});
        };
        made.done = [answer, done = std::move(done)](const Result<void> &written) {
            done(written ? *answer : tl::unexpected(written.error()));
        };
        m_engine->inbox().put([&made](Work &work) { work.orders.push_back(std::move(made)); });
    }
    // Calls the engine in its thread.
    template <class Call>
    void inEngine(Call call)
    {
        QMetaObject::invokeMethod(
            m_engine, [this, call = std::move(call)] { call(*m_engine); }, Qt::QueuedConnection);
    }

    void askVault(Engine::VaultTask task, QObject *context, Then<VaultStatus> then);

    Engine *m_engine;
    QThread m_thread;
    mutable QMutex m_mutex;
    EngineStatus m_status;
    VaultStatus m_vaultStatus;
    std::optional<QByteArray> m_zencoderSecret;
    std::optional<QByteArray> m_brightcoveSecret;
};

} // namespace callboard
