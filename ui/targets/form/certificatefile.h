// Files with certificates and keys, as an operator chooses them for a target. Pure but for reading the file, which is
// small and on a disk: GUI thread. InvalidArgument and TooLarge say why a file is of no use.
#pragma once

#include "core/domain/error.h"

#include <QByteArray>
#include <QString>

namespace callboard {

// Of an ordinary file of at most 256 KiB.
[[nodiscard]] Result<QByteArray> readCertificateFile(const QString &path);

[[nodiscard]] bool isPem(const QByteArray &bytes);
[[nodiscard]] bool holdsPrivateKey(const QByteArray &pem);
// The certificates alone: what else stands in the text, such as a private key, is left out.
[[nodiscard]] QByteArray certificatesIn(const QByteArray &pem);

} // namespace callboard
