#include "core/security/secretvalues.h"

#include <algorithm>

namespace callboard {

namespace {

// One that is a name and a password, as Basic has them (RFC 7617 §2): either form gives the password away.
SecretSpellings pairOf(const QString &user, const QString &password)
{
    return {password, QString(user + u':' + password)};
}

SecretSpellings pairFrom(const QString &base64)
{
    const auto decoded = QByteArray::fromBase64Encoding(base64.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    const QString pair = decoded ? QString::fromUtf8(*decoded) : QString();
    const qsizetype colon = pair.indexOf(u':');
    return colon < 0 ? SecretSpellings() : pairOf(pair.left(colon), pair.mid(colon + 1));
}

// A word before the credentials that says how they are meant (RFC 9110 §11.4).
bool isScheme(const QString &headerName, const QString &word)
{
    const auto isIn = [](const QString &text, std::initializer_list<QLatin1String> list) {
        return std::ranges::any_of(list,
                                   [&](QLatin1String one) { return text.compare(one, Qt::CaseInsensitive) == 0; });
    };
    return isIn(word, {QLatin1String("bearer"), QLatin1String("basic"), QLatin1String("token")})
        || isIn(headerName, {QLatin1String("authorization"), QLatin1String("proxy-authorization")});
}

SecretSpellings cookiesIn(const QString &value)
{
    SecretSpellings values;
    for (const QString &cookie : value.split(u';', Qt::SkipEmptyParts)) {
        if (const qsizetype sign = cookie.indexOf(u'='); sign >= 0)
            values.append(cookie.mid(sign + 1).trimmed());
    }
    return values;
}

SecretSpellings keySpellings(const QString &key)
{
    SecretSpellings spellings{key};
    for (const QLatin1String prefix : {QLatin1String("whsec_"), QLatin1String("whsk_")}) {
        if (key.startsWith(prefix))
            spellings.append(key.mid(prefix.size()));
    }
    return spellings;
}

void appendSet(QList<SecretSpellings> &list, const SecretSpellings &spellings)
{
    if (!spellings.isEmpty() && !spellings.first().isEmpty())
        list.append(spellings);
}

} // namespace

SecretSpellings secretSpellings(const QString &headerName, const QString &value)
{
    const QString whole = value.trimmed();
    SecretSpellings spellings{whole};
    if (headerName.compare(QLatin1String("cookie"), Qt::CaseInsensitive) == 0)
        return spellings + cookiesIn(whole);
    const qsizetype space = whole.indexOf(u' ');
    const QString scheme = whole.left(space);
    if (space <= 0 || !isScheme(headerName, scheme))
        return spellings;
    const QString credentials = whole.mid(space + 1).trimmed();
    spellings.append(credentials);
    if (scheme.compare(QLatin1String("basic"), Qt::CaseInsensitive) == 0)
        spellings += pairFrom(credentials);
    return spellings;
}

QList<SecretSpellings> secretValues(const OpenSecrets &secrets)
{
    QList<SecretSpellings> values;
    for (const Header &header : secrets.headers) {
        if (header.secret && header.enabled)
            appendSet(values, secretSpellings(header.name, header.value));
    }
    for (const SigningKey &key : secrets.keys)
        appendSet(values, keySpellings(key.secret.plain));
    const Authentication &authentication = secrets.authentication;
    appendSet(values,
              authentication.scheme == AuthScheme::Bearer ? SecretSpellings{authentication.secret.plain}
                                                          : pairOf(authentication.user, authentication.secret.plain));
    appendSet(values, {secrets.tls.key.plain});
    appendSet(values, pairOf(secrets.proxy.user, secrets.proxy.password.plain));
    return values;
}

QList<SecretSpellings> secretValues(const QString &secret)
{
    QList<SecretSpellings> values;
    appendSet(values, {secret});
    return values;
}

QList<SecretSpellings> secretValues(const SmtpServer &server)
{
    QList<SecretSpellings> values;
    appendSet(values, pairOf(server.user, server.password.plain));
    return values;
}

Exchange withoutSecrets(Exchange exchange, const SecretFilter &filter)
{
    if (filter.isEmpty())
        return exchange;
    QSet<int> found;
    const auto hideIn = [&](QString &text) {
        text = QString::fromUtf8(filter.hide(text.toUtf8(), SecretFilter::Place::Head, false, found));
    };
    exchange.responseHead = filter.hide(exchange.responseHead, SecretFilter::Place::Head, exchange.truncated, found);
    exchange.responseBody = filter.hide(exchange.responseBody, SecretFilter::Place::Body, exchange.truncated, found);
    hideIn(exchange.errorText);
    hideIn(exchange.note);
    if (found.isEmpty())
        return exchange;
    const QString hidden = found.size() == 1
        ? QStringLiteral("1 secret of the target was hidden in the answer.")
        : QStringLiteral("%1 secrets of the target were hidden in the answer.").arg(found.size());
    exchange.note += exchange.note.isEmpty() ? hidden : QString(u' ' + hidden);
    return exchange;
}

} // namespace callboard
