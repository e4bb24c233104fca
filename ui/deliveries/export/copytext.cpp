#include "ui/deliveries/export/copytext.h"

#include "ui/deliveries/export/requesthead.h"

#include <QCoreApplication>
#include <QLocale>

namespace callboard {

namespace {

// Name:value, where a backslash keeps what would be another kind of item (Name:=value, Name:@file).
QString item(const QByteArray &name, const QByteArray &value)
{
    if (value.isEmpty())
        return QString::fromUtf8(name) + u';';
    QString text = QString::fromUtf8(value).replace(u'\\', QLatin1String("\\\\"));
    if (text.startsWith(u'=') || text.startsWith(u'@') || text.startsWith(u':'))
        text.prepend(u'\\');
    return QString::fromUtf8(name) + u':' + text;
}

} // namespace

QString httpieCommand(const Attempt &attempt, const QUrl &called)
{
    const RequestHead head = parseRequestHead(attempt.requestHead);
    const QByteArray &body = attempt.requestBody;
    const bool piped = !body.isEmpty() && !fitsCommandLine(body);
    QString start = QStringLiteral("http");
    if (!piped)
        start += QStringLiteral(" --ignore-stdin");
    QStringList parts{start};
    if (!piped && !body.isEmpty())
        parts << QStringLiteral("--raw=") + shellQuoted(QString::fromUtf8(body));
    parts << QString::fromUtf8(head.method) + u' ' + shellQuoted(urlOf(head, called));
    for (const auto &[name, value] : head.headers)
        parts << shellQuoted(item(name, value));
    if (!body.isEmpty() && !head.hasContentType())
        parts << QStringLiteral("'Content-Type:'"); // else it would be said to be JSON
    const QString command = parts.join(QStringLiteral(" \\\n  "));
    return piped ? printfCommand(body) + QStringLiteral(" | ") + command : command;
}

QString rawRequest(const Attempt &attempt)
{
    const QString head = QString::fromUtf8(attempt.requestHead);
    if (isText(attempt.requestBody))
        return head + QString::fromUtf8(attempt.requestBody);
    const QString size = QLocale().formattedDataSize(attempt.requestBody.size());
    return head
        + QCoreApplication::translate("callboard::CopyText", "[ %1 that are no text: save the payload to have them ]")
              .arg(size);
}

QString deliveryLink(DeliveryId id)
{
    return QStringLiteral("callboard://delivery/%1").arg(id.value);
}

QString targetLink(TargetId id)
{
    return QStringLiteral("callboard://target/%1").arg(id.value);
}

} // namespace callboard
