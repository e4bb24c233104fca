#include "core/transport/mail/headertext.h"

#include <algorithm>

namespace callboard {

namespace {

constexpr qsizetype kLongestLine = 76; // RFC 2047 §2, for lines that hold an encoded word
// Bytes of text in one encoded word: 60 characters, so that it has room behind the field's name on the first line.
constexpr qsizetype kBytesPerWord = 36;

bool isControl(QChar c)
{
    return c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

QString onOneLine(QString text)
{
    std::replace_if(text.begin(), text.end(), isControl, QChar(u' '));
    return text.trimmed();
}

bool isPlain(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7F; })
        && !text.contains(QLatin1String("=?"));
}

bool continuesCharacter(char c)
{
    return (static_cast<quint8>(c) & 0xC0) == 0x80;
}

// A character is never cut in two: each word is valid UTF-8 of its own (RFC 2047 §5).
QByteArray encodedWords(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    QByteArray words;
    for (qsizetype from = 0; from < bytes.size();) {
        qsizetype to = std::min(from + kBytesPerWord, bytes.size());
        while (to < bytes.size() && continuesCharacter(bytes[to]))
            --to;
        if (!words.isEmpty())
            words += ' ';
        words += "=?UTF-8?B?" + bytes.mid(from, to - from).toBase64() + "?=";
        from = to;
    }
    return words;
}

} // namespace

QByteArray mailHeaderText(const QString &text)
{
    const QString line = onOneLine(text);
    return isPlain(line) ? line.toLatin1() : encodedWords(line);
}

QByteArray mailboxText(const QString &name, const QString &address)
{
    const QString line = onOneLine(name);
    if (line.isEmpty())
        return address.toUtf8();
    QByteArray shown;
    if (isPlain(line)) {
        QString quoted = line;
        quoted.replace(u'\\', QLatin1String("\\\\")).replace(u'"', QLatin1String("\\\""));
        shown = '"' + quoted.toLatin1() + '"';
    } else {
        shown = encodedWords(line);
    }
    return shown + " <" + address.toUtf8() + '>';
}

QByteArray foldedHeader(const QByteArray &name, const QByteArray &value)
{
    QByteArray folded = name + ':';
    qsizetype used = folded.size();
    qsizetype from = 0;
    while (from < value.size()) {
        qsizetype to = value.indexOf(' ', from);
        if (to < 0)
            to = value.size();
        const qsizetype length = to - from;
        // The line break goes before a space that is there; never behind the name, nor between two spaces.
        if (from > 0 && length > 0 && used + 1 + length > kLongestLine && !folded.endsWith(' ')) {
            folded += "\r\n";
            used = 0;
        }
        folded += ' ' + value.mid(from, length);
        used += 1 + length;
        from = to + 1;
    }
    return folded;
}

QByteArray mailHead(const WireHeaders &headers)
{
    QByteArray head;
    for (const auto &[name, value] : headers)
        head += foldedHeader(name, value) + "\r\n";
    return head + "\r\n";
}

} // namespace callboard
