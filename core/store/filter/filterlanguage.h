// The filter's language: text -> DeliveryFilter, and back. Pure.
//
//   state:failed,held  target:cms  asset:T1S03  event:published  cause:http-5*  code:5xx  dur>2s  tries>=3  since:24h
//   until:1h  ended:A..B  id:4711  error~"timed out"  note:"x"  body~"text"  is:replay  replayed>4711  marked
//
// Conditions apart by blanks hold all together, values apart by commas one of them; “not ” or - in front means the
// opposite; quotation marks keep blanks and signs. Words without a key are sought as one text anywhere in what a list
// shows.
#pragma once

#include "core/domain/clock.h"
#include "core/store/deliveryquery.h"
#include "core/store/filter/filterkeys.h"
#include "core/store/filter/filterproblem.h"

#include <QList>
#include <QString>

namespace callboard {

struct FilterTarget {
    TargetId id;
    QString name;
};
using FilterTargets = QList<FilterTarget>;

struct ParsedFilter {
    DeliveryFilter filter; // of what was understood
    QList<FilterProblem> problems;
};

// Ages count back from `now`. A target is named as in `targets`, or by #id.
[[nodiscard]] ParsedFilter parseFilter(const QString &text, const FilterTargets &targets, Timestamp now);
[[nodiscard]] QString filterText(const DeliveryFilter &filter, const FilterTargets &targets, Timestamp now);

// `text` with `term` in the place of what it says of `key` (but for what it denies); an empty `term` takes that out.
// FilterKey::Is means “marked” alone.
[[nodiscard]] QString withTerm(const QString &text, FilterKey key, const QString &term);

// Pieces that withTerm() takes.
[[nodiscard]] QString stateTerm(const QList<DeliveryState> &states);
[[nodiscard]] QString targetTerm(TargetId id, const FilterTargets &targets);
[[nodiscard]] QString valueTerm(FilterKey key, const QString &value);

} // namespace callboard
