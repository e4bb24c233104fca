#include "core/store/tables/replayaddressstore.h"

namespace callboard {

Result<void> ReplayAddressStore::insert(DeliveryId replay, const QString &url)
{
    return m_db.run(QStringLiteral("INSERT INTO replay_address (delivery_id, url) VALUES (?, ?)"), {replay.value, url})
        .map([](Query *) {});
}

Result<QString> ReplayAddressStore::of(DeliveryId replay)
{
    return m_db.run(QStringLiteral("SELECT url FROM replay_address WHERE delivery_id = ?"), {replay.value})
        .map([](Query *row) {
            const QString url = row->next() ? row->text(0) : QString();
            row->finish();
            return url;
        });
}

} // namespace callboard
