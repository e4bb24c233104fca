// LightFlow's publish request (seeds/lightflow-callbacks.txt, lines 3-36) and what is answered about an asset. Pure.
#pragma once

#include "core/domain/asset.h"
#include "core/domain/error.h"
#include "core/domain/target.h"
#include "core/payload/targetimport.h"

#include <QList>

namespace callboard {

struct AssetRequest {
    QByteArray record; // LightFlow's names, without uuid and status: assetName, inputUrl, username, metadata
    QList<CallbackTarget> callbacks; // scope and state are the engine's to set
    QByteArray key{};                // the same request once more, if the key is the same; empty: always a new one
    QString client{};                // whose token it came with, by name; empty: it did not come through the HTTP door
};

// Strict JSON: {"parameters":{"input":{"urlPath":…},"callbacks":[…]}}. assetName is the request's `assetName` or
// `name`, else the file name in urlPath; `username` and `metadata` are taken where they are given, at the top or in
// `parameters`. Malformed names the path of what is wrong (parameters.callbacks[1].method); in a callback a key that
// is none and a header value that is masked are wrong too.
[[nodiscard]] Result<AssetRequest> parseAssetRequest(const QByteArray &body);

// An event's record with what was set when its asset was published and the event does not tell (lines 56-66: "as it was
// set during its creation"). The status is the event's alone. What can't be read comes back as it is.
[[nodiscard]] QByteArray completedRecord(const QByteArray &record, const QByteArray &published);

// queued, running, finished, error, canceled, or the platform's own word where it has no counterpart.
[[nodiscard]] QString assetStatus(const MediaAsset &asset);
// As it was set, else the file name of its input, else empty.
[[nodiscard]] QString assetName(const MediaAsset &asset);

// GET /assets/{uuid}: LightFlow's eleven keys, then externalid and every field of the record that has no place among
// them, then `callbacks` with secrets masked.
[[nodiscard]] QByteArray assetJson(const MediaAsset &asset, const QList<CallbackTarget> &callbacks);
// One callback in the document's words: url, headers, method, source, onSuccess, onFailure, onProgressEncoding.
[[nodiscard]] QByteArray callbackJson(const CallbackTarget &target);

} // namespace callboard
