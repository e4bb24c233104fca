// Events as a file brings them: one CloudEvent, an array of them, or JSON Lines.
#pragma once

#include "core/domain/error.h"
#include "core/domain/event.h"

#include <QList>

namespace callboard::cli {

// In batches that the door takes whole; `name` "-": standard input. Errors say where in the file they are.
[[nodiscard]] Result<QList<QList<MediaEvent>>> readEventFile(const QString &name);

} // namespace callboard::cli
