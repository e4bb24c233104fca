#include "core/store/tables/accessstore.h"

namespace callboard {

TargetAccess accessOf(const CallbackTarget &target)
{
    return {target.authentication, target.tls, target.proxy};
}

void apply(const TargetAccess &access, CallbackTarget &target)
{
    target.authentication = access.authentication;
    target.tls = access.tls;
    target.proxy = access.proxy;
}

Result<QHash<TargetId, TargetAccess>> AccessStore::all()
{
    QHash<TargetId, TargetAccess> found;
    const auto read = [&found](const Query &row) {
        TargetAccess access;
        Authentication &authentication = access.authentication;
        authentication.scheme = AuthScheme(row.integer(1));
        authentication.user = row.text(2);
        authentication.secret.sealed = row.bytes(3);
        authentication.tokenUrl = row.text(4);
        authentication.scope = row.text(5);
        authentication.audience = row.text(6);
        authentication.secretInBody = row.integer(7) != 0;
        access.tls.authorities = row.bytes(8);
        access.tls.pins = row.text(9).split(u' ', Qt::SkipEmptyParts);
        access.tls.certificate = row.bytes(10);
        access.tls.key.sealed = row.bytes(11);
        setProxy(access.proxy, row.text(12));
        access.proxy.user = row.text(13);
        access.proxy.password.sealed = row.bytes(14);
        found.insert(TargetId{row.integer(0)}, access);
    };
    return m_db
        .each(QStringLiteral("SELECT target_id, auth, auth_user, auth_sealed, token_url, token_scope, token_audience, "
                             "secret_in_body, authorities, pins, certificate, key_sealed, proxy, proxy_user, "
                             "proxy_sealed FROM target_access"),
              {}, read)
        .map([&found] { return found; });
}

Result<void> AccessStore::replace(TargetId target, const TargetAccess &access)
{
    if (auto cleared = m_db.run(QStringLiteral("DELETE FROM target_access WHERE target_id = ?"), {target.value});
        !cleared)
        return tl::unexpected(cleared.error());
    if (access == TargetAccess{})
        return {};
    const Authentication &authentication = access.authentication;
    // A secret that is still in the clear never gets this far: see sealSecrets().
    return m_db
        .run(QStringLiteral("INSERT INTO target_access (target_id, auth, auth_user, auth_sealed, token_url, "
                            "token_scope, token_audience, secret_in_body, authorities, pins, certificate, key_sealed, "
                            "proxy, proxy_user, proxy_sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
             {target.value, int(authentication.scheme), authentication.user, authentication.secret.sealed,
              authentication.tokenUrl, authentication.scope, authentication.audience, int(authentication.secretInBody),
              access.tls.authorities, access.tls.pins.join(u' '), access.tls.certificate,
              access.tls.key.sealed, toString(access.proxy), access.proxy.user, access.proxy.password.sealed})
        .map([](Query *) {});
}

} // namespace callboard
