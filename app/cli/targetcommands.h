// callboard target add | list | show | set | enable | disable | pause | resume | remove | import | export
#pragma once

#include "app/cli/output.h"
#include "app/cli/targetaccess.h"
#include "app/cli/targetsigning.h"
#include "core/domain/target.h"

#include <QStringList>

#include <optional>

namespace callboard::cli {

// The options of `add` and `set` as typed; what is absent stays as it is.
struct TargetOptions {
    std::optional<std::string> name, url, method, format, source, on, coalesce, coalesceLongest, urgent, timeout, retry,
        rate, project, asset, preset;
    std::vector<std::string> headers;       // "Name: value"
    std::vector<std::string> secretHeaders; // "Name: @FILE" or "Name: -"
    std::optional<int> maxInFlight, connections, pipelineDepth;
    std::optional<bool> pipelining, allowPrivate, relay;
    SigningOptions signing;
    AccessOptions access;
};

// The target with the options applied but for signing and access; InvalidArgument names the option.
[[nodiscard]] Result<CallbackTarget> withOptions(CallbackTarget target, const TargetOptions &options);

[[nodiscard]] int addTarget(const Common &common, const TargetOptions &options);
[[nodiscard]] int setTarget(const Common &common, const QString &target, const TargetOptions &options);
[[nodiscard]] int listTargets(const Common &common);
[[nodiscard]] int showTarget(const Common &common, const QString &target);
[[nodiscard]] int switchTarget(const Common &common, const QString &target, TargetState state);
[[nodiscard]] int removeTarget(const Common &common, const QString &target);
[[nodiscard]] int importFrom(const Common &common, const QString &file);
[[nodiscard]] int exportTo(const Common &common, const QString &file);

} // namespace callboard::cli
