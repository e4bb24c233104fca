// The engine: one thread, one writer. Each cycle takes everything that has arrived - results, events, orders - and what
// has become due, writes it in one transaction, and only after the commit answers, sends and tells. Lives in its own
// thread (EngineService); only inbox() may be touched from others.
#pragma once

#include "core/domain/ports.h"
#include "core/engine/acceptance.h"
#include "core/engine/accesstokens.h"
#include "core/engine/dispatching.h"
#include "core/engine/engineclient.h"
#include "core/engine/inbox.h"
#include "core/engine/outreach.h"
#include "core/engine/testsending.h"
#include "core/engine/vaultkeeper.h"
#include "core/intake/doortokens.h"
#include "core/store/history.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>

namespace callboard {

// Where the due clock stood, in table meta: a start goes on from there, wherever the system's clock was put meanwhile.
inline const QString kDueClock = QStringLiteral("due_clock");
inline constexpr Milliseconds kDueClockAhead{1000};

// Gets the vault, making its key where `create` is set. Blocks: it is called on a thread of its own.
using VaultLoader = std::function<Result<std::shared_ptr<const Vault>>(bool create)>;

struct EngineParts {
    const Clock &clock;
    Transport &transport;
    VaultLoader loadVault;          // used without a keeper
    std::function<double()> random; // in [0, 1)
    StatementFault storeFault{};    // for tests
    std::shared_ptr<const VaultKeeper> keeper{};
};

struct EngineOptions {
    bool dispatch = true;             // false: take events and orders in, send nothing (another process does)
    QString watchedBecause{};         // who dispatches instead
    std::optional<SmtpServer> mail{}; // in place of the workspace's own; password in the clear
    bool privateCallbacks = false;    // callbacks published at the door may call loopback and private addresses
    PortList callbackPorts = PortList::standard(); // that callbacks published at the door may go to
    QString actor{};                               // who orders, as the trail has it: "NAME (window)"
    std::shared_ptr<DoorTokens> doorTokens{};      // kept as the workspace has them; null: nobody asks
};

class Engine : public QObject {
    Q_OBJECT

public:
    Engine(EngineParts parts, EngineOptions options);
    ~Engine() override;

    // Opens the workspace and takes up what was waiting, queued or in flight.
    [[nodiscard]] Result<void> start(const QString &workspace);
    // Takes nothing new in, lets what is under way end for `patience`, commits; then emits drained().
    void drain(Milliseconds patience);

    [[nodiscard]] Inbox &inbox() { return *m_inbox; }
    // Everything due now, in one cycle; the timer does no more than call this.
    void processDue();
    void sendTest(CallbackTarget target, const MediaEvent &event, TestSending::Done done);
    void checkSignature(DeliveryId delivery, AttemptId attempt, Outreach::Done<SignatureFinding> done);
    void findPublicKey(TargetId target, Outreach::Done<QString> done);
    void sendTestMail(SmtpServer server, const QString &to, Outreach::Done<TestResult> done);
    void submitJob(const QString &asset, Outreach::Done<SubmittedJob> done);
    void refreshAsset(const QString &asset, Outreach::Done<RefreshedAsset> done);
    // Something is done about the vault on its own thread, with what is open of it; then `done` with how it stands.
    using VaultTask = std::function<Result<OpenedVault>(const VaultKeeper &, const std::optional<OpenedVault> &)>;
    void askVault(VaultTask task, Outreach::Done<VaultStatus> done);
    void tryVaultAgain(Outreach::Done<VaultStatus> done);
    [[nodiscard]] const EngineOptions &options() const { return m_options; }

signals:
    void changed(const callboard::EngineChange &change);
    void statusChanged(const callboard::EngineStatus &status);
    void vaultChanged(const callboard::VaultStatus &status); // statusChanged follows
    void drained();
    // The secrets that encoders' notifications carry are these from now on; empty: none; no value: out of reach.
    void notificationSecretsChanged(const std::optional<QByteArray> &zencoder,
                                    const std::optional<QByteArray> &brightcove);

private:
    struct Effects; // what a cycle will do once it is committed

