// Header lines as people paste them: "Name: value", one a line, with or without curl's -H and quotes around it. Pure.
#pragma once

#include "core/domain/header.h"

namespace callboard {

// Lines without a colon are left out. Names that usually carry a credential come out marked secret.
[[nodiscard]] HeaderList parseHeaderLines(const QString &text);

} // namespace callboard
