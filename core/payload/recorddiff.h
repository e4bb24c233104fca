// What changed from one record of an asset to the next, field by field. The documents' payloads do not say
// (seeds/spark-media-callback.txt, line 86). Pure.
#pragma once

#include "core/domain/trigger.h"
#include "core/payload/mediarecord.h"

#include <QList>

namespace callboard {

struct FieldChange {
    QByteArray name;
    std::optional<QString> before; // absent: the field was not there
    std::optional<QString> after;  // absent: it is gone

    bool operator==(const FieldChange &) const = default;
};

// In the order of the newer record, then what is gone. Empty in either spelling is the same; 1.0 and 1.00 are not.
[[nodiscard]] QList<FieldChange> changesBetween(const MediaRecord &before, const MediaRecord &after);

// The events that such a change shows: rating, votecount → Rating; moderationstatus, moderationdeniedid → Moderation;
// status to 3 or 4, converttime, conversiontime → Transcode; externalid → External; LightFlow's status to finished →
// Success, to error → Failure. Several: all of them, in the order of the triggers.
[[nodiscard]] QList<Trigger> triggersShownBy(const QList<FieldChange> &changes);

} // namespace callboard
