#include "core/store/tables/vaultstore.h"

#include "core/store/tables/settingstore.h"

#include <QHash>

namespace callboard {

namespace {

const QString kKeyId = QStringLiteral("vault.key_id");
const QString kCheck = QStringLiteral("vault.check");
const QString kPending = QStringLiteral("vault.pending");
const QString kRetired = QStringLiteral("vault.retired");
const QString kRecovery = QStringLiteral("vault.recovery");
const QString kPassphrase = QStringLiteral("vault.passphrase");
const QString kLapsed = QStringLiteral("lapsed"); // in place of a sealed key

QString text(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray bytes(const QString &text)
{
    return QByteArray::fromBase64(text.toLatin1());
}

} // namespace

Result<VaultRecord> VaultStore::load()
{
    QHash<QString, QString> found;
    const auto read = [&found](const Query &row) { found.insert(row.text(0), row.text(1)); };
    return m_db.each(QStringLiteral("SELECT key, value FROM meta WHERE key LIKE 'vault.%'"), {}, read).map([&found] {
        VaultRecord record;
        record.keyId = found.value(kKeyId);
        record.check = bytes(found.value(kCheck));
        record.pending = found.value(kPending);
        record.retired = found.value(kRetired);
        record.recoveryLapsed = found.value(kRecovery) == kLapsed;
        record.recovery = record.recoveryLapsed ? QByteArray() : bytes(found.value(kRecovery));
        record.passphrase = found.value(kPassphrase);
        return record;
    });
}

Result<void> VaultStore::save(const VaultRecord &record)
{
    const std::pair<QString, QString> entries[] = {
        {kKeyId, record.keyId},
        {kCheck, text(record.check)},
        {kPending, record.pending},
        {kRetired, record.retired},
        {kRecovery, record.recoveryLapsed ? kLapsed : text(record.recovery)},
        {kPassphrase, record.passphrase},
    };
    for (const auto &[key, value] : entries) {
        if (auto set = SettingStore(m_db).set(key, value); !set)
            return set;
    }
    return {};
}

Result<QString> VaultStore::keyId()
{
    return SettingStore(m_db).value(kKeyId);
}

} // namespace callboard
