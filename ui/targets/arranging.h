// Where targets stand after some of them were moved: by dragging to a gap, or by one step. Pure.
#pragma once

#include "core/domain/ids.h"

#include <QList>

namespace callboard {

// The moved ones stand together, as they stood, before what is at `gap`; the end is all.size().
[[nodiscard]] QList<TargetId> movedTo(const QList<TargetId> &all, const QList<TargetId> &moved, int gap);
// Each of them one place up (-1) or down (1); those that stand at the edge already stay.
[[nodiscard]] QList<TargetId> movedBy(const QList<TargetId> &all, const QList<TargetId> &moved, int step);

} // namespace callboard
