// A text that a person gave us and the places in it. Whatever is read out of it (shell words, JSON values) remembers
// the offset it came from, so that repairs, warnings and errors name line and column of the text as given.
#pragma once

#include "core/domain/error.h"
#include "core/payload/targetimport.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace callboard {

struct Position {
    int line = 1;
    int column = 1; // in characters: a pair of surrogates is one

    bool operator==(const Position &) const = default;
};

class SourceText {
public:
    using Naming = std::function<QString(qsizetype offset)>;

    // `naming`: what a place in it is called, where line and column would say little.
    explicit SourceText(QString text, Naming naming = {});

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] Position position(qsizetype offset) const;
    [[nodiscard]] QString where(qsizetype offset) const; // line 5, column 12, or by `naming`
    [[nodiscard]] tl::unexpected<Error> failAt(ErrorCode code, qsizetype offset, const QString &what) const;

private:
    QString m_text;
    Naming m_naming;
    QList<qsizetype> m_lineStarts;
};

// Text taken out of a SourceText. `origin` holds an offset for each unit and one past the end; empty: it is the whole
// text as it stands.
struct MappedText {
    QString text;
    QList<qsizetype> origin;

    [[nodiscard]] qsizetype originOf(qsizetype offset) const;
    void append(QChar unit, qsizetype from);
    [[nodiscard]] MappedText mid(qsizetype from, qsizetype length = -1) const;
    [[nodiscard]] MappedText trimmed() const;
};

// Escapes can make half a surrogate pair, which no encoding carries: U+FFFD takes its place. True: there was one.
bool mendHalfPairs(QString &text);

// Collects what was mended and what a person should know. Past `most` nothing more is noted: so many faults mean that
// the text is something else.
struct ImportNotes {
    static constexpr int kMost = 1000;

    explicit ImportNotes(const SourceText &text, int mostNotes = kMost)
        : source(text)
        , most(mostNotes)
    {
    }

    const SourceText &source;
    const int most;
    QList<Repair> repairs;
    QStringList warnings;

    void repair(qsizetype offset, const QString &what, const QString &how);
    void warn(qsizetype offset, const QString &what);
    [[nodiscard]] bool tooMany() const { return repairs.size() > most; }
};

} // namespace callboard
