// How well what was typed fits a title: its letters in the title's order, not necessarily side by side. Pure.
#pragma once

#include <QList>
#include <QStringView>

#include <optional>

namespace callboard {

struct FuzzyMatch {
    int score = 0;        // the higher the better
    QList<int> positions; // of the title's letters that were typed, in order
};

// Absent: it does not fit. Letter case and blanks in `typed` do not matter; nothing typed fits everything alike.
[[nodiscard]] std::optional<FuzzyMatch> fuzzyMatch(QStringView typed, QStringView title);

} // namespace callboard
