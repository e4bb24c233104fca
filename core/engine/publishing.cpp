#include "core/engine/publishing.h"

#include "core/payload/mediarecord.h"
#include "core/payload/record/jsontokens.h"
#include "core/security/networkpolicy.h"
#include "core/store/tables/assetstore.h"

#include <QUrl>
#include <QUuid>

namespace callboard {

namespace {

// uuid first, then what the request said, and the status a fresh asset has.
Result<QByteArray> firstRecord(const QString &id, const QByteArray &given)
{
    return parseRecord(given, QStringLiteral("application/json")).map([&id](const MediaRecord &record) {
        MediaRecord first;
        first.setText("uuid", id);
        for (const RecordField &field : record.fields)
            first.set(field.name, field.raw);
        if (!first.has("status"))
            first.setText("status", QStringLiteral("queued"));
        return writeJsonObject(first.fields);
    });
}

// The same key gives the same id, so that a request taken in twice is published once.
QString idFor(const AssetRequest &request)
{
    const QUuid keyed(u"8d1f3f0e-5a0b-4b6e-9d43-2c8f4a7d61b2");
    const QUuid id = request.key.isEmpty() ? QUuid::createUuid() : QUuid::createUuidV5(keyed, request.key);
    return id.toString(QUuid::WithoutBraces);
}

QString callbackName(const QString &asset, const CallbackTarget &target, int number)
{
    constexpr int kLongestHost = 60;
    const QString name = QStringLiteral("%1 · %2").arg(proposedName(target.url).left(kLongestHost), asset);
    return number == 0 ? name : QStringLiteral("%1 (%2)").arg(name).arg(number + 1);
}

// The name that every machine has for itself stands for its address.
QHostAddress literalIn(const QUrl &url)
{
    QString host = url.host();
    if (host.endsWith(u'.'))
        host.chop(1);
    const bool itself = host == QLatin1String("localhost") || host.endsWith(QLatin1String(".localhost"));
    return itself ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(host);
}

std::optional<QString> whyNotCalled(const CallbackTarget &target, const DoorCallbackRules &rules)
{
    if (target.isMail() || !target.isOursToSend())
        return std::nullopt;
    const QUrl url(target.url, QUrl::StrictMode);
    const int port = url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
    if (!rules.ports.contains(port))
        return QStringLiteral("port %1 is not among those that callbacks may go to: %2")
            .arg(port)
            .arg(rules.ports.toString());
    const QHostAddress address = literalIn(url);
    if (address.isNull() || !refusal(address, rules.allowPrivate))
        return std::nullopt;
    return QStringLiteral("%1 may not be called: %2").arg(address.toString(), reason(classify(address)));
}

Result<void> checkCallbacks(const QList<CallbackTarget> &callbacks, const DoorCallbackRules &rules)
{
    for (qsizetype i = 0; i < callbacks.size(); ++i) {
        if (const auto why = whyNotCalled(callbacks[i], rules))
            return fail(ErrorCode::NotAllowed, QStringLiteral("parameters.callbacks[%1].url: %2").arg(i).arg(*why));
    }
    return {};
}

} // namespace

Result<AssetDescription> publishAsset(Workplace &place, const AssetRequest &request, const DoorCallbackRules &rules)
{
    if (auto checked = checkCallbacks(request.callbacks, rules); !checked)
        return tl::unexpected(checked.error());
    place.orders.actAs(request.client.isEmpty() ? QStringLiteral("door")
                                                : QStringLiteral("door: %1").arg(request.client));
    AssetDescription made;
    made.asset.id = idFor(request);
    if (!request.key.isEmpty()) {
        auto known = describeAsset(place, made.asset.id);
        if (known || known.error().code != ErrorCode::NotFound)
            return known;
    }
    made.asset.published = true;
    made.asset.contentType = QStringLiteral("application/json");
    made.asset.createdAt = place.clock.now();
    auto record = firstRecord(made.asset.id, request.record);
    if (!record)
        return tl::unexpected(record.error());
    made.asset.record = std::move(*record);
    place.assetsChanged = true;
    if (auto written = AssetStore(place.db).insert(made.asset); !written)
        return tl::unexpected(written.error());
    for (CallbackTarget target : request.callbacks) {
        target.name = callbackName(made.asset.id, target, int(made.callbacks.size()));
        target.scope = {ScopeKind::Asset, made.asset.id};
        target.state = TargetState::Enabled;
        target.allowPrivate = rules.allowPrivate;
        target.origin = TargetOrigin::Door;
        auto saved = place.orders.saveTarget(std::move(target));
        if (!saved)
            return tl::unexpected(saved.error());
        made.callbacks.append(*saved);
    }
    return made;
}

Result<AssetDescription> describeAsset(Workplace &place, const QString &asset)
{
    return AssetStore(place.db).find(asset).and_then([&](const MediaAsset &found) -> Result<AssetDescription> {
        if (!found.isKnown())
            return fail(ErrorCode::NotFound, QStringLiteral("There is no asset “%1”.").arg(asset));
        AssetDescription description{found, {}};
        for (const CallbackTarget &target : place.book.targets()) {
            if (target.scope == Scope{ScopeKind::Asset, asset})
                description.callbacks.append(target);
        }
        return description;
    });
}

QList<CallbackTarget> encoderCallbacks(const QList<CallbackTarget> &targets, const MediaAsset &asset)
{
    QList<CallbackTarget> callbacks;
    for (const CallbackTarget &target : targets) {
        const bool inScope = target.scope.kind == ScopeKind::All || target.scope == Scope{ScopeKind::Asset, asset.id}
            || (target.scope.kind == ScopeKind::Project && target.scope.id == asset.project);
        if (target.source == CallbackSource::Encoder && target.state == TargetState::Enabled && inScope)
            callbacks.append(target);
    }
    return callbacks;
}

} // namespace callboard
