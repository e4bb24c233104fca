// What the line under the URL says while one types: what is wrong, what to think of, where the requests will go, and
// what a look there has found. Pure: looks nothing up.
#pragma once

#include "core/domain/target.h"
#include "core/transport/endpointlook.h"
#include "ui/targets/form/fieldline.h"

namespace callboard {

struct UrlAdvice {
    FieldLine::Mood mood = FieldLine::Mood::Hint;
    QString sentence;
};

[[nodiscard]] UrlAdvice urlAdvice(const QString &url, bool allowPrivate);
[[nodiscard]] UrlAdvice lookAdvice(const EndpointReport &report, const QUrl &url, Timestamp now);
// Both in one line: what was found takes the place of where it goes, and stands behind a warning.
[[nodiscard]] UrlAdvice together(const UrlAdvice &typed, const UrlAdvice &found);

} // namespace callboard
