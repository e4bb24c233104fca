// A request as it was sent, taken apart for commands that send it again. Pure.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

namespace callboard {

struct RequestHead {
    QByteArray method;
    QByteArray path;
    QByteArray host;
    QList<QPair<QByteArray, QByteArray>> headers; // without Host and what frames the body: programs work those out

    [[nodiscard]] bool hasContentType() const;
};

[[nodiscard]] RequestHead parseRequestHead(const QByteArray &bytes);
// Where it went: `called` names scheme and authority, the head what was asked for there.
[[nodiscard]] QString urlOf(const RequestHead &head, const QUrl &called);

// In single quotes for a POSIX shell.
[[nodiscard]] QString shellQuoted(const QString &text);
// Can stand on a command line, and be pasted into a terminal: text without control characters but line feeds, and not
// longer than a system takes.
[[nodiscard]] bool fitsCommandLine(const QByteArray &bytes);
// A command that writes exactly these bytes, in ASCII.
[[nodiscard]] QString printfCommand(const QByteArray &bytes);
// Text for a clipboard or a file; nothing: it is not UTF-8, or holds NUL.
[[nodiscard]] bool isText(const QByteArray &bytes);

} // namespace callboard
