// VaultKeeper's second part: every secret of the workspace opened and sealed anew under another key.
#include "core/engine/vaultkeeper.h"
#include "core/store/tables/revisionstore.h"
#include "core/store/tables/sealedstore.h"

#include <algorithm>

namespace callboard {

namespace {

using Place = SealedValue::Place;

QString contextOf(const SealedValue &value)
{
    switch (value.place) {
    case Place::Header: return headerContext(value.target, value.name);
    case Place::SigningKey: return signingContext(value.target);
    case Place::Authentication: return loneContext(value.target, kAuthenticationSecret);
    case Place::ClientKey: return loneContext(value.target, kClientKey);
    case Place::ProxyPassword: return loneContext(value.target, kProxyPassword);
    case Place::Setting: return settingContext(value.name);
    case Place::IntakeToken: break;
    }
    return QStringLiteral("meta.value:") + value.name;
}

QString nameOf(const SealedValue &value)
{
    const QString target = QStringLiteral(" of target %1").arg(value.target.value);
    switch (value.place) {
    case Place::Header: return QStringLiteral("secret header “%1”").arg(value.name) + target;
    case Place::SigningKey: return QStringLiteral("signing key %1").arg(value.position + 1) + target;
    case Place::Authentication: return QStringLiteral("authentication secret") + target;
    case Place::ClientKey: return QStringLiteral("client key") + target;
    case Place::ProxyPassword: return QStringLiteral("proxy password") + target;
    case Place::Setting: return QStringLiteral("setting %1").arg(value.name);
    case Place::IntakeToken: break;
    }
    return QStringLiteral("intake token");
}

} // namespace

Result<bool> opensAny(Database &db, const Vault &vault)
{
    return SealedStore(db).all().map([&vault](const QList<SealedValue> &values) {
        return values.isEmpty() || std::any_of(values.begin(), values.end(), [&vault](const SealedValue &value) {
                   return vault.unseal(value.sealed, contextOf(value)).has_value();
               });
    });
}

Result<int> sealAnew(Database &db, const Vault &from, const Vault &to)
{
    SealedStore store(db);
    auto values = store.all();
    if (!values)
        return tl::unexpected(values.error());
    for (SealedValue &value : *values) {
        const QString context = contextOf(value);
        const auto plain = from.unseal(value.sealed, context);
        if (!plain)
            return fail(ErrorCode::VaultCorrupt,
                        QStringLiteral("The %1 does not open with the present key, so the key stays as it is. Enter "
                                       "that secret again, or remove it, and rotate then.")
                            .arg(nameOf(value)));
        const QByteArray before = std::exchange(value.sealed, to.seal(*plain, context));
        auto replaced = store.replace(value).and_then([&] { // in no revision is it another secret
            return RevisionStore(db).resealed(value.target, before, value.sealed);
        });
        if (!replaced)
            return tl::unexpected(replaced.error());
    }
    return int(values->size());
}

} // namespace callboard
