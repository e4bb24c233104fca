#include "ui/shell/palette/fuzzymatch.h"

#include <QString>

#include <algorithm>
#include <vector>

namespace callboard {

namespace {

constexpr int kLetter = 1;
constexpr int kWordStart = 8;
constexpr int kFollows = 6;        // stands right after the letter typed before it
constexpr int kFarthestStart = 10; // how much an early first letter is worth at most
constexpr int kNever = -1'000'000;

bool startsWord(QStringView title, qsizetype at)
{
    return at == 0 || !title[at - 1].isLetterOrNumber();
}

QString lettersOf(QStringView typed)
{
    QString letters = typed.toString().toCaseFolded();
    letters.removeIf([](QChar c) { return c.isSpace(); });
    return letters;
}

// One row for each typed letter: the best sum with that letter at each place of the title, and whence it came.
struct Table {
    std::vector<std::vector<int>> best;
    std::vector<std::vector<int>> from;
};

int valueAt(QStringView title, qsizetype at, bool isFirst)
{
    const int start = startsWord(title, at) ? kWordStart : 0;
    return kLetter + start + (isFirst ? std::max(0, kFarthestStart - int(at)) : 0);
}

Table fill(const QString &letters, QStringView title, const QString &folded)
{
    const auto width = size_t(title.size());
    Table table{{size_t(letters.size()), std::vector<int>(width, kNever)},
                {size_t(letters.size()), std::vector<int>(width, -1)}};
    for (size_t row = 0; row < size_t(letters.size()); ++row) {
        int bestBefore = kNever; // of the row above, at any place to the left
        int bestPlace = -1;
        for (size_t at = 0; at < width; ++at) {
            const bool fits = folded[qsizetype(at)] == letters[qsizetype(row)];
            if (fits && row == 0) {
                table.best[row][at] = valueAt(title, qsizetype(at), true);
            } else if (fits && bestPlace >= 0) {
                const int beside = table.best[row - 1][at - 1] == kNever ? kNever
                                                                         : table.best[row - 1][at - 1] + kFollows;
                const bool follows = beside >= bestBefore;
                table.best[row][at] = valueAt(title, qsizetype(at), false) + (follows ? beside : bestBefore);
                table.from[row][at] = follows ? int(at) - 1 : bestPlace;
            }
            if (row > 0 && table.best[row - 1][at] > bestBefore) {
                bestBefore = table.best[row - 1][at];
                bestPlace = int(at);
            }
        }
    }
    return table;
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(QStringView typed, QStringView title)
{
    const QString letters = lettersOf(typed);
    if (letters.isEmpty())
        return FuzzyMatch{};
    const QString folded = title.toString().toCaseFolded();
    if (folded.size() != title.size() || letters.size() > title.size()) // folding that changes lengths: rare, no match
        return std::nullopt;
    const Table table = fill(letters, title, folded);
    const std::vector<int> &last = table.best.back();
    const auto best = std::max_element(last.begin(), last.end());
    if (*best <= kNever)
        return std::nullopt;
    FuzzyMatch match{*best, {}};
    int at = int(best - last.begin());
    for (size_t row = table.best.size(); row-- > 0; at = table.from[row][size_t(at)])
        match.positions.prepend(at);
    return match;
}

} // namespace callboard
