// What is wrong with a filter's text and where, with what would be right.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace callboard {

constexpr qsizetype kMostFilterValues = 500;
constexpr qsizetype kMostFilterConditions = 200;

struct FilterProblem {
    Q_DECLARE_TR_FUNCTIONS(callboard::FilterProblem)

public:
    enum class Kind : quint8 {
        UnknownKey,
        UnknownValue,  // not one of those there are
        BadValue,      // not of the form that the key takes
        BadRelation,   // such as state>failed
        MissingValue,  // state:
        OpenQuote,     // "abc
        NothingDenied, // a “not” at the end
        TooMany,       // values or conditions; what comes behind is not read
    };

    Kind kind = Kind::UnknownKey;
    qsizetype from = 0;
    qsizetype length = 0;
    QString key;
    QString word;            // as it was written
    QStringList known;       // keys, values, relations or forms that there are
    bool unfinished = false; // it may yet become right by what is typed behind it

    // One sentence of what is wrong and one of what is known.
    [[nodiscard]] QString sentence() const;
};

} // namespace callboard
