#include "ui/look/payloadtext.h"

// The part of payloadtext that lays bytes out: XML, long lines, hexadecimal; and finds in what was laid out.

namespace callboard::payloadtext {

namespace {

constexpr qsizetype kBytesALine = 16;

bool isBlank(QByteArrayView text)
{
    for (const char c : text) {
        if (c != ' ' && c != '\t' && c != '\n' && c != '\r')
            return false;
    }
    return true;
}

// One past the end of the tag, comment or section that begins at `from`.
qsizetype tagEnd(const QByteArray &xml, qsizetype from)
{
    const QByteArrayView rest = QByteArrayView(xml).sliced(from);
    const auto past = [&](const char *mark) {
        const qsizetype at = xml.indexOf(mark, from);
        return at < 0 ? xml.size() : at + qsizetype(qstrlen(mark));
    };
    if (rest.startsWith("<!--"))
        return past("-->");
    if (rest.startsWith("<![CDATA["))
        return past("]]>");
    char quote = 0;
    for (qsizetype i = from + 1; i < xml.size(); ++i) {
        const char c = xml[i];
        if (quote)
            quote = c == quote ? char(0) : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return i + 1;
    }
    return xml.size();
}

void breakTo(QByteArray &out, qsizetype depth)
{
    if (out.isEmpty())
        return;
    out += '\n';
    out.append(depth * 2, ' ');
}

char shownByte(char c)
{
    return c >= 0x20 && c < 0x7F ? c : '.';
}

} // namespace

QByteArray reflowXml(const QByteArray &xml)
{
    enum class Last { Nothing, Open, Close, Text };
    QByteArray out;
    out.reserve(xml.size() * 2);
    Last last = Last::Nothing;
    qsizetype depth = 0;
    for (qsizetype i = 0; i < xml.size();) {
        if (xml[i] != '<') {
            const qsizetype tag = xml.indexOf('<', i);
            const qsizetype end = tag < 0 ? xml.size() : tag;
            if (const QByteArray text = xml.mid(i, end - i); !isBlank(text)) {
                out += text;
                last = Last::Text;
            }
            i = end;
            continue;
        }
        const qsizetype end = tagEnd(xml, i);
        const QByteArray tag = xml.mid(i, end - i);
        const bool section = tag.startsWith("<![CDATA[");
        const bool closes = tag.startsWith("</");
        const bool opens = !closes && !section && !tag.startsWith("<!") && !tag.startsWith("<?") && !tag.endsWith("/>");
        depth = closes ? qMax<qsizetype>(0, depth - 1) : depth;
        if (!section && last != Last::Text && !(closes && last == Last::Open))
            breakTo(out, depth);
        out += tag;
        depth += opens ? 1 : 0;
        last = section ? Last::Text : opens ? Last::Open : Last::Close;
        i = end;
    }
    return out;
}

QByteArray brokenLines(const QByteArray &text)
{
    QByteArray out;
    qsizetype copied = 0;
    qsizetype line = 0; // where the present one begins
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '\n') {
            line = i + 1;
        } else if (i - line >= kLongestLine && (text[i] & 0xC0) != 0x80) {
            out += text.mid(copied, i - copied) + '\n';
            copied = line = i;
        }
    }
    return copied == 0 ? text : out + text.mid(copied);
}

Layout hexLines(const QByteArray &bytes, qsizetype from, qsizetype count)
{
    Layout layout;
    const qsizetype end = qMin(bytes.size(), from + count);
    for (qsizetype at = from; at < end; at += kBytesALine) {
        const QByteArray line = bytes.mid(at, qMin(kBytesALine, end - at));
        const QByteArray offset = QByteArray::number(at, 16).rightJustified(8, '0') + "  ";
        const QByteArray hex = line.toHex(' ').leftJustified(kBytesALine * 3 + 1, ' ');
        QByteArray ascii;
        for (const char c : line)
            ascii += shownByte(c);
        layout.text += offset + hex + ascii + '\n';
        layout.styles.append(offset.size(), char(Style::Mark));
        layout.styles.append(hex.size(), char(Style::Plain));
        layout.styles.append(ascii.size() + 1, char(Style::String));
    }
    layout.cut = end < bytes.size() || from > 0;
    return layout;
}

PayloadLanguage languageFor(QByteArrayView contentType)
{
    QByteArray type = contentType.toByteArray().toLower();
    type = type.left(type.indexOf(';') < 0 ? type.size() : type.indexOf(';')).trimmed();
    if (type.endsWith("/json") || type.endsWith("+json"))
        return PayloadLanguage::Json;
    if (type.endsWith("/xml") || type.endsWith("+xml"))
        return PayloadLanguage::Xml;
    return PayloadLanguage::Plain;
}

QList<qsizetype> occurrences(const QByteArray &text, const QByteArray &sought, qsizetype most)
{
    QList<qsizetype> places;
    if (sought.isEmpty())
        return places;
    const QByteArray lower = text.toLower();
    const QByteArray lowerSought = sought.toLower();
    for (qsizetype at = lower.indexOf(lowerSought); at >= 0 && places.size() < most;
         at = lower.indexOf(lowerSought, at + lowerSought.size()))
        places.append(at);
    return places;
}

} // namespace callboard::payloadtext
