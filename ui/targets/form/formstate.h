// All that stands in a target's form: the target it comes to, and the texts of its fields as they were typed, also
// where they can't be read. A plain value; two that are equal look the same.
#pragma once

#include "core/domain/target.h"

#include <QStringList>

namespace callboard {

struct FormState {
    CallbackTarget target;
    QStringList texts; // of the form's text fields, in their order

    bool operator==(const FormState &) const = default;
};

// What of it differs, in one word: name, URL, headers, ...; for "Undo: ...".
[[nodiscard]] QString changedPart(const FormState &before, const FormState &after);

// In place of `url`, which has credentials in it, or of what was typed on the way to it, stands the URL without them.
void forgetCredentials(FormState &state, const QString &url);

} // namespace callboard
