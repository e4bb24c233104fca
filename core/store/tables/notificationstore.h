// Encoders' notifications as they came, each once. Uses the given connection and its thread; writing inside a
// transaction.
#pragma once

#include "core/domain/encoder.h"
#include "core/store/sql/database.h"

#include <QList>

#include <optional>

namespace callboard {

class NotificationStore {
public:
    explicit NotificationStore(Database &db)
        : m_db(db)
    {
    }

    // The one with the same encoder and key, if it came before.
    [[nodiscard]] Result<std::optional<EncoderNotification>> known(Encoder encoder, const QString &key);
    [[nodiscard]] Result<void> insert(const EncoderNotification &notification); // its id is from reserve()
    [[nodiscard]] Result<void> countRepeat(NotificationId id);
    [[nodiscard]] Result<void> assign(NotificationId id, const QString &asset);

    [[nodiscard]] Result<EncoderNotification> byId(NotificationId id); // NotFound
    // Those without an asset, oldest first; of one job, or all.
    [[nodiscard]] Result<QList<EncoderNotification>> unmatchedOf(Encoder encoder, const QString &jobId);
    [[nodiscard]] Result<QList<EncoderNotification>> unmatched(int limit);
    [[nodiscard]] Result<QList<EncoderNotification>> of(const QString &asset, int limit); // newest first

private:
    Database &m_db;
};

} // namespace callboard
