#include "ui/targets/draft/targetdraft.h"

#include "ui/targets/draft/accessdraft.h"
#include "ui/targets/form/headeradvice.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace callboard {

namespace {

constexpr int kVersion = 1;
const QString kUrl = QStringLiteral("url");
const QString kKeptKeys = QStringLiteral("signingKeysKept");

QJsonObject toJson(const Header &header)
{
    QJsonObject json{{QStringLiteral("name"), header.name},
                     {QStringLiteral("secret"), header.secret},
                     {QStringLiteral("enabled"), header.enabled}};
    if (!header.secret && !resemblesSecret(header))
        json.insert(QStringLiteral("value"), header.value);
    return json;
}

Header headerFrom(const QJsonObject &json)
{
    Header header;
    header.name = json.value(QLatin1String("name")).toString();
    header.value = json.value(QLatin1String("value")).toString();
    header.secret = json.value(QLatin1String("secret")).toBool();
    header.enabled = json.value(QLatin1String("enabled")).toBool(true);
    return header;
}

bool losesValue(const Header &header)
{
    return !header.value.isEmpty() && (header.secret || resemblesSecret(header));
}

bool typesKey(const Signing &signing)
{
    return std::any_of(signing.keys.begin(), signing.keys.end(),
                       [](const SigningKey &key) { return !key.secret.plain.isEmpty(); });
}

// Tells a stored key from others, and nothing about it.
QString markOf(const SigningKey &key)
{
    const QByteArray hash = QCryptographicHash::hash(key.secret.sealed, QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.first(8).toHex());
}

QStringList marksOf(const Signing &signing)
{
    QStringList marks;
    for (const SigningKey &key : signing.keys) {
        if (!key.secret.sealed.isEmpty())
            marks.append(markOf(key));
    }
    return marks;
}

// Those of the stored keys that were not ended in the form; all of them, where they are others than it was made of.
QList<SigningKey> stillSigning(QList<SigningKey> stored, const QStringList &kept)
{
    if (stored.isEmpty() || !kept.contains(markOf(stored.constFirst())))
        return stored;
    stored.removeIf([&kept](const SigningKey &key) { return !kept.contains(markOf(key)); });
    return stored;
}

bool losesSecret(const CallbackTarget &target)
{
    return typesKey(target.signing) || losesAccessSecret(target)
        || std::any_of(target.headers.begin(), target.headers.end(), losesValue);
}

QJsonObject toJson(const CallbackTarget &target)
{
    QJsonArray headers;
    for (const Header &header : target.headers)
        headers.append(toJson(header));
    return {{QStringLiteral("name"), target.name},
            {QStringLiteral("method"), toString(target.method)},
            {QStringLiteral("format"), toString(target.format)},
            {QStringLiteral("source"), toString(target.source)},
            {QStringLiteral("relay"), target.relay},
            {QStringLiteral("headers"), headers},
            {QStringLiteral("signing"), toString(target.signing.scheme)},
            {QStringLiteral("signingHeader"), target.signing.header},
            {kKeptKeys, QJsonArray::fromStringList(marksOf(target.signing))},
            {QStringLiteral("triggers"), optionList(target.triggers)},
            {QStringLiteral("urgent"), optionList(target.urgent)},
            {QStringLiteral("scope"), int(target.scope.kind)},
            {QStringLiteral("scopeId"), target.scope.id},
            {QStringLiteral("coalesce"), formatDuration(target.coalesceWindow)},
            {QStringLiteral("coalesceLongest"), formatDuration(target.coalesceLongest)},
            {QStringLiteral("pipelining"), target.pipelining},
            {QStringLiteral("connections"), target.connections},
            {QStringLiteral("pipelineDepth"), target.pipelineDepth},
            {QStringLiteral("ordered"), target.ordered},
            {QStringLiteral("allowPrivate"), target.allowPrivate},
            {QStringLiteral("connectTimeout"), formatDuration(target.connectTimeout)},
            {QStringLiteral("timeout"), formatDuration(target.totalTimeout)},
            {QStringLiteral("retry"), target.retry.toString()},
            {QStringLiteral("maxInFlight"), target.maxInFlight},
            {QStringLiteral("rate"), rateText(target.rate)},
            {QStringLiteral("revision"), target.revision}};
}

// What is missing or can't be read stays as a new target has it.
CallbackTarget targetFrom(const QJsonObject &json)
{
    const auto text = [&json](const char *key) { return json.value(QLatin1String(key)).toString(); };
    const auto flag = [&json](const char *key) { return json.value(QLatin1String(key)).toBool(); };
    CallbackTarget target;
    const auto number = [&json](const char *key, int otherwise) {
        return json.value(QLatin1String(key)).toInt(otherwise);
    };
    target.name = text("name");
    target.url = text("url");
    target.method = methodFrom(text("method")).value_or(target.method);
    target.format = formatFrom(text("format")).value_or(target.format);
    target.source = sourceFrom(text("source")).value_or(target.source);
    target.relay = flag("relay");
    for (const QJsonValue &header : json.value(QLatin1String("headers")).toArray())
        target.headers.append(headerFrom(header.toObject()));
    target.signing.scheme = signingSchemeFrom(text("signing")).value_or(SigningScheme::None);
    target.signing.header = text("signingHeader");
    target.triggers = triggersFrom(text("triggers")).value_or(TriggerSet());
    target.urgent = triggersFrom(text("urgent")).value_or(TriggerSet());
    target.scope.kind = static_cast<ScopeKind>(std::clamp(number("scope", 0), 0, int(ScopeKind::Asset)));
    target.scope.id = text("scopeId");
    target.coalesceWindow = parseDuration(text("coalesce")).value_or(target.coalesceWindow);
    target.coalesceLongest = parseDuration(text("coalesceLongest")).value_or(target.coalesceLongest);
    target.pipelining = flag("pipelining");
    target.connections = number("connections", target.connections);
    target.pipelineDepth = number("pipelineDepth", target.pipelineDepth);
    target.ordered = flag("ordered");
    target.allowPrivate = flag("allowPrivate");
    target.connectTimeout = parseDuration(text("connectTimeout")).value_or(target.connectTimeout);
    target.totalTimeout = parseDuration(text("timeout")).value_or(target.totalTimeout);
    target.retry = RetryPolicy::parse(text("retry")).value_or(target.retry);
    target.maxInFlight = number("maxInFlight", target.maxInFlight);
    target.rate = rateLimitFrom(text("rate")).value_or(Rate{});
    target.revision = number("revision", 0);
    readAccess(target, json);
    return target;
}

} // namespace

