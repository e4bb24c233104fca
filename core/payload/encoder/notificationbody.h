// The body of an encoder's notification taken apart, however it is written: JSON, XML or form fields. Names are looked
// up without regard to case, and `-` counts as `_`. Hostile input: 10 MiB, 64 levels, so many outputs. Pure.
#pragma once

#include "core/payload/mediarecord.h"

namespace callboard {

inline constexpr int kMostOutputs = 200; // looked at; Zencoder's jobs have far fewer

// `contentType` as it came; what is neither JSON, XML nor a form is told by its first byte. TooLarge, Malformed.
[[nodiscard]] Result<MediaRecord> notificationFields(const QByteArray &body, const QString &contentType);
// The fields of an object's token; Malformed: it is none, or has a name twice.
[[nodiscard]] Result<MediaRecord> fieldsIn(const QByteArray &token);
// The objects in an array's token, or in an object's that stands for a list; at most kMostOutputs.
[[nodiscard]] QList<MediaRecord> objectsIn(const QByteArray &token);
// Zencoder: `outputs`, or the one `output`.
[[nodiscard]] QList<MediaRecord> outputsIn(const MediaRecord &notification);
// Zencoder: true for the notification of one output, false for that of the job.
[[nodiscard]] bool isOfOutput(const MediaRecord &notification);

} // namespace callboard
