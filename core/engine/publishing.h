// Assets published at the door (seeds/lightflow-callbacks.txt, lines 2-36): the asset, and callbacks that belong to it
// alone. Inside the caller's transaction; all or nothing.
#pragma once

#include "core/engine/workplace.h"
#include "core/intake/platformsink.h"

namespace callboard {

// The id is made here. `allowPrivate`: whether its callbacks may call loopback and private addresses.
[[nodiscard]] Result<AssetDescription> publishAsset(Workplace &place, const AssetRequest &request, bool allowPrivate);
[[nodiscard]] Result<AssetDescription> describeAsset(Workplace &place, const QString &asset);

// The callbacks that are told about this asset by its encoder: its own, and those whose scope takes it in.
[[nodiscard]] QList<CallbackTarget> encoderCallbacks(const QList<CallbackTarget> &targets, const MediaAsset &asset);

} // namespace callboard
