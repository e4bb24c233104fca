#include "core/domain/targetfields.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <type_traits>

namespace callboard {

namespace {

const QLatin1String kMark("secret:");

// Marked already where it was read from a definition.
QString markOf(const QString &plain, const QByteArray &sealed)
{
    if (!plain.isEmpty())
        return kMark + QLatin1String("typed"); // never stored: it is sealed first
    return secretMark(sealed);
}

Secret marked(const QJsonValue &mark)
{
    return {{}, mark.toString().toLatin1()};
}

QJsonValue toJson(const HeaderList &headers)
{
    QJsonArray array;
    for (const Header &header : headers) {
        QJsonObject object{{QStringLiteral("name"), header.name}, {QStringLiteral("enabled"), header.enabled}};
        if (header.secret)
            object.insert(QStringLiteral("secret"), markOf(header.value, header.sealed));
        else
            object.insert(QStringLiteral("value"), header.value);
        array.append(object);
    }
    return array;
}

void read(const QJsonValue &json, HeaderList &headers)
{
    headers.clear();
    for (const QJsonValue &item : json.toArray()) {
        const QJsonObject object = item.toObject();
        Header header;
        header.name = object[QLatin1String("name")].toString();
        header.enabled = object[QLatin1String("enabled")].toBool(true);
        header.secret = object.contains(QLatin1String("secret"));
        header.value = object[QLatin1String("value")].toString();
        header.sealed = object[QLatin1String("secret")].toString().toLatin1();
        headers.append(header);
    }
}

QJsonValue toJson(const QList<SigningKey> &keys)
{
    QJsonArray array;
    for (const SigningKey &key : keys)
        array.append(QJsonObject{{QStringLiteral("secret"), markOf(key.secret.plain, key.secret.sealed)},
                                 {QStringLiteral("until"), key.until ? toIso(*key.until) : QString()}});
    return array;
}

void read(const QJsonValue &json, QList<SigningKey> &keys)
{
    keys.clear();
    for (const QJsonValue &item : json.toArray()) {
        const QJsonObject object = item.toObject();
        keys.append({marked(object[QLatin1String("secret")]), fromIso(object[QLatin1String("until")].toString())});
    }
}

// How each kind of value stands in the JSON, and is read from there; what can't be read leaves the default.

QJsonValue toJson(const QString &text)
{
    return text;
}
void read(const QJsonValue &json, QString &text)
{
    text = json.toString();
}

QJsonValue toJson(const QByteArray &pem)
{
    return QString::fromLatin1(pem);
}
void read(const QJsonValue &json, QByteArray &pem)
{
    pem = json.toString().toLatin1();
}

QJsonValue toJson(const QStringList &words)
{
    return words.join(u' ');
}
void read(const QJsonValue &json, QStringList &words)
{
    words = json.toString().split(u' ', Qt::SkipEmptyParts);
}

QJsonValue toJson(const bool &value)
{
    return value;
}
void read(const QJsonValue &json, bool &value)
{
    value = json.toBool(value);
}

QJsonValue toJson(const int &value)
{
    return value;
}
void read(const QJsonValue &json, int &value)
{
    value = json.toInt(value);
}

QJsonValue toJson(const Milliseconds &duration)
{
    return formatDuration(duration);
}
void read(const QJsonValue &json, Milliseconds &duration)
{
    duration = parseDuration(json.toString()).value_or(duration);
}

QJsonValue toJson(const TriggerSet &triggers)
{
    return optionList(triggers);
}
void read(const QJsonValue &json, TriggerSet &triggers)
{
    triggers = triggersFrom(json.toString()).value_or(TriggerSet{});
}

QJsonValue toJson(const Rate &rate)
{
    return rateText(rate);
}
void read(const QJsonValue &json, Rate &rate)
{
    rate = rateFrom(json.toString()).value_or(Rate{});
}

QJsonValue toJson(const RetryPolicy &retry)
{
    return retry.toString();
}
void read(const QJsonValue &json, RetryPolicy &retry)
{
    retry = RetryPolicy::parse(json.toString()).value_or(retry);
}

QJsonValue toJson(const Scope &scope)
{
    if (scope.kind == ScopeKind::All)
        return QString();
    return QString((scope.kind == ScopeKind::Project ? QStringLiteral("project:") : QStringLiteral("asset:"))
                   + scope.id);
}
void read(const QJsonValue &json, Scope &scope)
{
    const QString text = json.toString();
    const qsizetype colon = text.indexOf(u':');
    scope = {};
    if (colon >= 0)
        scope = {text.startsWith(QLatin1String("project")) ? ScopeKind::Project : ScopeKind::Asset,
                 text.mid(colon + 1)};
}

// Its user and password are fields of their own.
QJsonValue toJson(const ProxySettings &proxy)
{
    return toString(proxy);
}
void read(const QJsonValue &json, ProxySettings &proxy)
{
    setProxy(proxy, json.toString());
}

QJsonValue toJson(const Secret &secret)
{
    return markOf(secret.plain, secret.sealed);
}
void read(const QJsonValue &json, Secret &secret)
{
    secret = marked(json);
}

// Enums by their stable spellings.
template <class Value>
requires std::is_enum_v<Value> QJsonValue toJson(const Value &value)
{
    return toString(value);
}

void read(const QJsonValue &json, Method &method)
{
    method = methodFrom(json.toString()).value_or(method);
}
void read(const QJsonValue &json, PayloadFormat &format)
{
    format = formatFrom(json.toString()).value_or(format);
}
void read(const QJsonValue &json, CallbackSource &source)
{
    source = sourceFrom(json.toString()).value_or(source);
}
void read(const QJsonValue &json, SigningScheme &scheme)
{
    scheme = signingSchemeFrom(json.toString()).value_or(scheme);
}
void read(const QJsonValue &json, AuthScheme &scheme)
{
    scheme = authSchemeFrom(json.toString()).value_or(scheme);
}
void read(const QJsonValue &json, TargetState &state)
{
    for (const TargetState one : {TargetState::Enabled, TargetState::Paused, TargetState::Disabled, TargetState::Gone})
        state = json.toString() == toString(one) ? one : state;
}

QJsonValue toJson(const TargetOrigin &origin)
{
    return origin == TargetOrigin::Door ? QStringLiteral("door") : QStringLiteral("operator");
}
void read(const QJsonValue &json, TargetOrigin &origin)
{
    origin = json.toString() == QLatin1String("door") ? TargetOrigin::Door : TargetOrigin::Operator;
}

template <class Value>
constexpr Value &at(Value &value)
{
    return value;
}
template <class Holder, class Member, class... Rest>
constexpr auto &at(Holder &holder, Member member, Rest... rest)
{
    return at(holder.*member, rest...);
}

// `Path`: the members that lead to it.
template <auto... Path>
constexpr DefinitionField field(const char *key, const char *label, bool secret = false)
{
    return {key, label, [](const CallbackTarget &target) { return toJson(at(target, Path...)); },
            [](CallbackTarget &target, const QJsonValue &json) { read(json, at(target, Path...)); }, secret};
}

// One row a field of CallbackTarget, or of what it holds. A new field needs a row here and a name in everyField().
constexpr DefinitionField kFields[] = {
    field<&CallbackTarget::name>("name", "name"),
    field<&CallbackTarget::url>("url", "address"),
    field<&CallbackTarget::method>("method", "method"),
    field<&CallbackTarget::format>("format", "format"),
    field<&CallbackTarget::source>("source", "source"),
    field<&CallbackTarget::headers>("headers", "headers"),
    field<&CallbackTarget::signing, &Signing::scheme>("signing", "signing"),
    field<&CallbackTarget::signing, &Signing::header>("signing.header", "signature's header"),
    field<&CallbackTarget::signing, &Signing::keys>("signing.keys", "signing keys", true),
    field<&CallbackTarget::authentication, &Authentication::scheme>("authentication", "authentication"),
    field<&CallbackTarget::authentication, &Authentication::user>("authentication.user", "user"),
    field<&CallbackTarget::authentication, &Authentication::secret>("authentication.secret", "authentication's secret",
                                                                    true),
    field<&CallbackTarget::authentication, &Authentication::tokenUrl>("authentication.tokenUrl", "token address"),
    field<&CallbackTarget::authentication, &Authentication::scope>("authentication.scope", "token's scope"),
    field<&CallbackTarget::authentication, &Authentication::audience>("authentication.audience", "token's audience"),
    field<&CallbackTarget::authentication, &Authentication::secretInBody>("authentication.secretInBody",
                                                                          "client's secret in the form"),
    field<&CallbackTarget::tls, &TlsSettings::authorities>("tls.authorities", "certificate authorities"),
    field<&CallbackTarget::tls, &TlsSettings::pins>("tls.pins", "pinned keys"),
    field<&CallbackTarget::tls, &TlsSettings::certificate>("tls.certificate", "client certificate"),
    field<&CallbackTarget::tls, &TlsSettings::key>("tls.key", "client key", true),
    field<&CallbackTarget::proxy>("proxy", "proxy"),
    field<&CallbackTarget::proxy, &ProxySettings::user>("proxy.user", "proxy's user"),
    field<&CallbackTarget::proxy, &ProxySettings::password>("proxy.password", "proxy's password", true),
    field<&CallbackTarget::triggers>("on", "triggers"),
    field<&CallbackTarget::state>("state", "state"),
    field<&CallbackTarget::stateReason>("stateReason", "reason of the state"),
    field<&CallbackTarget::origin>("origin", "origin"),
    field<&CallbackTarget::scope>("scope", "scope"),
    field<&CallbackTarget::coalesceWindow>("coalesce", "window"),
    field<&CallbackTarget::coalesceLongest>("coalesceLongest", "longest window"),
    field<&CallbackTarget::urgent>("urgent", "urgent triggers"),
    field<&CallbackTarget::relay>("relay", "relay"),
    field<&CallbackTarget::pipelining>("pipelining", "pipelining"),
    field<&CallbackTarget::connections>("connections", "connections"),
    field<&CallbackTarget::pipelineDepth>("pipelineDepth", "requests on each connection"),
    field<&CallbackTarget::ordered>("ordered", "order of each asset"),
    field<&CallbackTarget::allowPrivate>("allowPrivate", "internal address"),
    field<&CallbackTarget::connectTimeout>("connectTimeout", "time to connect"),
    field<&CallbackTarget::totalTimeout>("timeout", "time for an attempt"),
    field<&CallbackTarget::retry>("retry", "retries"),
    field<&CallbackTarget::maxInFlight>("maxInFlight", "requests at a time"),
    field<&CallbackTarget::rate>("rate", "rate"),
};

// A field that is new keeps this from compiling until it is named here; then it belongs into the table as well.
// Not recorded: id, revision and the two times, which are columns of their own.
[[maybe_unused]] void everyField(const CallbackTarget &target)
{
    [[maybe_unused]] const auto &[id, name, url, method, format, source, headers, signing, authentication, tls, proxy,
                                  triggers, state, stateReason, origin, scope, coalesceWindow, coalesceLongest, urgent,
                                  relay, pipelining, connections, pipelineDepth, ordered, allowPrivate, connectTimeout,
                                  totalTimeout, retry, maxInFlight, rate, revision, createdAt, updatedAt] = target;
    [[maybe_unused]] const auto &[scheme, user, secret, tokenUrl, tokenScope, audience, secretInBody] = authentication;
    [[maybe_unused]] const auto &[authorities, pins, certificate, key] = tls;
    [[maybe_unused]] const auto &[kind, host, port, proxyUser, password] = proxy;
    [[maybe_unused]] const auto &[signingScheme, signingHeader, keys] = signing;
}

} // namespace

std::span<const DefinitionField> definitionFields()
{
    return kFields;
}

QString secretMark(const QByteArray &sealed)
{
    if (sealed.isEmpty())
        return {};
    if (sealed.startsWith(kMark.data()))
        return QString::fromLatin1(sealed);
    return kMark + QString::fromLatin1(QCryptographicHash::hash(sealed, QCryptographicHash::Sha256).toHex().left(32));
}

QJsonObject definitionOf(const CallbackTarget &target)
{
    QJsonObject definition;
    for (const DefinitionField &field : kFields)
        definition.insert(QLatin1String(field.key), field.get(target));
    return definition;
}

CallbackTarget targetFromDefinition(const QJsonObject &definition)
{
    CallbackTarget target;
    for (const DefinitionField &field : kFields) {
        if (const auto value = definition.constFind(QLatin1String(field.key)); value != definition.constEnd())
            field.set(target, *value);
    }
    return target;
}

Result<CallbackTarget> targetFromDefinition(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return fail(ErrorCode::Malformed, QStringLiteral("A recorded definition can't be read."));
    return targetFromDefinition(document.object());
}

QString fieldLabel(const QString &field)
{
    const auto found = std::ranges::find_if(
        kFields, [&field](const DefinitionField &one) { return field == QLatin1String(one.key); });
    return found == std::end(kFields) ? field : QString::fromLatin1(found->label);
}

} // namespace callboard