bool mayHoldSecret(const QString &url)
{
    static const QRegularExpression harmless(QStringLiteral("^(?:[a-z]+://)?[\\w./-]*$"));
    return urlProblem(url) && !harmless.match(url).hasMatch();
}

QByteArray draftBytes(const CallbackTarget &target, Timestamp now)
{
    const bool urlLeftOut = mayHoldSecret(target.url);
    const bool leftOut = urlLeftOut || losesSecret(target);
    QJsonObject kept = toJson(target);
    addAccess(kept, target);
    if (!urlLeftOut)
        kept.insert(kUrl, target.url);
    const QJsonObject json{{QStringLiteral("draft"), kVersion},
                           {QStringLiteral("savedAt"), toIso(now)},
                           {QStringLiteral("secretsLeftOut"), leftOut},
                           {QStringLiteral("target"), kept}};
    return QJsonDocument(json).toJson();
}

Result<TargetDraft> readDraft(const QByteArray &bytes)
{
    QJsonParseError error;
    const QJsonObject json = QJsonDocument::fromJson(bytes, &error).object();
    if (error.error != QJsonParseError::NoError)
        return fail(ErrorCode::Malformed, error.errorString());
    if (json.value(QLatin1String("draft")).toInt() != kVersion)
        return fail(ErrorCode::Malformed, QStringLiteral("not a draft of this version"));
    TargetDraft draft;
    const QJsonObject kept = json.value(QLatin1String("target")).toObject();
    draft.target = targetFrom(kept);
    draft.urlLeftOut = !kept.contains(kUrl);
    draft.keptKeys = kept.value(kKeptKeys).toVariant().toStringList();
    draft.savedAt = fromIso(json.value(QLatin1String("savedAt")).toString()).value_or(Timestamp());
    draft.leftOut = json.value(QLatin1String("secretsLeftOut")).toBool();
    return draft;
}

CallbackTarget restoredFrom(const TargetDraft &draft, const CallbackTarget &stored)
{
    CallbackTarget target = draft.target;
    target.id = stored.id;
    if (draft.urlLeftOut)
        target.url = stored.url;
    target.revision = stored.revision;
    target.origin = stored.origin;
    target.state = stored.state;
    target.stateReason = stored.stateReason;
    target.createdAt = stored.createdAt;
    target.updatedAt = stored.updatedAt;
    if (target.signing.isOn() || !stored.signing.isOn())
        target.signing.keys = stillSigning(stored.signing.keys, draft.keptKeys);
    takeAccessSecrets(target, stored);
    HeaderList secrets = stored.headers;
    for (Header &header : target.headers) {
        const auto same = std::find_if(secrets.begin(), secrets.end(), [&header](const Header &other) {
            return other.secret && other.name.compare(header.name, Qt::CaseInsensitive) == 0;
        });
        if (!header.secret || same == secrets.end())
            continue;
        header.value = same->value;
        header.sealed = same->sealed;
        secrets.erase(same);
    }
    return target;
}

} // namespace callboard
