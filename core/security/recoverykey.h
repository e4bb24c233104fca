// A workspace's recovery key: 256 bits that a person writes down, in groups of letters and digits (Crockford's base 32,
// no I, L, O, U) of which the last of each is a check, so that a slip of the pen is found and its place named. Pure.
#pragma once

#include "core/domain/error.h"

#include <QByteArray>
#include <QString>

namespace callboard {

inline constexpr int kRecoveryKeyBytes = 32;

[[nodiscard]] QByteArray makeRecoveryKey();
// "1A2B3-…": eleven groups of six.
[[nodiscard]] QString recoveryKeyText(const QByteArray &key);
// Takes small letters, o for 0, i and l for 1, any spaces and dashes. InvalidArgument names the group that is wrong.
[[nodiscard]] Result<QByteArray> recoveryKeyFrom(const QString &text);

} // namespace callboard
