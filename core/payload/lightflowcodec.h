// LightFlow's callback body (seeds/lightflow-callbacks.txt, lines 43-67): exactly eleven keys in the document's order,
// every one present. A record in Spark's vocabulary is translated. GET has no body: `status` and `endDate` join the
// query that is there (line 41).
#pragma once

#include "core/domain/event.h"
#include "core/payload/mediarecord.h"

#include <QUrl>

namespace callboard {

[[nodiscard]] QByteArray encodeLightFlow(const MediaRecord &record, const MediaEvent &event);
// The record of such a body; Malformed when it is not an object with LightFlow's keys.
[[nodiscard]] Result<MediaRecord> decodeLightFlow(const QByteArray &body);
[[nodiscard]] QUrl lightFlowGetUrl(const QUrl &url, const MediaRecord &record, const MediaEvent &event);

} // namespace callboard
