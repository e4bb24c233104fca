// An XML document as a record: under any root, one child element = one field with its text as a JSON string. Elements
// within elements become a JSON object of strings. A DOCTYPE is refused, so that no entity is ever expanded.
#pragma once

#include "core/payload/mediarecord.h"

namespace callboard {

[[nodiscard]] Result<MediaRecord> readXmlRecord(const QByteArray &xml);

} // namespace callboard
