#include "core/engine/doordesk.h"

#include "core/engine/recording.h"
#include "core/intake/doorguard.h"
#include "core/store/tables/doortokenstore.h"

#include <QRandomGenerator>

#include <algorithm>

namespace callboard {

namespace {

constexpr qsizetype kTokenBytes = 32;

QByteArray newSecret()
{
    QByteArray random(kTokenBytes, Qt::Uninitialized);
    QRandomGenerator::system()->generate(random.begin(), random.end());
    return doorTokenFrom(random);
}

} // namespace

Result<QList<DoorToken>> DoorDesk::named(const QString &name)
{
    return DoorTokenStore(m_place.db).all().map([&name](QList<DoorToken> tokens) {
        tokens.removeIf([&name](const DoorToken &token) { return token.name != name; });
        return tokens;
    });
}

Result<void> DoorDesk::record(const QString &action, const DoorToken &token)
{
    const QString end = token.endsAt ? toIso(*token.endsAt) : QString();
    const QString sentence = end.isEmpty() ? QStringLiteral("“%1” (%2)") : QStringLiteral("“%1” (%2) until %3");
    return m_place.orders.recording().add({{},
                                           action,
                                           QStringLiteral("token:%1").arg(token.id.value),
                                           end.isEmpty() ? sentence.arg(token.name, toString(token.scopes))
                                                         : sentence.arg(token.name, toString(token.scopes), end),
                                           {{QStringLiteral("name"), token.name},
                                            {QStringLiteral("scopes"), toString(token.scopes)},
                                            {QStringLiteral("endsAt"), end}}});
}

Result<IssuedDoorToken> DoorDesk::issue(DoorToken token, const QString &action)
{
    const QByteArray secret = newSecret();
    token.createdAt = m_place.clock.now();
    token.hash = doorTokenHash(secret);
    token.hint = doorTokenHint(secret);
    token.usedAt.reset();
    m_place.settingsChanged = true;
    const auto made = DoorTokenStore(m_place.db).insert(std::move(token));
    if (!made)
        return tl::unexpected(made.error());
    return record(action, *made).map([&] { return IssuedDoorToken{*made, secret}; });
}

Result<IssuedDoorToken> DoorDesk::add(const QString &name, DoorScopes scopes, std::optional<Timestamp> endsAt)
{
    DoorToken token;
    token.name = name;
    token.scopes = scopes;
    token.endsAt = endsAt;
    if (const auto problem = doorTokenProblem(token, m_place.clock.now()))
        return fail(ErrorCode::InvalidArgument, *problem);
    if (name == kMainToken)
        return fail(ErrorCode::NameTaken, QStringLiteral("“%1” is the door's own token. Take another name.").arg(name));
    const auto present = named(name);
    if (!present)
        return tl::unexpected(present.error());
    if (!present->isEmpty())
        return fail(ErrorCode::NameTaken,
                    QStringLiteral("There is a token “%1” already. Rotate it, or take another name.").arg(name));
    return issue(std::move(token), QStringLiteral("token.added"));
}

Result<IssuedDoorToken> DoorDesk::rotate(const QString &name, Milliseconds overlap)
{
    const auto present = named(name);
    if (!present)
        return tl::unexpected(present.error());
    if (present->isEmpty())
        return fail(ErrorCode::NotFound, QStringLiteral("There is no token “%1”.").arg(name));
    const Timestamp now = m_place.clock.now();
    DoorToken next = present->first();
    if (next.endsAt)
        next.endsAt = now + (*next.endsAt - next.createdAt);
    DoorTokenStore store(m_place.db);
    for (const DoorToken &token : *present) {
        const Timestamp end = token.endsAt ? std::min(*token.endsAt, now + overlap) : now + overlap;
        const auto ended = end <= now ? store.remove(token.id) : store.setEnd(token.id, end);
        if (!ended)
            return tl::unexpected(ended.error());
    }
    return issue(std::move(next), QStringLiteral("token.rotated"));
}

Result<QString> DoorDesk::revoke(const QString &name)
{
    const auto present = named(name);
    if (!present)
        return tl::unexpected(present.error());
    if (present->isEmpty())
        return fail(ErrorCode::NotFound, QStringLiteral("There is no token “%1”.").arg(name));
    for (const DoorToken &token : *present) {
        if (auto removed = DoorTokenStore(m_place.db).remove(token.id); !removed)
            return tl::unexpected(removed.error());
    }
    m_place.settingsChanged = true;
    return record(QStringLiteral("token.revoked"), present->first()).map([&name] { return name; });
}

} // namespace callboard
