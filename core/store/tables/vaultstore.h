// What the workspace knows of its vault's key, in table meta: never the key itself. Caller's thread and transaction.
#pragma once

#include "core/store/sql/database.h"

namespace callboard {

struct VaultRecord {
    QString keyId;       // empty: there never was a key, or it is of before keys had one
    QByteArray check;    // sealed under the key: by it the key is recognised
    QString pending;     // id of a key that is kept already and not in use yet: a rotation is under way, or was killed
    QString retired;     // where the key of before is still kept, and shall not be
    QByteArray recovery; // the key, sealed under the recovery key; empty: there is none
    bool recoveryLapsed = false; // there was one, and a rotation made it worthless
    QString passphrase;          // the key, sealed under the passphrase; empty: there is none

    bool operator==(const VaultRecord &) const = default;
};

class VaultStore {
public:
    explicit VaultStore(Database &db)
        : m_db(db)
    {
    }

    [[nodiscard]] Result<VaultRecord> load();
    [[nodiscard]] Result<void> save(const VaultRecord &record);
    [[nodiscard]] Result<QString> keyId();

private:
    Database &m_db;
};

} // namespace callboard
