// A curl command that was pasted into a form: recognised, and read into the target that does the same. Pure.
#pragma once

#include "core/domain/error.h"
#include "core/domain/target.h"

#include <QStringList>

namespace callboard {

[[nodiscard]] bool looksLikeCurl(const QString &text);

struct CurlPaste {
    CallbackTarget target; // name proposed
    QStringList remarks;   // what was left out or mended, one sentence each
};

[[nodiscard]] Result<CurlPaste> readCurl(const QString &text);
// `form` with what the command says: URL, method, format, headers and authentication, and the name where it has none;
// certificates and proxy where it names some.
[[nodiscard]] CallbackTarget filledFrom(const CurlPaste &curl, CallbackTarget form);

} // namespace callboard
