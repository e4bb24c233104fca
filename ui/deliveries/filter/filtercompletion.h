// What may be typed next in the filter's language at a place of a text: keys, then the values of a key. Pure.
#pragma once

#include "core/store/filter/filterlanguage.h"

#include <QString>
#include <QStringList>

namespace callboard {

struct FilterCompletion {
    qsizetype from = 0; // what stands from here up to the cursor is replaced
    QStringList words;  // empty: nothing to propose

    bool operator==(const FilterCompletion &) const = default;
};

// `causes`: those that are in sight.
[[nodiscard]] FilterCompletion completeFilter(const QString &text, qsizetype cursor, const FilterTargets &targets,
                                              const QStringList &causes = {});

} // namespace callboard
