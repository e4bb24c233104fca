#include "core/payload/record/jsonlayout.h"

namespace callboard {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// One past the string that begins at `from`.
qsizetype endOfString(const QByteArray &json, qsizetype from)
{
    for (qsizetype i = from + 1; i < json.size(); ++i) {
        if (json[i] == '\\')
            ++i;
        else if (json[i] == '"')
            return i + 1;
    }
    return json.size();
}

void newLine(QByteArray &out, qsizetype depth)
{
    out.append('\n').append(2 * depth, ' ');
}

} // namespace

QByteArray prettyJson(const QByteArray &json)
{
    const QByteArray compact = compactJson(json);
    QByteArray out;
    out.reserve(compact.size() * 2);
    qsizetype depth = 0;
    for (qsizetype i = 0; i < compact.size();) {
        const char c = compact[i];
        if (c == '"') {
            const qsizetype end = endOfString(compact, i);
            out.append(compact.constData() + i, end - i);
            i = end;
            continue;
        }
        const bool opens = c == '{' || c == '[';
        const bool closes = c == '}' || c == ']';
        const bool isEmpty = opens && i + 1 < compact.size() && (compact[i + 1] == '}' || compact[i + 1] == ']');
        if (closes && depth > 0)
            newLine(out, --depth);
        out.append(c);
        if (isEmpty)
            out.append(compact[++i]);
        else if (opens)
            newLine(out, ++depth);
        else if (c == ',')
            newLine(out, depth);
        else if (c == ':')
            out.append(' ');
        ++i;
    }
    return out;
}

QByteArray compactJson(const QByteArray &json)
{
    QByteArray out;
    out.reserve(json.size());
    for (qsizetype i = 0; i < json.size();) {
        const qsizetype end = json[i] == '"' ? endOfString(json, i) : i + 1;
        if (!isBlank(json[i]))
            out.append(json.constData() + i, end - i);
        i = end;
    }
    return out;
}

} // namespace callboard
