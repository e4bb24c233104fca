#include "core/store/tables/signingkeystore.h"

namespace callboard {

Result<QHash<TargetId, QList<SigningKey>>> SigningKeyStore::all()
{
    QHash<TargetId, QList<SigningKey>> keys;
    auto read = m_db.each(
        QStringLiteral("SELECT target_id, sealed, until FROM target_signing_key ORDER BY target_id, position"), {},
        [&keys](const Query &row) {
            SigningKey key;
            key.secret.sealed = row.value(1).toByteArray();
            if (!row.value(2).isNull())
                key.until = timeFrom(row.value(2));
            keys[TargetId{row.integer(0)}].append(key);
        });
    if (!read)
        return tl::unexpected(read.error());
    return keys;
}

Result<void> SigningKeyStore::replace(TargetId target, const QList<SigningKey> &keys)
{
    if (auto cleared = m_db.run(QStringLiteral("DELETE FROM target_signing_key WHERE target_id = ?"), {target.value});
        !cleared)
        return tl::unexpected(cleared.error());
    for (int position = 0; position < keys.size(); ++position) {
        const SigningKey &key = keys[position];
        // A key that is still in the clear never gets this far: see sealSecrets().
        auto written = m_db.run(
            QStringLiteral("INSERT INTO target_signing_key (target_id, position, sealed, until) VALUES (?, ?, ?, ?)"),
            {target.value, position, key.secret.sealed, key.until ? QVariant(stored(*key.until)) : QVariant()});
        if (!written)
            return tl::unexpected(written.error());
    }
    return {};
}

} // namespace callboard
