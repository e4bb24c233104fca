#include "core/engine/tokenexchange.h"

#include "core/payload/record/jsontokens.h"
#include "core/security/secretfilter.h"
#include "core/transport/connectionsecurity.h"

#include <QSslConfiguration>

#include <algorithm>
#include <cmath>

namespace callboard {

namespace {

constexpr auto kPatience = std::chrono::seconds(15);
constexpr qsizetype kLargestToken = qsizetype{16} * 1024;
constexpr qsizetype kMostWords = 200; // of what a server says of its reasons

// application/x-www-form-urlencoded, which RFC 6749 asks for in the Basic header, too.
QByteArray formEncoded(const QString &text)
{
    return QUrl::toPercentEncoding(text).replace("%20", "+").replace("~", "%7E");
}

QByteArray basicCredentials(const Authentication &open)
{
    return QByteArray(formEncoded(open.user) + ':' + formEncoded(open.secret.plain)).toBase64();
}

QByteArray formOf(const Authentication &open)
{
    QByteArray form = QByteArrayLiteral("grant_type=client_credentials");
    const auto add = [&form](const char *name, const QString &value) {
        if (!value.isEmpty())
            form += QByteArray("&") + name + '=' + formEncoded(value);
    };
    add("scope", open.scope);
    add("audience", open.audience);
    if (open.secretInBody) {
        add("client_id", open.user);
        add("client_secret", open.secret.plain);
    }
    return form;
}

QString withoutClientSecret(const QString &sentence, const Authentication &open)
{
    return SecretFilter({{open.secret.plain, QString::fromLatin1(basicCredentials(open))}}).hide(sentence, true);
}

// On one line, short, and without what would steer a terminal, turn the text round or give the secret away.
QString harmless(const QString &text, const Authentication &open)
{
    QString plain;
    for (QChar c : text)
        plain += c.isPrint() && c.category() != QChar::Other_Format ? c : QChar(u' ');
    plain = withoutClientSecret(plain.simplified(), open);
    return plain.size() > kMostWords ? plain.left(kMostWords) + u'…' : plain;
}

using Fields = QList<RecordField>;

std::optional<QByteArray> field(const Fields &fields, const char *name)
{
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [name](const RecordField &one) { return one.name == name; });
    return found == fields.end() ? std::nullopt : std::optional(found->raw);
}

QString textField(const Fields &fields, const char *name)
{
    const auto token = field(fields, name);
    return token && token->startsWith('"') ? jsonText(*token) : QString();
}

tl::unexpected<Error> none(const QString &sentence)
{
    return fail(ErrorCode::Conflict, sentence);
}

// What a server other than one that gives tokens may answer says nothing: a page of HTML is not repeated.
tl::unexpected<Error> refusal(const QString &host, const Authentication &open, const Exchange &exchange)
{
    const auto fields = readJsonObject(exchange.responseBody);
    const QString code = fields ? harmless(textField(*fields, "error"), open) : QString();
    if (code.isEmpty())
        return none(QStringLiteral("%1 answered %2 when it was asked for a token.").arg(host).arg(exchange.status));
    const QString more = harmless(textField(*fields, "error_description"), open);
    return more.isEmpty() ? none(QStringLiteral("%1 refused the client: %2").arg(host, code))
                          : none(QStringLiteral("%1 refused the client: %2 (%3)").arg(host, code, more));
}

bool fitsHeader(const QString &token)
{
    return !token.isEmpty() && token.size() <= kLargestToken
        && std::all_of(token.begin(), token.end(), [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7F; });
}

// In seconds; some servers put them in quotes. Empty optional: that is no time to be good for.
std::optional<Milliseconds> lifetimeOf(const Fields &fields)
{
    const auto token = field(fields, "expires_in");
    if (!token || *token == "null")
        return kUsualTokenLifetime;
    bool ok = false;
    const double seconds = jsonText(*token).toDouble(&ok);
    if (!ok || !std::isfinite(seconds) || seconds < 1)
        return std::nullopt;
    const double most = double(std::chrono::duration_cast<std::chrono::seconds>(kLongestTokenLifetime).count());
    return Milliseconds(qint64(std::min(seconds, most) * 1000));
}

} // namespace

TransportRequest tokenRequest(const CallbackTarget &target, const Authentication &open)
{
    TransportRequest request;
    request.url = QUrl(open.tokenUrl);
    request.method = "POST";
    request.headers = {{"User-Agent", "Callboard/" CALLBOARD_VERSION},
                       {"Accept", "application/json"},
                       {"Content-Type", "application/x-www-form-urlencoded"}};
    if (!open.secretInBody)
        request.headers.emplaceBack("Authorization", "Basic " + basicCredentials(open));
    request.body = formOf(open);
    request.connectTimeout = target.connectTimeout;
    request.totalTimeout = kPatience;
    request.allowPrivate = target.allowPrivate;
    request.keepResponseBytes = kLargestTokenAnswer;
    return request;
}

std::shared_ptr<const ConnectionSecurity> tokenSecurity(const CallbackTarget &target,
                                                        const std::shared_ptr<const ConnectionSecurity> &security)
{
    if (!security || isSameOrigin(QUrl(target.url), QUrl(target.authentication.tokenUrl)))
        return security;
    auto other = std::make_shared<ConnectionSecurity>(*security);
    other->pins.clear();
    if (!other->authorities.isEmpty())
        other->authorities += QSslConfiguration::systemCaCertificates();
    return other;
}

Result<GrantedToken> readTokenAnswer(const Authentication &open, const Exchange &exchange)
{
    const QString host = QUrl(open.tokenUrl).host();
    if (exchange.status == 0)
        return none(QStringLiteral("%1 could not be asked for a token: %2")
                        .arg(host, withoutClientSecret(exchange.errorText, open)));
    if (exchange.status / 100 != 2)
        return refusal(host, open, exchange);
    if (exchange.responseSize > kLargestTokenAnswer || exchange.responseBody.size() > kLargestTokenAnswer)
        return none(QStringLiteral("%1 gave no token: its answer is larger than 64 KiB.").arg(host));
    if (exchange.truncated)
        return none(QStringLiteral("%1 gave no token: its answer did not end.").arg(host));
    const auto fields = readJsonObject(exchange.responseBody);
    const QString token = fields ? textField(*fields, "access_token") : QString();
    if (token.isEmpty())
        return none(QStringLiteral("%1 gave no token: its answer is no JSON with an “access_token”.").arg(host));
    if (textField(*fields, "token_type").compare(QLatin1String("bearer"), Qt::CaseInsensitive) != 0)
        return none(QStringLiteral("%1 gave no token that can be used: its type is not bearer.").arg(host));
    if (!fitsHeader(token))
        return none(QStringLiteral("%1 gave no token that can be used: it has a character that no header takes, or "
                                   "is too long.")
                        .arg(host));
    const auto lifetime = lifetimeOf(*fields);
    if (!lifetime)
        return none(QStringLiteral("%1 gave no token that can be used: it ends at once.").arg(host));
    return GrantedToken{token, *lifetime};
}

bool isSameOrigin(const QUrl &one, const QUrl &other)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == QLatin1String("https") ? 443 : 80); };
    return one.scheme() == other.scheme() && one.host() == other.host() && port(one) == port(other);
}

} // namespace callboard
