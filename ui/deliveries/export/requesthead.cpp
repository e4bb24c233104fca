#include "ui/deliveries/export/requesthead.h"

#include <QStringDecoder>

#include <algorithm>

namespace callboard {

namespace {

constexpr qsizetype kLongestArgument = 100'000; // Linux takes 128 KiB

// What programs work out by themselves.
bool isFraming(const QByteArray &name)
{
    const QByteArray lower = name.toLower();
    return lower == "content-length" || lower == "connection" || lower == "transfer-encoding";
}

bool isControl(QChar c)
{
    const char16_t code = c.unicode();
    return (code < 0x20 && code != u'\n') || (code >= 0x7F && code < 0xA0);
}

} // namespace

bool RequestHead::hasContentType() const
{
    return std::any_of(headers.begin(), headers.end(), [](const auto &header) {
        return header.first.compare("content-type", Qt::CaseInsensitive) == 0;
    });
}

RequestHead parseRequestHead(const QByteArray &bytes)
{
    RequestHead head;
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
        else if (!isFraming(name))
            head.headers.append({name, value});
    }
    return head;
}

QString urlOf(const RequestHead &head, const QUrl &called)
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

QString shellQuoted(const QString &text)
{
    QString quoted = text;
    quoted.replace(QLatin1Char('\''), QStringLiteral("'\\''"));
    return QLatin1Char('\'') + quoted + QLatin1Char('\'');
}

bool isText(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    return !decoder.hasError() && !bytes.contains('\0') && !bytes.startsWith("\xEF\xBB\xBF") && text.toUtf8() == bytes;
}

bool fitsCommandLine(const QByteArray &bytes)
{
    if (bytes.size() > kLongestArgument || !isText(bytes))
        return false;
    const QString text = QString::fromUtf8(bytes);
    return std::none_of(text.begin(), text.end(), isControl);
}

QString printfCommand(const QByteArray &bytes)
{
    QByteArray out;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = byte >= 0x20 && byte < 0x7F && c != '\\' && c != '\'' && !(c == '-' && out.isEmpty());
        if (c == '%')
            out += "%%";
        else if (plain)
            out += c;
        else // a minus in front would be an option
            out += '\\' + QByteArray::number(byte, 8).rightJustified(3, '0');
    }
    return QStringLiteral("printf '%1'").arg(QString::fromLatin1(out));
}

} // namespace callboard
