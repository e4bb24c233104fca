#include "core/payload/definition/accessreader.h"

namespace callboard {

namespace {

std::optional<Error> bad(const JsonNode &node, const QString &what, ImportNotes &notes)
{
    return notes.source.failAt(ErrorCode::Malformed, node.offset, what).value();
}

QString textOf(const JsonNode &node, QStringView key)
{
    const JsonNode *found = node.find(key);
    return found != nullptr && found->isString() ? found->text.trimmed() : QString();
}

bool isTrue(const JsonNode &node, QStringView key)
{
    const JsonNode *found = node.find(key);
    return found != nullptr && found->text == QLatin1String("true");
}

// Written by hand it may be there.
QString secretOf(const JsonNode &node)
{
    const QString text = textOf(node, u"secret");
    return text == kMask ? QString() : text;
}

} // namespace

// What was told of it stays beside the scheme that is off, so that only the secret is to be entered.
std::optional<Error> readAuthentication(const JsonNode &node, CallbackTarget &target, ImportNotes &notes)
{
    const auto scheme = authSchemeFrom(textOf(node, u"scheme"));
    if (!node.isObject() || !scheme)
        return bad(node, QStringLiteral("“authentication” is an object with a “scheme”: none, basic, bearer or oauth2"),
                   notes);
    Authentication read;
    read.scheme = *scheme;
    read.user = textOf(node, u"user");
    read.secret.plain = secretOf(node);
    read.tokenUrl = textOf(node, u"tokenUrl");
    read.scope = textOf(node, u"scope");
    read.audience = textOf(node, u"audience");
    read.secretInBody = isTrue(node, u"secretInBody");
    const bool lacksSecret = read.isOn() && !read.secret.isSet()
        && (read.scheme != AuthScheme::Basic || node.find(u"secret") != nullptr);
    if (lacksSecret) {
        read.scheme = AuthScheme::None;
        notes.warn(node.offset,
                   QStringLiteral("authentication with %1 is off: its secret was left out on purpose; "
                                  "turn it on and enter it")
                       .arg(toString(*scheme)));
    }
    if (const auto problem = authenticationProblem(read))
        return bad(node, *problem, notes);
    target.authentication = read;
    return std::nullopt;
}

std::optional<Error> readTls(const JsonNode &node, CallbackTarget &target, ImportNotes &notes)
{
    if (!node.isObject())
        return bad(node, QStringLiteral("“tls” is an object with “authorities”, “pins” or “certificate”"), notes);
    TlsSettings read;
    read.authorities = textOf(node, u"authorities").toUtf8();
    if (!read.authorities.isEmpty())
        read.authorities += '\n';
    if (const JsonNode *pins = node.find(u"pins")) {
        for (const JsonNode &pin : pins->items)
            read.pins.append(pin.text.trimmed());
    }
    if (const auto problem = tlsProblem(read))
        return bad(node, *problem, notes);
    if (const JsonNode *certificate = node.find(u"certificate"))
        notes.warn(certificate->offset,
                   QStringLiteral("the client certificate is left out: its key was left out on purpose; enter both"));
    target.tls = read;
    return std::nullopt;
}

std::optional<Error> readProxy(const JsonNode &node, CallbackTarget &target, ImportNotes &notes)
{
    ProxySettings read;
    const QString url = node.isString() ? node.text.trimmed() : textOf(node, u"url");
    if (!setProxy(read, url))
        return bad(node, QStringLiteral("a proxy is http://HOST:PORT or socks5://HOST:PORT, without name or password"),
                   notes);
    if (read.isOn() && node.isObject()) {
        read.user = textOf(node, u"user");
        read.password.plain = secretOf(node);
        if (!read.password.isSet() && node.find(u"secret") != nullptr)
            notes.warn(node.offset, QStringLiteral("the proxy's password was left out on purpose: enter it"));
    }
    if (const auto problem = proxyProblem(read))
        return bad(node, *problem, notes);
    target.proxy = read;
    return std::nullopt;
}

} // namespace callboard
