// Where a platform answers what an asset's record is now: LightFlow's GET /assets/{uuid}, Spark's media.getFileInfo.
#pragma once

#include "core/domain/secret.h"

#include <optional>

namespace callboard {

enum class PlatformKind : quint8 { LightFlow = 0, Spark = 1 };

[[nodiscard]] QString toString(PlatformKind kind); // lightflow, spark
[[nodiscard]] std::optional<PlatformKind> platformFrom(const QString &text);

struct PlatformSettings {
    PlatformKind kind = PlatformKind::LightFlow;
    QString baseUrl; // https://api.lightflow.media, http://api.newspark.ca/services/rest; empty: not set up
    Secret key;      // LightFlow: bearer token; Spark: APIKEY
    bool allowPrivate = false;

    bool operator==(const PlatformSettings &) const = default;
};

} // namespace callboard
