// Everything in the workspace that the vault sealed, wherever it lies, so that it can be counted and sealed anew under
// another key. A new place for secrets is added here; a test looks through the schema for one that was forgotten.
// Caller's thread and transaction.
#pragma once

#include "core/domain/ids.h"
#include "core/store/sql/database.h"

#include <QList>

namespace callboard {

struct SealedValue {
    enum class Place { Header, SigningKey, Authentication, ClientKey, ProxyPassword, Setting, IntakeToken };
    Place place = Place::Header;
    TargetId target{};
    int position = 0; // of a header or signing key
    QString name;     // the header's, or the setting's: "smtp.password"
    QByteArray sealed;
};

class SealedStore {
public:
    explicit SealedStore(Database &db)
        : m_db(db)
    {
    }

    [[nodiscard]] Result<QList<SealedValue>> all();
    // Puts `value.sealed` in the place that `value` names.
    [[nodiscard]] Result<void> replace(const SealedValue &value);

private:
    Database &m_db;
};

} // namespace callboard
