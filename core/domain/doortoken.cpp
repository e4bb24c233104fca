#include "core/domain/doortoken.h"

#include <QCryptographicHash>

#include <algorithm>
#include <iterator>

namespace callboard {

namespace {

struct ScopeWord {
    DoorScope scope;
    QLatin1String word;
};

constexpr ScopeWord kScopes[] = {{DoorScope::Events, QLatin1String("events")},
                                 {DoorScope::Publish, QLatin1String("publish")},
                                 {DoorScope::Read, QLatin1String("read")},
                                 {DoorScope::Notify, QLatin1String("notify")}};

constexpr qsizetype kLongestName = 60;
constexpr qsizetype kHintCharacters = 8;

// A name stands in columns, messages and the trail.
bool isNameCharacter(QChar c)
{
    return c.isPrint() && !c.isLowSurrogate() && !c.isHighSurrogate() && c.category() != QChar::Other_Format;
}

} // namespace

QString toString(DoorScope scope)
{
    const auto *const found = std::find_if(std::begin(kScopes), std::end(kScopes),
                                           [scope](const ScopeWord &each) { return each.scope == scope; });
    return found == std::end(kScopes) ? QString() : QString(found->word);
}

QString toString(DoorScopes scopes)
{
    QStringList words;
    for (const ScopeWord &each : kScopes) {
        if (scopes.has(each.scope))
            words.append(each.word);
    }
    return words.join(u',');
}

std::optional<DoorScopes> doorScopesFrom(const QString &list)
{
    DoorScopes scopes;
    for (const QString &part : list.split(u',', Qt::SkipEmptyParts)) {
        const QString word = part.trimmed();
        const auto *const found = std::find_if(std::begin(kScopes), std::end(kScopes),
                                               [&word](const ScopeWord &each) { return each.word == word; });
        if (found == std::end(kScopes))
            return std::nullopt;
        scopes.set(found->scope, true);
    }
    return scopes;
}

std::optional<QString> doorTokenProblem(const DoorToken &token, Timestamp now)
{
    const QString &name = token.name;
    if (name.isEmpty())
        return QStringLiteral("A token needs a name, such as the system that will carry it.");
    if (name.size() > kLongestName)
        return QStringLiteral("A token's name has at most %1 characters.").arg(kLongestName);
    if (name != name.trimmed() || !std::all_of(name.begin(), name.end(), isNameCharacter))
        return QStringLiteral("A token's name is one line of plain characters.");
    if (name.startsWith(QLatin1String("cbt_")))
        return QStringLiteral("A token's name is not the token.");
    if (token.scopes.isEmpty())
        return QStringLiteral("A token needs a scope: events, publish, read or notify.");
    if (token.hasEnded(now))
        return QStringLiteral("The token would end before it begins.");
    return std::nullopt;
}

QByteArray doorTokenHash(QByteArrayView secret)
{
    return QCryptographicHash::hash(secret, QCryptographicHash::Sha256);
}

QByteArray doorTokenFrom(const QByteArray &random)
{
    return "cbt_" + random.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QString doorTokenHint(const QByteArray &secret)
{
    return QString::fromLatin1(secret.first(std::min(kHintCharacters, secret.size()))) + QStringLiteral("…");
}

} // namespace callboard
