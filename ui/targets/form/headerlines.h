// Headers as lines of text: as people paste them ("Name: value", with or without curl's -H and quotes around it), and
// as all of a target's headers are edited together. Pure.
#pragma once

#include "core/domain/header.h"

#include <QStringList>

namespace callboard {

// Lines without a colon are left out. Names that usually carry a credential come out marked secret.
[[nodiscard]] HeaderList parseHeaderLines(const QString &text);

// One line a header: a "#" before one that is not sent, dots in place of a secret value.
[[nodiscard]] QString headerText(const HeaderList &headers);

struct HeaderTextReading {
    HeaderList headers;   // of the lines that can be read
    QStringList problems; // "Line 3: ..."; empty: all lines can be read
};

// `before`: where the secret values come from that still stand as dots.
[[nodiscard]] HeaderTextReading readHeaderText(const QString &text, const HeaderList &before);

} // namespace callboard
