#include "ui/look/payloadtext.h"

#include <QCoreApplication>
#include <QLocale>

namespace callboard::payloadtext {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// The end of the JSON string that begins at `from` (one past its closing quote), or the end of the text.
qsizetype stringEnd(const QByteArray &text, qsizetype from)
{
    for (qsizetype i = from + 1; i < text.size(); ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == '"')
            return i + 1;
    }
    return text.size();
}

void breakLine(QByteArray &out, qsizetype depth)
{
    out += '\n';
    out.append(depth * 2, ' ');
}

bool mustEscape(char32_t c)
{
    if (c == U'\n' || c == U'\t')
        return false;
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x61C || (c >= 0x200B && c <= 0x200F)
        || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

QByteArray escaped(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == QLatin1Char('\r') && i + 1 < text.size() && text[i + 1] == QLatin1Char('\n'))
            continue;
        if (mustEscape(c.unicode()))
            out += QStringLiteral("‹U+%1›").arg(uint(c.unicode()), 4, 16, QLatin1Char('0')).toUpper();
        else
            out += c;
    }
    return out.toUtf8();
}

bool onOneLine(const QByteArray &text)
{
    return !text.trimmed().contains('\n');
}

} // namespace

QByteArray reflowJson(const QByteArray &json, bool cut)
{
    QByteArray out;
    out.reserve(json.size() * 2);
    QByteArray open; // the closing brackets that are owed
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (isSpace(c))
            continue;
        if (c == '"') {
            const qsizetype end = stringEnd(json, i);
            out += json.mid(i, end - i);
            i = end - 1;
        } else if (c == '{' || c == '[') {
            const char close = c == '{' ? '}' : ']';
            qsizetype next = i + 1;
            while (next < json.size() && isSpace(json[next]))
                ++next;
            out += c;
            if (next < json.size() && json[next] == close) {
                out += close;
                i = next;
                continue;
            }
            open += close;
            breakLine(out, open.size());
        } else if (c == '}' || c == ']') {
            if (open.isEmpty() || open.back() != c)
                return json;
            open.chop(1);
            breakLine(out, open.size());
            out += c;
        } else if (c == ',') {
            out += c;
            breakLine(out, open.size());
        } else {
            out += c == ':' ? QByteArray(": ") : QByteArray(1, c);
        }
    }
    return open.isEmpty() || cut ? out : json;
}

qsizetype bodyOffset(const QByteArray &message)
{
    const qsizetype crlf = message.indexOf("\r\n\r\n");
    if (crlf >= 0)
        return crlf + 4;
    const qsizetype lf = message.indexOf("\n\n");
    return lf >= 0 ? lf + 2 : message.size();
}

PayloadLanguage bodyLanguage(const QByteArray &message)
{
    const QByteArray head = message.left(bodyOffset(message));
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).trimmed().toLower() == "content-type")
            return languageFor(line.mid(colon + 1).trimmed());
    }
    return PayloadLanguage::Plain;
}

namespace {

// For reading; `cut` bytes end anywhere.
QByteArray pretty(QByteArray shown, PayloadLanguage language, bool cut)
{
    using Language = PayloadLanguage;
    if (language == Language::Json && onOneLine(shown))
        shown = reflowJson(shown, cut);
    else if (language == Language::Xml && onOneLine(shown))
        shown = reflowXml(shown);
    return brokenLines(escaped(shown));
}

} // namespace

Layout layOut(const QByteArray &bytes, PayloadLanguage language, bool prettily, qsizetype most, bool truncated)
{
    using Language = PayloadLanguage;
    Layout layout;
    layout.cut = bytes.size() > most;
    const QByteArray shown = layout.cut ? bytes.left(most) : bytes;
    const bool message = language == Language::Http;
    const qsizetype body = message ? bodyOffset(shown) : 0;
    const Language kind = message ? bodyLanguage(shown) : language;
    layout.text = message ? escaped(shown.left(body)) : QByteArray();
    layout.text += prettily ? pretty(shown.mid(body), kind, layout.cut || truncated)
                            : brokenLines(escaped(shown.mid(body)));
    layout.styles = highlight(layout.text, language);
    return layout;
}

QByteArray readable(const QByteArray &bytes, PayloadLanguage language)
{
    using Language = PayloadLanguage;
    if (language == Language::Http) {
        const qsizetype body = bodyOffset(bytes);
        return escaped(bytes.left(body)) + readable(bytes.mid(body), bodyLanguage(bytes));
    }
    const bool cut = bytes.size() > kMostShown;
    QByteArray text = pretty(cut ? bytes.left(kMostShown) : bytes, language, cut);
    if (cut) {
        text += '\n';
        text += QCoreApplication::translate("callboard::PayloadView", "… the first %1 of %2 are shown.")
                    .arg(QLocale().formattedDataSize(kMostShown), QLocale().formattedDataSize(bytes.size()))
                    .toUtf8();
    }
    return text;
}

} // namespace callboard::payloadtext
