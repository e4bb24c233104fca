// Spark's callback body (seeds/spark-media-callback.txt, lines 28-82): all 52 elements in the document's order, empty
// ones present in the spelling the document gives each, UTF-8, two spaces of indentation. A record in LightFlow's
// vocabulary is translated. Characters that XML 1.0 cannot carry become U+FFFD.
#pragma once

#include "core/domain/event.h"
#include "core/payload/mediarecord.h"

namespace callboard {

[[nodiscard]] QByteArray encodeSpark(const MediaRecord &record, const MediaEvent &event);
[[nodiscard]] Result<MediaRecord> decodeSpark(const QByteArray &body);
[[nodiscard]] QByteArrayList sparkElements(); // the 52 names, in order

} // namespace callboard
