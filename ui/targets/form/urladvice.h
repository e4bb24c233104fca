// What the line under the URL says while one types: what is wrong, what to think of, or where the requests will go.
// Pure: looks nothing up.
#pragma once

#include "core/domain/target.h"
#include "ui/targets/form/fieldline.h"

namespace callboard {

struct UrlAdvice {
    FieldLine::Mood mood = FieldLine::Mood::Hint;
    QString sentence;
};

[[nodiscard]] UrlAdvice urlAdvice(const QString &url, bool allowPrivate);

} // namespace callboard
