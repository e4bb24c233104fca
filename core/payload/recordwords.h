// A record as a person reads it: each field with what its value means, unknown ones too, and what is odd about it.
// Pure; the raw value always stays beside the meaning.
#pragma once

#include "core/payload/mediarecord.h"

#include <QList>

namespace callboard {

struct ReadableField {
    QByteArray name;
    QString value;   // raw text, empty for both spellings of empty
    QString meaning; // "denied", "converted, ready", "2009-01-31 22:11:18 in America/Toronto (…Z)"; empty: none known
    bool known = false; // one of the documents' fields
};

// `zone`: IANA name of the zone that the record's dates are in; empty: not known, and said so.
[[nodiscard]] QList<ReadableField> readableFields(const MediaRecord &record, const QString &zone);

// Meanings of Spark's codes; empty: not documented.
[[nodiscard]] QString fileTypeWord(const QString &code);         // 1 image, 2 video, 3 audio, 4 text, 0 unknown
[[nodiscard]] QString fileStatusWord(const QString &code);       // 3 converted, ready; 104 trashed, was: converted…
[[nodiscard]] QString moderationStatusWord(const QString &code); // 0 unmoderated, 1 accepted, 2 denied

} // namespace callboard
