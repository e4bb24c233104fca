// How what changed is put into words: the sentence above the table, its marks, and values fit for one cell. Pure.
#pragma once

#include "ui/deliveries/changes/assetchanges.h"

namespace callboard::changewords {

enum class Mark : quint8 { Added, Changed, Removed };

[[nodiscard]] Mark markOf(const FieldChange &change);
[[nodiscard]] QString word(Mark mark);                          // "added"
[[nodiscard]] QString events(const QList<Trigger> &triggers);   // "rated, moderated"
[[nodiscard]] QString summary(const AssetChanges &changes);     // one or two sentences
[[nodiscard]] QString names(const QList<FieldChange> &changes); // "rating, votecount and 3 more"
[[nodiscard]] QString warnings(const AssetChanges &changes);    // what is odd about the record; empty: nothing

// One line: line ends as blanks, control and bidi characters escaped, cut where it is long.
[[nodiscard]] QString cell(const QString &value);
// "2 (denied)"; a meaning that repeats the value stands alone.
[[nodiscard]] QString cell(const QString &value, const QString &meaning);
// The whole value, as far as a tool tip can show it, never read as markup.
[[nodiscard]] QString tip(const QString &value);

} // namespace callboard::changewords
