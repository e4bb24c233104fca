// Encoders' notifications as they arrive: Zencoder's of a job or of an output, JSON or XML (any root, _ and - alike),
// Brightcove's of Dynamic Ingest and of the CMS. Hostile input: limits as at the door. Pure.
#pragma once

#include "core/domain/asset.h"
#include "core/domain/encoder.h"
#include "core/domain/error.h"

namespace callboard {

// `contentType` as it came; empty: decided by the first byte. Malformed names what is missing and where. What it means:
// Zencoder job finished → Success and Transcode; failed or cancelled → Failure; output finished → Progress. Brightcove
// TITLE/CREATE/SUCCESS → External; a rendition's SUCCESS → Progress; TITLE FAILED → Failure. Everything else is noted.
[[nodiscard]] Result<EncoderNotification> parseNotification(Encoder encoder, const QByteArray &body,
                                                            const QString &contentType);

// The asset's record with what the notification says put in, in the vocabulary the record is in (LightFlow: status,
// startDate, endDate, duration, thumbnail; Spark: status, externalid); JSON, every other field as it was.
[[nodiscard]] Result<QByteArray> updatedRecord(const MediaAsset &asset, const EncoderNotification &notification);

// The events it stands for, on that record; sourceId is the notification's key and the trigger's word.
[[nodiscard]] QList<MediaEvent> eventsOf(const EncoderNotification &notification, const MediaAsset &asset,
                                         const QByteArray &record);

} // namespace callboard
