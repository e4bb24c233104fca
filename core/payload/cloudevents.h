// CloudEvents 1.0 in and out. In: structured (one object), batch (an array), JSON Lines, binary (ce-* headers). The
// bytes of `data` are kept as they came. Every error names the event (index in the batch) and the attribute.
#pragma once

#include "core/domain/error.h"
#include "core/domain/event.h"

#include <QByteArray>
#include <QHash>
#include <QList>

namespace callboard {

inline constexpr int kMostEventsPerBatch = 10'000;
inline constexpr int kDeepestNesting = 64;
inline constexpr qsizetype kLargestBody = qsizetype(10) * 1024 * 1024;

// One event or an array of them, decided by the first byte. All or nothing. A missing `id`, `source`, `type` or
// `subject`, an unknown type, an empty string, a wrong specversion, `data` that is no record: Malformed.
[[nodiscard]] Result<QList<MediaEvent>> parseCloudEvents(const QByteArray &body);
// One JSON event per line; blank lines are skipped; errors carry the line.
[[nodiscard]] Result<QList<MediaEvent>> parseCloudEventLines(const QByteArray &body);
// Header names in lower case: ce-id, ce-source, ce-type, ce-subject, ce-time, ce-specversion, content-type.
[[nodiscard]] Result<MediaEvent> parseBinaryCloudEvent(const QHash<QByteArray, QByteArray> &headers,
                                                       const QByteArray &body);

// Structured mode, one line, `data` as it came (an XML record as a JSON string).
[[nodiscard]] QByteArray encodeCloudEvent(const MediaEvent &event);

} // namespace callboard