    Result<void> takeUp(const QString &workspace);
    void cycle();
    [[nodiscard]] Work takeWork();
    Result<void> write(Work &work, Effects &effects, Dispatching &dispatching);
    Result<void> freshenBook();
    Result<void> noticeTargets(const Work &work);
    Result<void> saveHealth();
    Result<void> settle(const QList<TransportResult> &results, Effects &effects);
    Result<void> obey(std::vector<Order> &orders, Effects &effects);
    Result<void> undoOrder(bool targetsChanged);
    Result<void> accept(std::vector<Submission> &submissions, Effects &effects);
    void carryOut(Work &work, Effects &effects, QList<Departure> &departures);
    void takeBack(const QList<TransportResult> &results);
    void noteFailing(TargetId target, bool healthChanged);
    void giveUp(Work &work, const Effects &effects, const QList<Departure> &departures, const Error &error);
    void refuse(Work &work, const Error &error);
    bool deferForVault(Work &work);
    struct VaultAnswer; // of the vault's thread
    template <class Task, class Then>
    void onVaultThread(Task task, Then then);
    void loadVault(bool create, Asking asking = Asking::Allowed);
    void vaultLoaded(const VaultAnswer &answer);
    void takeVault(const VaultAnswer &answer);
    void present(const VaultAnswer &answer);
    void releaseForVault();
    void retryVault();
    void noticeVault();
    [[nodiscard]] Result<bool> vaultIsCurrent();
    [[nodiscard]] bool needsVault() const { return m_book.needsVault() || m_settings.needsVault(); }
    // At once, or when the vault has answered where a secret may be needed.
    void withVault(std::function<void()> call);
    Result<void> loadSettings();
    Result<void> loadDoorTokens();
    void saveTokenUses(bool atOnce);
    void applySettings();
    void armDueTimer();
    void lookOutside();
    Result<void> checkSmallFile(const QString &workspace);
    void checkLargeFile(const QString &workspace);
    Result<void> setDueClock(const QList<CallbackTarget> &targets);
    Result<void> saveDueClock(Effects &effects);
    void tidy(); // takes away history that is not to be kept, a little at a time
    void tell();
    void setStatus(EngineStatus::Mode mode, const QString &detail = {});
    void finishDraining();

    EngineParts m_parts;
    EngineOptions m_options;
    DueClock m_due;
    std::unique_ptr<Database> m_db;
    TargetBook m_book;
    SettingsBook m_settings;
    std::unique_ptr<Acceptance> m_acceptance;
    std::unique_ptr<History> m_history;
    std::shared_ptr<Inbox> m_inbox; // transports may still report while the engine goes
    QHash<quint64, UnderWay> m_underWay;
    QSet<TargetId> m_unsavedHealth;
    bool m_bookIsStale = false;
    std::optional<Timestamp> m_failureSaidAt; // that the store can't be written
    bool m_failureSaid = false;               // and not yet that it can again
    bool m_goesOn = false;                    // the last cycle left something that may go at once
    std::optional<Error> m_damage;            // of the file: nothing is written to it any more
    Timestamp m_dueClockSaved{};
    Timestamp m_dueSeen{}; // what became due until then was looked at
    TestSending m_tests;
    Outreach m_outreach;
    AccessTokens m_tokens;
    std::vector<Order> m_waitingForVault;
    std::vector<std::function<void()>> m_callsForVault;
    bool m_vaultLoading = false;
    bool m_keyWanted = false;  // while it was loading, somebody had something to seal
    bool m_keyRefused = false; // though it was asked to be made
    std::optional<OpenedVault> m_opened;
    VaultStatus m_vaultStatus;
    QList<TransportResult> m_unsettled; // their transaction failed; they are written first in the next
    EngineChange m_untold;
    QSet<DeliveryId> m_untoldDeliveries;
    EngineStatus m_status;
    qint64 m_dataVersion = 0;
    qint64 m_targetsVersion = 0;
    std::optional<Milliseconds> m_tokenUsesSavedAt;
    QTimer m_dueTimer;
    QTimer m_tellTimer;
    QTimer m_outsideTimer;
    QTimer m_tidyTimer;
    QTimer m_patienceTimer;
    QTimer m_vaultTimer;
    QThreadPool m_checkThread;
    QThreadPool m_vaultThread; // last, with the one before: it is waited for before anything else goes
};

} // namespace callboard
