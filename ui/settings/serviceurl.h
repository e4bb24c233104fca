// What the line under the address of a service says while one types. Pure: looks nothing up. An empty address is fine
// and says nothing.
#pragma once

#include "core/domain/encoder.h"
#include "ui/targets/form/urladvice.h"

namespace callboard {

// As it is kept: without blanks around it and slashes at its end, so that a path can follow.
[[nodiscard]] QString baseUrlFrom(const QString &typed);
// An address that we call: a platform's or an encoder's API.
[[nodiscard]] UrlAdvice serviceUrlAdvice(const QString &url, bool allowPrivate);
// An address of our own door as others see it.
[[nodiscard]] UrlAdvice doorUrlAdvice(const QString &url);
// `base` with the door's path for an encoder's notifications.
[[nodiscard]] QString notificationUrl(const QString &base, Encoder encoder);

} // namespace callboard
