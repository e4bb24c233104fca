#include "ui/deliveries/curlcommand.h"

#include "ui/deliveries/export/requesthead.h"

namespace callboard {

namespace {

QStringList headerOptions(const RequestHead &head, bool hasBody)
{
    QStringList options;
    for (const auto &[name, value] : head.headers) {
        // curl drops a header without a value unless it ends in a semicolon.
        const QByteArray line = name + (value.isEmpty() ? QByteArray(";") : QByteArray(": ") + value);
        options << QStringLiteral("--header ") + shellQuoted(QString::fromUtf8(line));
    }
    if (hasBody && !head.hasContentType())
        options << QStringLiteral("--header 'Content-Type:'"); // else curl would name a form
    return options;
}

} // namespace

QString curlCommand(const Attempt &attempt, const QUrl &called)
{
    const RequestHead head = parseRequestHead(attempt.requestHead);
    const QByteArray &body = attempt.requestBody;
    const bool piped = !body.isEmpty() && !fitsCommandLine(body);
    QStringList parts;
    // --globoff: brackets and braces in a URL are meant as they are.
    parts << QStringLiteral("curl --globoff --request ") + shellQuoted(QString::fromUtf8(head.method));
    parts << shellQuoted(urlOf(head, called));
    parts += headerOptions(head, !body.isEmpty());
    if (piped)
        parts << QStringLiteral("--data-binary @-");
    else if (!body.isEmpty())
        parts << QStringLiteral("--data-raw ") + shellQuoted(QString::fromUtf8(body));
    const QString command = parts.join(QStringLiteral(" \\\n  "));
    return piped ? printfCommand(body) + QStringLiteral(" | ") + command : command;
}

} // namespace callboard
