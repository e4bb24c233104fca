// A plot for other programs: what it shows as a picture, and its values as text for a spreadsheet. Main thread.
#pragma once

#include "core/domain/activity.h"

#include <QByteArray>
#include <QList>

class QCustomPlot;

namespace callboard {

enum class PictureFormat { Png, Svg };

[[nodiscard]] QByteArray pictureOf(QCustomPlot &plot, PictureFormat format);
// CSV (RFC 4180) with a line for each bucket of that length, times in ISO 8601 and UTC; a time that nothing was
// answered in has no answer times.
[[nodiscard]] QByteArray valuesOf(const QList<ActivityBucket> &buckets, Milliseconds length);

} // namespace callboard
