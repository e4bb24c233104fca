#include "ui/targets/draft/targetdraft.h"

#include "ui/targets/form/headeradvice.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace callboard {

namespace {

constexpr int kVersion = 1;
const QString kUrl = QStringLiteral("url");

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

// What is no URL that can be saved may be anything that was pasted: a command with its headers, a user's password. Kept
// is what can only be the beginning of a host and a path.
bool mayHoldSecret(const QString &url)
{
    static const QRegularExpression harmless(QStringLiteral("^(?:[a-z]+://)?[\\w./-]*$"));
    return urlProblem(url) && !harmless.match(url).hasMatch();
}

bool typesKey(const Signing &signing)
{
    return std::any_of(signing.keys.begin(), signing.keys.end(),
                       [](const SigningKey &key) { return !key.secret.plain.isEmpty(); });
}

bool losesSecret(const CallbackTarget &target)
{
    return typesKey(target.signing) || std::any_of(target.headers.begin(), target.headers.end(), losesValue);
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
    return target;
}

} // namespace

QByteArray draftBytes(const CallbackTarget &target, Timestamp now)
{
    const bool urlLeftOut = mayHoldSecret(target.url);
    const bool leftOut = urlLeftOut || losesSecret(target);
    QJsonObject kept = toJson(target);
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
    target.state = stored.state;
    target.stateReason = stored.stateReason;
    target.createdAt = stored.createdAt;
    target.updatedAt = stored.updatedAt;
    if (target.signing.isOn() || !stored.signing.isOn())
        target.signing.keys = stored.signing.keys;
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
