// The words in which the trail and a target's revisions are shown. What was recorded is English; what of it is known is
// said in the window's language. Pure.
#pragma once

#include "core/domain/trail.h"

namespace callboard::historywords {

[[nodiscard]] QString field(const QString &field);   // of FieldDifference: "Address", "Header X-Key"
[[nodiscard]] QString action(const QString &action); // target.changed: "Target changed"; one that is not known as it is
[[nodiscard]] QString who(const QString &actor);     // –, where nobody knows
[[nodiscard]] QString about(const TrailEntry &entry); // the name of what it is about, or its number
// "Address, header X-Key; secret signing key changed"
[[nodiscard]] QString changes(const QList<FieldDifference> &differences);
[[nodiscard]] QString line(const TrailEntry &entry); // one line about what was done
// What a form says that was filled with a revision.
[[nodiscard]] QString remark(const TargetRevision &revision, const CallbackTarget &present, const QStringList &missing);
// Before and after of a difference; where another secret took the place of one, that is said.
[[nodiscard]] QString before(const FieldDifference &difference);
[[nodiscard]] QString after(const FieldDifference &difference);

// RFC 4180, with a heading; times in ISO 8601. A cell that a spreadsheet would take for a formula gets an apostrophe.
[[nodiscard]] QByteArray csv(const QList<TrailRow> &rows);

} // namespace callboard::historywords
