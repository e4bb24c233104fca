// What to think of in a list of headers: nothing of it keeps the target from being saved. Pure.
#pragma once

#include "core/domain/header.h"

#include <QStringList>

namespace callboard {

// Names and values that usually are credentials: Authorization, ...-Key, ...-Token, “Bearer ...”.
[[nodiscard]] bool resemblesSecret(const Header &header);
// One sentence a row; empty: nothing to say. The list is as long as `headers`.
[[nodiscard]] QStringList headerAdvice(const HeaderList &headers);
// Request headers that are often sent, for completing a name.
[[nodiscard]] QStringList commonHeaderNames();

} // namespace callboard
