// A Spark project: its vhost, the zone of its dates, and the one field of its settings that makes callbacks, the Media
// Callback URL (seeds/spark-media-callback.txt, lines 14-16). A plain value.
#pragma once

#include "core/domain/ids.h"

#include <QString>

#include <optional>

namespace callboard {

struct Project {
    QString id; // vhost
    QString name;
    QString mediaCallbackUrl; // of its target; empty: the project sends no callbacks
    QString zone;             // IANA name of the zone its dates are in; empty: not known
    TargetId target;          // made and edited through the URL; invalid: none

    bool operator==(const Project &) const = default;
};

// What keeps it from being saved; empty optional: fine.
[[nodiscard]] std::optional<QString> projectProblem(const Project &project);

} // namespace callboard
