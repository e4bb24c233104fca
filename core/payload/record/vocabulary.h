// The two platforms' words for one thing: LightFlow's status words and Spark's codes, their dates, the file name in an
// address. What has no counterpart is kept as it is.
#pragma once

#include "core/domain/trigger.h"

#include <QString>

#include <optional>

namespace callboard {

// Spark's file status as LightFlow's asset status: 0, 1 queued; 2 running; 3 finished; 4, 5 error; trashed and deleted
// (100 to 205) canceled. Text that is no such code comes back unchanged.
[[nodiscard]] QString lightFlowStatus(const QString &status);
// running 2, finished 3, error 4, queued 1; other words unchanged.
[[nodiscard]] QString sparkStatus(const QString &status);
// What the event itself says about a record without a status.
[[nodiscard]] std::optional<QString> statusOf(Trigger trigger);
// ISO 8601 with a zone -> YYYY-MM-DD HH:MM:SS in UTC; other text unchanged.
[[nodiscard]] QString sparkDate(const QString &date);
// https://host/path/T1S03.mp4?x=1 -> T1S03.mp4
[[nodiscard]] QString fileNameIn(const QString &address);

} // namespace callboard
