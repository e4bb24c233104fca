#include "ui/targets/draft/accessdraft.h"

#include "ui/targets/draft/targetdraft.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QUrl>

namespace callboard {

namespace {

// What is there is more than the default: most targets have nothing of it.
void add(QJsonObject &json, const char *key, const QString &text)
{
    if (!text.isEmpty())
        json.insert(QLatin1String(key), text);
}

QString keptTokenUrl(const Authentication &authentication)
{
    return mayHoldSecret(authentication.tokenUrl) ? QString() : authentication.tokenUrl;
}

QString hostOf(const QString &url)
{
    return QUrl(url, QUrl::StrictMode).host();
}

} // namespace

void addAccess(QJsonObject &json, const CallbackTarget &target)
{
    const Authentication &authentication = target.authentication;
    json.insert(QStringLiteral("authentication"), toString(authentication.scheme));
    add(json, "authUser", authentication.user);
    add(json, "tokenUrl", keptTokenUrl(authentication));
    add(json, "tokenScope", authentication.scope);
    add(json, "tokenAudience", authentication.audience);
    json.insert(QStringLiteral("secretInBody"), authentication.secretInBody);
    add(json, "authorities", QString::fromLatin1(target.tls.authorities));
    json.insert(QStringLiteral("pins"), QJsonArray::fromStringList(target.tls.pins));
    add(json, "certificate", QString::fromLatin1(target.tls.certificate));
    add(json, "proxy", toString(target.proxy));
    add(json, "proxyUser", target.proxy.user);
}

void readAccess(CallbackTarget &target, const QJsonObject &json)
{
    const auto text = [&json](const char *key) { return json.value(QLatin1String(key)).toString(); };
    Authentication &authentication = target.authentication;
    authentication.scheme = authSchemeFrom(text("authentication")).value_or(AuthScheme::None);
    authentication.user = text("authUser");
    authentication.tokenUrl = text("tokenUrl");
    authentication.scope = text("tokenScope");
    authentication.audience = text("tokenAudience");
    authentication.secretInBody = json.value(QLatin1String("secretInBody")).toBool();
    target.tls.authorities = text("authorities").toLatin1();
    for (const QJsonValue &pin : json.value(QLatin1String("pins")).toArray())
        target.tls.pins.append(pin.toString());
    target.tls.certificate = text("certificate").toLatin1();
    if (setProxy(target.proxy, text("proxy")) && target.proxy.isOn())
        target.proxy.user = text("proxyUser");
}

bool losesAccessSecret(const CallbackTarget &target)
{
    const bool any = !target.authentication.secret.plain.isEmpty() || !target.tls.key.plain.isEmpty()
        || !target.proxy.password.plain.isEmpty();
    return any || mayHoldSecret(target.authentication.tokenUrl);
}

void takeAccessSecrets(CallbackTarget &target, const CallbackTarget &stored)
{
    if (target.authentication.scheme == stored.authentication.scheme
        && hostOf(target.authentication.tokenUrl) == hostOf(stored.authentication.tokenUrl))
        target.authentication.secret = stored.authentication.secret;
    if (target.tls.certificate == stored.tls.certificate)
        target.tls.key = stored.tls.key;
    if (toString(target.proxy) == toString(stored.proxy) && !target.proxy.user.isEmpty())
        target.proxy.password = stored.proxy.password;
}

} // namespace callboard
