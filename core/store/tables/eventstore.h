// Events as they were taken in. Uses the given connection and its thread; insert() inside a transaction.
#pragma once

#include "core/domain/event.h"
#include "core/store/sql/database.h"

#include <QList>

#include <optional>

namespace callboard {

struct KnownEvent {
    EventId id;
    QByteArray fingerprint;
};

class EventStore {
public:
    explicit EventStore(Database &db)
        : m_db(db)
    {
    }

    [[nodiscard]] Result<std::optional<KnownEvent>> find(const QString &source, const QString &sourceId);
    // `owed`: how many deliveries carry it.
    [[nodiscard]] Result<void> insert(const MediaEvent &event, const QByteArray &fingerprint, int owed);
    [[nodiscard]] Result<MediaEvent> byId(EventId id);
    [[nodiscard]] Result<std::optional<MediaEvent>> newestOf(const QString &asset);
    [[nodiscard]] Result<QList<MediaEvent>> absorbedBy(DeliveryId id); // oldest first

private:
    Database &m_db;
};

} // namespace callboard
