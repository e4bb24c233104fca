// A mail's header fields as they go over the wire (RFC 5322, RFC 2047): text into ASCII, lines folded. Pure.
#pragma once

#include "core/transport/transport.h"

#include <QByteArray>
#include <QString>

namespace callboard {

// Free text for Subject and the like: as it is where it is plain ASCII, else encoded words of at most 75 characters
// with a space between them. One line; controls and line ends in it become spaces.
[[nodiscard]] QByteArray mailHeaderText(const QString &text);

// For From, To and Cc: `address`, or "name" <address>. The address is not looked at (mailboxProblem).
[[nodiscard]] QByteArray mailboxText(const QString &name, const QString &address);

// "Name: value" in lines of at most 76 characters where its spaces allow it, CRLF between them and none at the end.
[[nodiscard]] QByteArray foldedHeader(const QByteArray &name, const QByteArray &value);

// All of a request's headers as they leave, each with CRLF, and the empty line: what the log keeps.
[[nodiscard]] QByteArray mailHead(const WireHeaders &headers);

} // namespace callboard
