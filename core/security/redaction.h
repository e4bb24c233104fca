// Hides header values in a request's or response's head that is stored, shown or copied. Pure; the line ends and
// everything that is not secret stay as they are. What others say back of a secret is for secretfilter.h.
#pragma once

#include <QByteArray>
#include <QList>

namespace callboard {

// `secretNames` are compared without regard to case. Folded continuation lines of a secret value vanish with it.
[[nodiscard]] QByteArray maskHeaderValues(const QByteArray &head, const QList<QByteArray> &secretNames);

} // namespace callboard
