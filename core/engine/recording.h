// Writes down who did what: a row of the trail for each order, and with a target's change its revision. Inside the
// order's transaction, so that there is neither without the other.
#pragma once

#include "core/domain/clock.h"
#include "core/domain/trail.h"
#include "core/store/sql/database.h"

#include <QJsonObject>

#include <optional>

namespace callboard {

// What the trail calls it when a target is switched: target.paused, ...
[[nodiscard]] QString switchedTo(TargetState state);

class Recording {
public:
    Recording(Database &db, const Clock &clock, QString actor, QString occasion = {});

    // `before` empty: it is new. `action` empty: created or changed.
    [[nodiscard]] Result<void> saved(const std::optional<CallbackTarget> &before, const CallbackTarget &after,
                                     QString action = {});
    [[nodiscard]] Result<void> removed(const CallbackTarget &target);
    // Nothing where there are none. A bulk that is ordered in parts is one row.
    [[nodiscard]] Result<void> deliveries(const QString &action, const QList<DeliveryId> &ids,
                                          const QJsonObject &detail = {});
    // `before` and `after` have the same keys; secrets in them are marks.
    [[nodiscard]] Result<void> settings(const QString &name, const QJsonObject &before, const QJsonObject &after);
    [[nodiscard]] Result<void> add(TrailEntry entry); // actor and occasion are put in

private:
    Database &m_db;
    const Clock &m_clock;
    QString m_actor;
    QString m_occasion;
};

} // namespace callboard
