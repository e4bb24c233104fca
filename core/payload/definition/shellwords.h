// Splits one shell command into words as a POSIX shell would ('…', "…", $'…', \ and line continuations), and mends
// what samples on web pages get wrong: a quote that ends a JSON body too early, curly quotes, blanks behind a
// continuation, a continuation that was forgotten. Expands and runs nothing.
#pragma once

#include "core/payload/definition/sourcetext.h"

namespace callboard {

// The words of the command that begins at `start`; it ends at the end of its line, `;`, `|` or the end of the text.
[[nodiscard]] Result<QList<MappedText>> readShellWords(qsizetype start, ImportNotes &notes);

} // namespace callboard
