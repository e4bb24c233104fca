// Something that happened to a media asset, as the door took it in. `id` is the intake's sequence and the only notion
// of "newer" that Callboard has; `time` is what the sender wrote and is kept as text.
#pragma once

#include "core/domain/clock.h"
#include "core/domain/ids.h"
#include "core/domain/trigger.h"

#include <QByteArray>
#include <QString>

namespace callboard {

// The type of a record that arrived without an event, from a drop folder or a refresh. The engine compares it with what
// is known and names the events it finds; where there is none, the record is only kept.
inline const QString kRecordEventType = QStringLiteral("media.record.observed");

struct MediaEvent {
    EventId id;
    QString source;   // CloudEvents `source`; with `sourceId` it names the event
    QString sourceId; // CloudEvents `id`
    QString type;     // media.asset.published, ...
    Trigger trigger = Trigger::Success;
    QString asset;   // CloudEvents `subject`
    QString project; // Spark's vhost, or the extension attribute `project`; empty: none
    QString time;
    QString dataContentType; // application/json or application/xml
    QByteArray data;         // the record, byte for byte as it came
    Timestamp receivedAt{};
    int hops = 0; // through how many Callboards it came before this one

    // Two events with the same source and sourceId are the same if their fingerprints are.
    [[nodiscard]] QByteArray fingerprint() const;

    bool operator==(const MediaEvent &) const = default;
};

} // namespace callboard
