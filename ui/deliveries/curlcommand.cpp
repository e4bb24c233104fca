#include "ui/deliveries/curlcommand.h"

#include <QStringDecoder>

namespace callboard {

namespace {

struct Head {
    QByteArray method;
    QByteArray path;
    QByteArray host;
    QList<QPair<QByteArray, QByteArray>> headers;
};

Head parseHead(const QByteArray &bytes)
{
    Head head;
    const QByteArrayList lines = bytes.split('\n');
    const QByteArrayList first = lines.constFirst().trimmed().split(' ');
    head.method = first.value(0);
    head.path = first.value(1);
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0)
            continue;
        const QByteArray name = line.left(colon);
        const QByteArray value = line.mid(colon + 1).trimmed();
        if (name.compare("host", Qt::CaseInsensitive) == 0)
            head.host = value;
        else
            head.headers.append({name, value});
    }
    return head;
}

// What curl works out by itself.
bool isFraming(const QByteArray &name)
{
    const QByteArray lower = name.toLower();
    return lower == "content-length" || lower == "connection" || lower == "transfer-encoding";
}

QString urlOf(const Head &head, const QUrl &called)
{
    const QString scheme = called.scheme().isEmpty() ? QStringLiteral("https") : called.scheme();
    QString authority = QString::fromUtf8(head.host);
    if (!called.host().isEmpty()) {
        authority = called.host(QUrl::FullyEncoded);
        if (authority.contains(QLatin1Char(':')))
            authority = QLatin1Char('[') + authority + QLatin1Char(']');
        if (called.port() != -1)
            authority += QLatin1Char(':') + QString::number(called.port());
    }
    return scheme + QStringLiteral("://") + authority + QString::fromUtf8(head.path);
}

bool fitsCommandLine(const QByteArray &body)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(body);
    return !decoder.hasError() && !body.contains('\0') && !body.contains('\r') && !body.startsWith("\xEF\xBB\xBF")
        && text.toUtf8() == body;
}

// A format for printf that writes exactly these bytes, in ASCII.
QString printfFormat(const QByteArray &body)
{
    QByteArray out;
    for (const char c : body) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '%')
            out += "%%";
        else if (byte >= 0x20 && byte < 0x7F && c != '\\' && c != '\'')
            out += c;
        else
            out += '\\' + QByteArray::number(byte, 8).rightJustified(3, '0');
    }
    return QString::fromLatin1(out);
}

QStringList headerOptions(const Head &head, bool hasBody)
{
    QStringList options;
    bool typed = false;
    for (const auto &[name, value] : head.headers) {
        if (isFraming(name))
            continue;
        typed = typed || name.compare("content-type", Qt::CaseInsensitive) == 0;
        // curl drops a header without a value unless it ends in a semicolon.
        const QByteArray line = name + (value.isEmpty() ? QByteArray(";") : QByteArray(": ") + value);
        options << QStringLiteral("--header ") + shellQuoted(QString::fromUtf8(line));
    }
    if (hasBody && !typed)
        options << QStringLiteral("--header 'Content-Type:'"); // else curl would name a form
    return options;
}

} // namespace

QString shellQuoted(const QString &text)
{
    QString quoted = text;
    quoted.replace(QLatin1Char('\''), QStringLiteral("'\\''"));
    return QLatin1Char('\'') + quoted + QLatin1Char('\'');
}

QString curlCommand(const Attempt &attempt, const QUrl &called)
{
    const Head head = parseHead(attempt.requestHead);
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
    return piped ? QStringLiteral("printf '%1' | ").arg(printfFormat(body)) + command : command;
}

} // namespace callboard
