// Names a record that arrived without an event by what differs from what is known of its asset
// (seeds/spark-media-callback.txt, line 86: the payload does not say what has changed). Inside the caller's
// transaction, reading only.
#pragma once

#include "core/domain/event.h"
#include "core/store/sql/database.h"

#include <QList>

namespace callboard {

// A refresh tells what is, not that something happened: its records are only kept.
inline const QString kRefreshSource = QStringLiteral("urn:callboard:refresh");

// The events it shows, the first with the record's own sourceId; the record itself where there is none or the asset is
// seen for the first time. Any other event comes back as it is.
[[nodiscard]] Result<QList<MediaEvent>> namedEvents(Database &db, const MediaEvent &event);

} // namespace callboard
