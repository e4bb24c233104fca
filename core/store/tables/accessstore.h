// How targets show who Callboard is and how their connections are made. The secrets in it are sealed. Caller's thread
// and transaction.
#pragma once

#include "core/domain/target.h"
#include "core/store/sql/database.h"

#include <QHash>

namespace callboard {

struct TargetAccess {
    Authentication authentication;
    TlsSettings tls;
    ProxySettings proxy;

    bool operator==(const TargetAccess &) const = default;
};

[[nodiscard]] TargetAccess accessOf(const CallbackTarget &target);
void apply(const TargetAccess &access, CallbackTarget &target);

class AccessStore {
public:
    explicit AccessStore(Database &db)
        : m_db(db)
    {
    }

    // Of the targets that differ from the default.
    [[nodiscard]] Result<QHash<TargetId, TargetAccess>> all();
    // The default takes the row away.
    [[nodiscard]] Result<void> replace(TargetId target, const TargetAccess &access);

private:
    Database &m_db;
};

} // namespace callboard
