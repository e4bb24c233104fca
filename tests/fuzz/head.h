// A text head and what follows it, as the targets that need both write it: lines up to the first empty one.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>

namespace callboard::fuzz {

struct Head {
    QByteArray first;                     // the first line
    QHash<QByteArray, QByteArray> fields; // "name: value" of all lines, names in lower case; the first value counts
    QList<QByteArray> repeated;           // names that came again
    QByteArray rest;                      // behind the empty line
};

[[nodiscard]] inline Head readHead(const QByteArray &input)
{
    const qsizetype end = input.indexOf("\n\n");
    Head head;
    head.rest = end < 0 ? QByteArray() : input.mid(end + 2);
    const QList<QByteArray> lines = (end < 0 ? input : input.left(end)).split('\n');
    head.first = lines.first();
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.left(colon).toLower();
        if (colon <= 0)
            continue;
        if (head.fields.contains(name))
            head.repeated.append(name);
        else
            head.fields.insert(name, line.mid(colon + 1).trimmed());
    }
    return head;
}

} // namespace callboard::fuzz
