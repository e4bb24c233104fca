// The words of a filter, each with its place: -state:failed,held  dur>2s  "free text". Knows the shape alone, not which
// keys and values there are. Pure; positions count UTF-16 units, as Qt's text fields do.
#pragma once

#include <QList>
#include <QString>

namespace callboard {

struct FilterValue {
    QString text; // without its quotes
    qsizetype from = 0;
    qsizetype length = 0; // as written
    bool quoted = false;
    bool closed = true; // false: its quotation mark has no second one

    bool operator==(const FilterValue &) const = default;
};

struct FilterTerm {
    qsizetype from = 0; // with what negates it
    qsizetype length = 0;
    bool negated = false;
    QString key; // in lower case; empty: free text, which is the one value
    qsizetype keyFrom = 0;
    QString relation; // : ~ < <= > >=
    QList<FilterValue> values;

    [[nodiscard]] qsizetype end() const { return from + length; }
    bool operator==(const FilterTerm &) const = default;
};

// A “not” with nothing behind it comes back as a term without key and values.
[[nodiscard]] QList<FilterTerm> filterTerms(const QString &text);

// The value as the language writes it: in quotation marks where it needs them.
[[nodiscard]] QString quotedForFilter(const QString &value);
[[nodiscard]] QString inQuotes(const QString &value);

} // namespace callboard
