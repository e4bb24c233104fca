// Assets published at the door (seeds/lightflow-callbacks.txt, lines 2-36): the asset, and callbacks that belong to it
// alone. Inside the caller's transaction; all or nothing.
#pragma once

#include "core/domain/ports.h"
#include "core/engine/workplace.h"
#include "core/intake/platformsink.h"

namespace callboard {

// Where callbacks may go that somebody else than the operator asked for.
struct DoorCallbackRules {
    bool allowPrivate = false; // loopback and private addresses, too
    PortList ports = PortList::standard();
};

// The id is made here. NotAllowed: a callback of ours to send goes to an address or port that is refused; what its name
// leads to is looked at with every attempt.
[[nodiscard]] Result<AssetDescription> publishAsset(Workplace &place, const AssetRequest &request,
                                                    const DoorCallbackRules &rules);
[[nodiscard]] Result<AssetDescription> describeAsset(Workplace &place, const QString &asset);

// The callbacks that are told about this asset by its encoder: its own, and those whose scope takes it in.
[[nodiscard]] QList<CallbackTarget> encoderCallbacks(const QList<CallbackTarget> &targets, const MediaAsset &asset);

} // namespace callboard
