#include "core/payload/record/jsontokens.h"
#include "core/payload/targetimport.h"

#include <initializer_list>
#include <utility>

namespace callboard {

namespace {

enum class Secrets { LeftOut, Masked };

QByteArray truth(bool value)
{
    return value ? QByteArrayLiteral("true") : QByteArrayLiteral("false");
}

QByteArray writeHeaders(const HeaderList &headers, Secrets secrets)
{
    QByteArrayList items;
    for (const Header &header : headers) {
        QList<RecordField> fields{{"name", jsonString(header.name)}};
        if (!header.secret || secrets == Secrets::Masked)
            fields.append({"value", jsonString(header.secret ? kMask : header.value)});
        // Said where the name alone would make an importer guess otherwise.
        if (header.secret || looksSecret(header.name))
            fields.append({"secret", truth(header.secret)});
        if (!header.enabled)
            fields.append({"enabled", truth(false)});
        items.append(writeJsonObject(fields));
    }
    return '[' + items.join(',') + ']';
}

// Never a key: how many there are, and until when the older ones sign, where a person looks at one target.
QByteArray writeSigning(const Signing &signing, Secrets secrets)
{
    QList<RecordField> fields{{"scheme", jsonString(toString(signing.scheme))}};
    if (!signing.header.isEmpty())
        fields.append({"header", jsonString(signing.header)});
    if (secrets == Secrets::Masked) {
        QByteArrayList keys;
        for (const SigningKey &key : signing.keys)
            keys.append(writeJsonObject({{"until", key.until ? jsonString(toIso(*key.until)) : QByteArray("null")}}));
        fields.append({"keys", '[' + keys.join(',') + ']'});
    }
    return writeJsonObject(fields);
}

// That there is a secret, never the secret.
void addTexts(QList<RecordField> &fields, std::initializer_list<std::pair<const char *, QString>> texts)
{
    for (const auto &[name, text] : texts) {
        if (!text.isEmpty())
            fields.append({name, jsonString(text)});
    }
}

QByteArray writeAuthentication(const Authentication &authentication)
{
    QList<RecordField> fields{{"scheme", jsonString(toString(authentication.scheme))}};
    addTexts(fields,
             {{"user", authentication.user},
              {"tokenUrl", authentication.tokenUrl},
              {"scope", authentication.scope},
              {"audience", authentication.audience}});
    if (authentication.secretInBody)
        fields.append({"secretInBody", truth(true)});
    if (authentication.secret.isSet())
        fields.append({"secret", truth(true)});
    return writeJsonObject(fields);
}

QByteArray writeTls(const TlsSettings &tls)
{
    QList<RecordField> fields;
    addTexts(fields, {{"authorities", QString::fromUtf8(tls.authorities)}});
    QByteArrayList pins;
    for (const QString &pin : tls.pins)
        pins.append(jsonString(pin));
    if (!pins.isEmpty())
        fields.append({"pins", '[' + pins.join(',') + ']'});
    addTexts(fields, {{"certificate", QString::fromUtf8(tls.certificate)}});
    return writeJsonObject(fields);
}

QByteArray writeProxy(const ProxySettings &proxy)
{
    QList<RecordField> fields;
    addTexts(fields, {{"url", toString(proxy)}, {"user", proxy.user}});
    if (proxy.password.isSet())
        fields.append({"secret", truth(true)});
    return writeJsonObject(fields);
}

void addAccess(QList<RecordField> &fields, const CallbackTarget &target)
{
    if (target.authentication.isOn())
        fields.append({"authentication", writeAuthentication(target.authentication)});
    if (!target.tls.isDefault())
        fields.append({"tls", writeTls(target.tls)});
    if (target.proxy.isOn())
        fields.append({"proxy", writeProxy(target.proxy)});
}

QList<RecordField> fieldsOf(const CallbackTarget &target, Secrets secrets)
{
    QList<RecordField> fields{{"name", jsonString(target.name)},
                              {"url", jsonString(target.url)},
                              {"method", jsonString(toString(target.method))},
                              {"format", jsonString(toString(target.format))},
                              {"source", jsonString(toString(target.source))},
                              {"headers", writeHeaders(target.headers, secrets)}};
    if (target.signing.isOn())
        fields.append({"signing", writeSigning(target.signing, secrets)});
    addAccess(fields, target);
    for (const TriggerInfo &entry : allTriggers())
        fields.append({QByteArray(entry.flag.data(), entry.flag.size()), truth(target.triggers.has(entry.trigger))});
    fields.append({"state", jsonString(toString(target.state))});
    if (target.scope.kind != ScopeKind::All)
        fields.append({target.scope.kind == ScopeKind::Project ? "project" : "asset", jsonString(target.scope.id)});
    fields.append({"coalesce", jsonString(formatDuration(target.coalesceWindow))});
    fields.append({"coalesceLongest", jsonString(formatDuration(target.coalesceLongest))});
    fields.append({"urgent", jsonString(optionList(target.urgent))});
    fields.append({"relay", truth(target.relay)});
    fields.append({"pipelining", truth(target.pipelining)});
    fields.append({"connections", QByteArray::number(target.connections)});
    fields.append({"pipelineDepth", QByteArray::number(target.pipelineDepth)});
    fields.append({"ordered", truth(target.ordered)});
    fields.append({"allowPrivate", truth(target.allowPrivate)});
    fields.append({"connectTimeout", jsonString(formatDuration(target.connectTimeout))});
    fields.append({"timeout", jsonString(formatDuration(target.totalTimeout))});
    fields.append({"retry", jsonString(target.retry.toString())});
    fields.append({"maxInFlight", QByteArray::number(target.maxInFlight)});
    fields.append({"rate", jsonString(target.rate.isSet() ? rateText(target.rate) : QStringLiteral("none"))});
    return fields;
}

} // namespace

QByteArray exportTargets(const QList<CallbackTarget> &targets)
{
    QByteArrayList lines;
    for (const CallbackTarget &target : targets)
        lines.append("    " + writeJsonObject(fieldsOf(target, Secrets::LeftOut)));
    const QByteArray list = lines.isEmpty() ? QByteArrayLiteral("[]") : "[\n" + lines.join(",\n") + "\n  ]";
    return "{\n  \"callboard\": 1,\n  \"targets\": " + list + "\n}\n";
}

QByteArray targetToJson(const CallbackTarget &target)
{
    QList<RecordField> fields{{"id", QByteArray::number(target.id.value)}};
    fields.append(fieldsOf(target, Secrets::Masked));
    if (!target.stateReason.isEmpty())
        fields.append({"stateReason", jsonString(target.stateReason)});
    fields.append({"revision", QByteArray::number(target.revision)});
    fields.append({"createdAt", jsonString(toIso(target.createdAt))});
    fields.append({"updatedAt", jsonString(toIso(target.updatedAt))});
    return writeJsonObject(fields);
}

} // namespace callboard
