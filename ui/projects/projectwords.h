// The words in which projects are shown, and what saving one does to its target. Pure, translated.
#pragma once

#include "core/domain/project.h"
#include "core/store/workspacereader.h"
#include "ui/targets/form/fieldline.h"

namespace callboard {

// A project and the target that its Media Callback URL made.
struct ProjectRow {
    Project project;
    std::optional<TargetSummary> target;
};

namespace words {

[[nodiscard]] QString projectTitle(const Project &project); // its name, or failing that its id
[[nodiscard]] QString targetState(const ProjectRow &row);   // Enabled, or: No callbacks
[[nodiscard]] QString lastResult(const ProjectRow &row, Timestamp now);
// "3 open deliveries are cancelled", "it owes no deliveries"
[[nodiscard]] QString cancelled(qint64 open);
// Asks whether the project may go, naming what goes with it.
[[nodiscard]] QString removalQuestion(const ProjectRow &row);

struct Consequence {
    FieldLine::Mood mood = FieldLine::Mood::Hint;
    QString sentence;
    bool removesTarget = false;
};
// What it does to save `before` with this Media Callback URL.
[[nodiscard]] Consequence consequence(const ProjectRow &before, const QString &url);

} // namespace words

} // namespace callboard
