#include "core/store/tables/doortokenstore.h"

namespace callboard {

namespace {

std::optional<Timestamp> timeAt(const Query &row, int column)
{
    return row.value(column).isNull() ? std::nullopt : std::optional(timeFrom(row.value(column)));
}

} // namespace

Result<QList<DoorToken>> DoorTokenStore::all()
{
    QList<DoorToken> tokens;
    const auto read = [&tokens](const Query &row) {
        tokens.append(DoorToken{.id = {row.integer(0)},
                                .name = row.text(1),
                                .scopes = DoorScopes::fromBits(int(row.integer(2))),
                                .hash = row.bytes(3),
                                .hint = row.text(4),
                                .createdAt = timeFrom(row.integer(5)),
                                .endsAt = timeAt(row, 6),
                                .usedAt = timeAt(row, 7)});
    };
    return m_db
        .each(QStringLiteral("SELECT id, name, scopes, hash, hint, created_at, ends_at, used_at FROM door_token "
                             "ORDER BY LOWER(name), name, id DESC"),
              {}, read)
        .map([&tokens] { return tokens; });
}

Result<DoorToken> DoorTokenStore::insert(DoorToken token)
{
    const auto id = m_db.reserve(QStringLiteral("door_token"), 1);
    if (!id)
        return tl::unexpected(id.error());
    token.id = {*id};
    return m_db
        .run(QStringLiteral("INSERT INTO door_token (id, name, scopes, hash, hint, created_at, ends_at, used_at) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
             {token.id.value, token.name, token.scopes.bits(), token.hash, token.hint, stored(token.createdAt),
              stored(token.endsAt), stored(token.usedAt)})
        .map([&token](Query *) { return token; });
}

Result<void> DoorTokenStore::setEnd(DoorTokenId id, Timestamp endsAt)
{
    return m_db.run(QStringLiteral("UPDATE door_token SET ends_at = ? WHERE id = ?"), {stored(endsAt), id.value})
        .map([](Query *) {});
}

Result<void> DoorTokenStore::setUsed(DoorTokenId id, Timestamp usedAt)
{
    return m_db
        .run(QStringLiteral("UPDATE door_token SET used_at = ? WHERE id = ? AND (used_at IS NULL OR used_at < ?)"),
             {stored(usedAt), id.value, stored(usedAt)})
        .map([](Query *) {});
}

Result<void> DoorTokenStore::remove(DoorTokenId id)
{
    return m_db.run(QStringLiteral("DELETE FROM door_token WHERE id = ?"), {id.value}).map([](Query *) {});
}

} // namespace callboard
