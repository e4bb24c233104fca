// Reads a workspace through a read-only connection of its own. Belongs to the thread that opened it; short read
// transactions, pages by key.
#pragma once

#include "core/domain/activity.h"
#include "core/domain/asset.h"
#include "core/domain/error.h"
#include "core/domain/project.h"
#include "core/domain/target.h"
#include "core/domain/targethealth.h"
#include "core/domain/trail.h"
#include "core/domain/workspacesettings.h"
#include "core/store/deliveryquery.h"
#include "core/store/eventaccount.h"

#include <QHash>

#include <memory>

namespace callboard {

class Database;

struct LedgerCount {
    qint64 accepted = 0; // event × target pairs that were owed when the event came in
    qint64 outcomes = 0; // pairs with exactly one recorded outcome
    qint64 unexplained = 0;
    QStringList findings; // the first of what does not balance, in words
};

struct TargetSummary {
    CallbackTarget target;
    qint64 delivered = 0;
    qint64 failed = 0;
    qint64 open = 0;
    QString lastError;
    std::optional<Timestamp> lastDeliveredAt;
    QString heldBecause;                // what the newest says that is held
    std::optional<TargetHealth> health; // of one that is enabled and fails
};

struct OldestWaiting {
    DeliveryId delivery;
    TargetId target;
    DeliveryState state = DeliveryState::Queued;
    Timestamp createdAt{};
};

// Why deliveries made since a moment failed, or are tried again.
struct FailureCause {
    QString cause;
    QString error; // the newest one's words
    qint64 count = 0;
    Timestamp newest{};
};

class WorkspaceReader {
public:
    [[nodiscard]] static Result<std::unique_ptr<WorkspaceReader>> open(const QString &workspace);
    ~WorkspaceReader();
    WorkspaceReader(const WorkspaceReader &) = delete;
    WorkspaceReader &operator=(const WorkspaceReader &) = delete;

    [[nodiscard]] QString workspaceTag() const;
    [[nodiscard]] QList<CallbackTarget> targets() const; // by position, then name
    [[nodiscard]] QList<TargetSummary> targetSummaries() const;
    [[nodiscard]] QHash<TargetId, TargetHealth> targetHealth() const; // of those that are enabled and fail
    // By id or, failing that, by name.
    [[nodiscard]] Result<CallbackTarget> target(const QString &idOrName) const;

    // Newest first; `before` invalid: from the top.
    [[nodiscard]] QList<DeliveryRow> deliveries(const DeliveryFilter &filter, DeliveryId before, int limit) const;
    // The same, or why they can't be read.
    [[nodiscard]] Result<QList<DeliveryRow>> readDeliveries(const DeliveryFilter &filter, DeliveryId before,
                                                            int limit) const;
    // Those next newer than `after`, newest first too.
    [[nodiscard]] QList<DeliveryRow> deliveriesAfter(const DeliveryFilter &filter, DeliveryId after, int limit) const;
    // The rows among `ids` that the filter lets through, newest first.
    [[nodiscard]] QList<DeliveryRow> deliveries(const DeliveryFilter &filter, const QList<DeliveryId> &ids) const;
    [[nodiscard]] qint64 count(const DeliveryFilter &filter) const;
    // Goes on before `before` (invalid: from the top) until the time is up, always at least a little:
    // workspacescan.cpp.
    [[nodiscard]] DeliveryScan scan(const DeliveryFilter &filter, DeliveryId before, Milliseconds budget) const;
    [[nodiscard]] Result<DeliveryDetail> delivery(DeliveryId id) const;
    [[nodiscard]] Result<DeliveryCounts> counts() const;      // one look-up, whatever the size
    [[nodiscard]] LedgerCount ledger() const;                 // recounted from the tables
    [[nodiscard]] LedgerCount audit() const;                  // and held against what the targets wanted at each event
    [[nodiscard]] LedgerCount balance() const;                // from the sums kept with every change
    [[nodiscard]] Result<QList<Project>> projects() const;    // by name
    [[nodiscard]] Result<WorkspaceSettings> settings() const; // secrets sealed
    // Assets with an event or published here, the one with the newest event first; `search` in the id.
    [[nodiscard]] Result<QList<MediaAsset>> assets(const QString &search, int limit) const;
    [[nodiscard]] Result<MediaAsset> asset(const QString &id) const;                          // NotFound
    [[nodiscard]] Result<QList<EncoderNotification>> unmatchedNotifications(int limit) const; // oldest first
    [[nodiscard]] Result<QList<EncoderNotification>> notifications(const QString &asset, int limit) const;
    // 4711, or the delivery's webhook-id.
    [[nodiscard]] Result<DeliveryId> deliveryId(const QString &text) const;

    // Who was called for an event, who not, and who would be: workspaceexplain.cpp.
    [[nodiscard]] Result<EventAccount> account(EventId id) const; // NotFound
    [[nodiscard]] Result<std::optional<EventId>> eventId(const QString &source, const QString &sourceId) const;
    [[nodiscard]] Result<PresentState> presentState(const QString &asset) const;

    // What was done, and what is waiting: workspaceactivity.cpp. `target` invalid: of all.
    [[nodiscard]] Result<Activity> activity(Timestamp since, Timestamp until, ActivityWidth width,
                                            TargetId target = {}) const;
    [[nodiscard]] Result<std::optional<OldestWaiting>> oldestWaiting() const;
    // The most frequent first, among the newest thousand that failed and the newest thousand that are tried again.
    [[nodiscard]] Result<QList<FailureCause>> failureCauses(Timestamp since, int most) const;

    // Who changed what: workspacetrail.cpp. Each the newest first, below `before`; 0: from the top.
    [[nodiscard]] Result<QList<TrailRow>> trail(const TrailFilter &filter, qint64 before, int limit) const;
    [[nodiscard]] Result<QList<TargetRevision>> revisions(TargetId target, int before, int limit) const;
    // What held at `revision`; 0: the newest. NotFound: it is not kept.
    [[nodiscard]] Result<TargetRevision> revision(TargetId target, int revision) const;

private:
    struct Private;
    [[nodiscard]] Database &db() const;
    explicit WorkspaceReader(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace callboard
