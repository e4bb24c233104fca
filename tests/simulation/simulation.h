// Plays one schedule on a workspace of its own and says what broke, if anything; makes a schedule that breaks short.
#pragma once

#include "tests/simulation/schedule.h"

#include <QStringList>

namespace callboard::sim {

struct Story {
    QString violation;  // empty: every promise was kept
    qsizetype step = 0; // that broke it; the schedule's size: its end
    QStringList trace;
    qsizetype requests = 0;
    QString clocks; // wall and due time at the end

    [[nodiscard]] bool isBroken() const { return !violation.isEmpty(); }
    // What was broken, without the names of whom it concerned.
    [[nodiscard]] QString kind() const;
};

class Simulation {
public:
    // Files are made in `directory`, which outlives this.
    explicit Simulation(const QString &directory);

    // `vandalism`: a statement that somebody else carries out on the workspace before it comes to rest, so that it can
    // be seen that the checks see.
    [[nodiscard]] Story play(const Schedule &schedule, const QString &vandalism = {}) const;
    // Still broken in the same way, with as few steps as `mostPlays` trials find.
    [[nodiscard]] Schedule shortened(const Schedule &schedule, const Story &broken, int mostPlays) const;
    [[nodiscard]] QString workspace() const { return m_directory + QStringLiteral("/story.db"); }

private:
    void makeTemplate() const;

    QString m_directory;
};

} // namespace callboard::sim
