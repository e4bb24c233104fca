#include "core/security/redaction.h"

#include "core/domain/header.h"

#include <algorithm>

namespace callboard {

namespace {

bool isSecret(QByteArrayView name, const QList<QByteArray> &secretNames)
{
    const auto same = [name](const QByteArray &secret) { return name.compare(secret, Qt::CaseInsensitive) == 0; };
    return std::ranges::any_of(secretNames, same);
}

QByteArrayView lineEnd(QByteArrayView line)
{
    if (line.endsWith("\r\n"))
        return line.last(2);
    return line.endsWith('\n') ? line.last(1) : QByteArrayView();
}

} // namespace

QByteArray maskHeaderValues(const QByteArray &head, const QList<QByteArray> &secretNames)
{
    const QByteArray mask = kMask.toUtf8();
    QByteArray result;
    result.reserve(head.size());
    bool inSecret = false;
    for (qsizetype from = 0; from < head.size();) {
        const qsizetype newline = head.indexOf('\n', from);
        const qsizetype to = newline < 0 ? head.size() : newline + 1;
        const QByteArrayView line = QByteArrayView(head).sliced(from, to - from);
        from = to;
        if (line.front() == ' ' || line.front() == '\t') {
            if (!inSecret)
                result += line;
            continue;
        }
        const qsizetype colon = line.indexOf(':');
        inSecret = colon > 0 && isSecret(line.first(colon).trimmed(), secretNames);
        if (inSecret)
            result += line.first(colon + 1).toByteArray() + ' ' + mask + lineEnd(line).toByteArray();
        else
            result += line;
    }
    return result;
}

} // namespace callboard
