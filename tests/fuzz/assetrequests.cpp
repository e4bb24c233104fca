#include "core/payload/assetrequest.h"
#include "core/payload/cloudevents.h"
#include "core/payload/mediarecord.h"
#include "tests/fuzz/promises.h"
#include "tests/fuzz/targets.h"

#include <algorithm>

namespace callboard::fuzz {

namespace {

void checkCallback(const CallbackTarget &callback)
{
    const auto problems = validate(callback);
    for (const FieldProblem &problem : problems)
        require(!problem.blocking, "a callback that was taken can be saved", problem.text);
    requireJson(callbackJson(callback), "a callback is answered as JSON");
    const bool masked = std::ranges::all_of(callback.headers, [&](const Header &header) {
        return !header.secret || header.value.size() < 12 || callback.url.contains(header.value)
            || !callbackJson(callback).contains(jsonString(header.value));
    });
    require(masked, "a secret is not answered", callbackJson(callback));
}

void checkDescription(const AssetRequest &request)
{
    MediaAsset asset;
    asset.id = QStringLiteral("6b48fbce");
    asset.published = true;
    asset.contentType = QStringLiteral("application/json");
    asset.record = request.record;
    const QByteArray description = assetJson(asset, request.callbacks);
    requireJson(description, "an asset is answered as JSON");
    if (levelsOf(description) <= kDeepestNesting)
        require(parseRecord(description).has_value(), "an asset's answer has each key once", description);
    require(assetStatus(asset) == QLatin1String("queued"), "what is published waits", assetStatus(asset));
    (void)assetName(asset);
    const QByteArray event = R"({"uuid":"6b48fbce","status":"finished","metadata":null})";
    const QByteArray completed = completedRecord(event, request.record);
    requireJson(completed, "a completed record is JSON");
    require(completedRecord(completed, request.record) == completed, "what is complete stays as it is", completed);
}

} // namespace

void assetRequests(const QByteArray &input)
{
    const auto request = parseAssetRequest(input);
    if (!request) {
        require(!request.error().detail.isEmpty(), "a refusal says why");
        requirePlace(request.error().detail, input);
        return;
    }
    const auto record = parseRecord(request->record);
    require(record && record->has("inputUrl") && record->has("assetName"), "it names the video", request->record);
    for (const CallbackTarget &callback : request->callbacks)
        checkCallback(callback);
    checkDescription(*request);
}

} // namespace callboard::fuzz
