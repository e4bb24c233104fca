// What core says of an attempt, a target or a value, and why it refuses what was typed, is English: it is recorded,
// looked up, mailed and read by scripts. This says it in the language of the window, where it is a sentence that is
// known; anything else stays as it is.
#pragma once

#include <QString>

namespace callboard {

[[nodiscard]] QString inOurLanguage(const QString &recorded);

} // namespace callboard
