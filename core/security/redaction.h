// Hides secret header values in a request or response head before it is stored, shown or copied. Pure; the line ends
// and everything that is not secret stay byte for byte.
#pragma once

#include <QByteArray>
#include <QList>

namespace callboard {

// `secretNames` are compared without regard to case. Folded continuation lines of a secret value vanish with it.
[[nodiscard]] QByteArray maskHeaderValues(const QByteArray &head, const QList<QByteArray> &secretNames);

} // namespace callboard
