// Hides secrets in what is stored, shown or copied: header values in a request or response head, and a secret in words
// that somebody else wrote. Pure; the line ends and everything that is not secret stay as they are.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace callboard {

// `secretNames` are compared without regard to case. Folded continuation lines of a secret value vanish with it.
[[nodiscard]] QByteArray maskHeaderValues(const QByteArray &head, const QList<QByteArray> &secretNames);

// `text` with kMask for every occurrence of `secret`, as it is or percent-encoded (in part, in either case, + for a
// space), and for one that the end of a shortened text cuts off after four characters or more. Empty: nothing to hide.
[[nodiscard]] QString withoutSecret(QString text, const QString &secret);

} // namespace callboard
