// What a workspace is set up with beside its targets and projects: mail server, encoders, platforms, how long its
// history is kept. A plain value.
#pragma once

#include "core/domain/encoder.h"
#include "core/domain/platform.h"
#include "core/domain/retention.h"
#include "core/domain/smtpserver.h"

namespace callboard {

struct WorkspaceSettings {
    SmtpServer smtp;
    EncoderSettings zencoder{Encoder::Zencoder, {}, {}, {}, {}};
    EncoderSettings brightcove{Encoder::Brightcove, {}, {}, {}, {}};
    PlatformSettings lightFlow{PlatformKind::LightFlow, {}, {}, false};
    PlatformSettings spark{PlatformKind::Spark, {}, {}, false};
    Retention retention;

    [[nodiscard]] EncoderSettings &of(Encoder encoder) { return encoder == Encoder::Zencoder ? zencoder : brightcove; }
    [[nodiscard]] const EncoderSettings &of(Encoder encoder) const
    {
        return encoder == Encoder::Zencoder ? zencoder : brightcove;
    }
    [[nodiscard]] PlatformSettings &of(PlatformKind kind)
    {
        return kind == PlatformKind::LightFlow ? lightFlow : spark;
    }
    [[nodiscard]] const PlatformSettings &of(PlatformKind kind) const
    {
        return kind == PlatformKind::LightFlow ? lightFlow : spark;
    }
    // True where a secret of it needs the vault.
    [[nodiscard]] bool needsVault() const
    {
        return smtp.password.isSet() || zencoder.apiKey.isSet() || zencoder.notificationSecret.isSet()
            || brightcove.apiKey.isSet() || brightcove.notificationSecret.isSet() || lightFlow.key.isSet()
            || spark.key.isSet();
    }
    bool operator==(const WorkspaceSettings &) const = default;
};

} // namespace callboard
