// What an operator orders: targets saved, switched, removed; deliveries replayed, cancelled, hastened. Each runs inside
// the caller's transaction and checks everything before it writes. The engine and the command line both use it.
#pragma once

#include "core/domain/delivery.h"
#include "core/engine/recording.h"
#include "core/engine/targetbook.h"
#include "core/store/sql/database.h"

#include <QSet>

namespace callboard {

class Orders {
public:
    // `actor`: who orders, as the trail has it. Every order that changes something leaves one row there, but for marks
    // and notes; several targets leave one each.
    Orders(Database &db, TargetBook &book, const Clock &clock, const DueClock &due, QString actor = {});

    void actAs(const QString &actor) { m_actor = actor; }
    // What it was ordered by: a filter, a file; in the rows' detail from now on.
    void setOccasion(const QString &occasion) { m_occasion = occasion; }
    [[nodiscard]] Recording recording() const;

    // Secrets in the clear are sealed here; VaultUnavailable without a vault. NameTaken, InvalidArgument.
    [[nodiscard]] Result<CallbackTarget> saveTarget(CallbackTarget target);
    // Conflict where one was changed since it was read, or is gone. What comes before the refused one is written: the
    // caller takes its transaction back.
    [[nodiscard]] Result<QList<CallbackTarget>> saveTargets(const QList<CallbackTarget> &targets);
    // How many were named and are there. Those that are not named come behind, as they stood.
    [[nodiscard]] Result<int> arrange(const QList<TargetId> &order);
    [[nodiscard]] Result<CallbackTarget> setTargetState(TargetId id, TargetState state, const QString &reason);
    [[nodiscard]] Result<TargetId> removeTarget(TargetId id);
    // With the definition it had at `revision`; one that was removed is made anew. Conflict names the secrets that it
    // had and that are not there today.
    [[nodiscard]] Result<CallbackTarget> restoreTarget(TargetId id, int revision);
    // All or none: NotFound, or Conflict where one is still on its way or its target was removed.
    // The latest state is that of the asset's newest event.
    [[nodiscard]] Result<QList<DeliveryId>> replay(const QList<DeliveryId> &ids,
                                                   ReplayContent content = ReplayContent::SameBytes);
    // The same bytes to another address, this once; InvalidUrl where the target could not have it for its own.
    [[nodiscard]] Result<DeliveryId> replayTo(DeliveryId id, const QString &url);
    [[nodiscard]] Result<int> cancel(const QList<DeliveryId> &ids);
    [[nodiscard]] Result<int> retryNow(const QList<DeliveryId> &ids);
    // How many there are.
    [[nodiscard]] Result<int> setMarked(const QList<DeliveryId> &ids, bool marked);
    [[nodiscard]] Result<DeliveryId> setNote(DeliveryId id, const QString &text); // one line; empty: none

    [[nodiscard]] const QSet<DeliveryId> &changed() const { return m_changed; }
    [[nodiscard]] bool targetsChanged() const { return m_targetsChanged; }

private:
    Result<CallbackTarget> save(CallbackTarget target, const QString &action);
    Result<void> checkToSave(const CallbackTarget &target);
    Result<void> moveDeliveries(const CallbackTarget &target);
    Result<QList<DeliveryId>> replay(const QList<DeliveryId> &ids, ReplayContent content, QJsonObject detail);
    Result<DeliveryId> replayOne(DeliveryId id, ReplayContent content);
    void note(const QList<DeliveryId> &ids);

    Database &m_db;
    TargetBook &m_book;
    const Clock &m_clock;
    const DueClock &m_due;
    QString m_actor;
    QString m_occasion;
    QSet<DeliveryId> m_changed;
    bool m_targetsChanged = false;
};

} // namespace callboard
