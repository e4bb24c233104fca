// The trail: who changed what in a workspace, and when. Plain values, and the words in which they are recorded; what
// keeps them is core/store/tables/trailstore. Nothing of it ever holds a secret.
#pragma once

#include "core/domain/clock.h"
#include "core/domain/ids.h"
#include "core/domain/targetdefinition.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace callboard {

struct TrailEntry {
    QString actor;   // "NAME (window)", "door: TOKEN", "receiver: 410 Gone"; empty: not known
    QString action;  // target.changed, deliveries.replayed, vault.rotated, ...: a thing and what became of it
    QString subject; // target:5, delivery:4711, project:16, settings:mail, token:3; empty: the workspace
    QString summary; // one line
    QJsonObject detail{};
};

struct TrailRow {
    qint64 id = 0;
    Timestamp at{};
    TrailEntry entry;
};

struct TrailFilter {
    QString subject{};                // exactly this one; empty: any
    QString text{};                   // each of its words, in who, what or the line; empty: any
    std::optional<Timestamp> since{}; // not before

    [[nodiscard]] bool isEmpty() const { return subject.isEmpty() && text.trimmed().isEmpty() && !since; }
    bool operator==(const TrailFilter &) const = default;
};

// One that a target had. Where nothing was changed by a save, its number has none of its own: the one before holds.
struct TargetRevision {
    TargetId target;
    int revision = 0;
    Timestamp at{};
    QString actor;             // empty: not known
    CallbackTarget definition; // with marks in place of secrets: see targetdefinition.h
};

// At least so long the trail and the revisions are kept, however short the history is.
inline constexpr Milliseconds kTrailKept = std::chrono::days(365);

[[nodiscard]] QString subjectOf(TargetId target);
[[nodiscard]] QString subjectOf(DeliveryId delivery);
// What it names, where it names a target; else an invalid id.
[[nodiscard]] TargetId targetIn(const QString &subject);

// "url, 2 headers; secret authentication changed"; "nothing changed" where that is so.
[[nodiscard]] QString summaryOf(const QList<FieldDifference> &differences);
// For `detail`: field, before and after of each, long ones cut short.
[[nodiscard]] QJsonArray toJson(const QList<FieldDifference> &differences);
[[nodiscard]] QList<FieldDifference> differencesFrom(const QJsonArray &json);
// "4711", or "1-500, 502" with what is more left out: ids of a bulk order, bounded.
[[nodiscard]] QString idRanges(const QList<DeliveryId> &ids);

} // namespace callboard
