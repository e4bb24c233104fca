// What differs between two texts, line by line. Pure. Where both are very different and long, the middle is given as
// one block that went and one that came: nobody reads more of it.
#pragma once

#include <QByteArray>
#include <QList>

namespace callboard {

struct DiffLine {
    enum class Kind { Same, Gone, Come };
    Kind kind = Kind::Same;
    QByteArray text;

    bool operator==(const DiffLine &) const = default;
};

[[nodiscard]] QList<DiffLine> lineDiff(const QByteArray &before, const QByteArray &after);
// As text: "- ", "+ " or two blanks before each line.
[[nodiscard]] QByteArray diffText(const QList<DiffLine> &lines);
[[nodiscard]] qsizetype differences(const QList<DiffLine> &lines); // lines that went or came

} // namespace callboard
