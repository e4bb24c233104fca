#include "core/store/tables/markstore.h"

namespace callboard {

Result<bool> MarkStore::setMarked(DeliveryId id, bool marked, Timestamp now)
{
    static const QString sql = QStringLiteral(
        "INSERT INTO delivery_mark (delivery_id, marked, note, changed_at) SELECT id, ?, '', ? FROM delivery "
        "WHERE id = ? ON CONFLICT (delivery_id) DO UPDATE SET marked = excluded.marked, "
        "changed_at = excluded.changed_at");
    return m_db.run(sql, {int(marked), stored(now), id.value}).and_then([&](Query *) { return finish(id); });
}

Result<bool> MarkStore::setNote(DeliveryId id, const QString &note, Timestamp now)
{
    static const QString sql = QStringLiteral(
        "INSERT INTO delivery_mark (delivery_id, marked, note, changed_at) SELECT id, 0, ?, ? FROM delivery "
        "WHERE id = ? ON CONFLICT (delivery_id) DO UPDATE SET note = excluded.note, "
        "changed_at = excluded.changed_at");
    return m_db.run(sql, {note, stored(now), id.value}).and_then([&](Query *) { return finish(id); });
}

Result<bool> MarkStore::finish(DeliveryId id)
{
    const bool found = m_db.changes() > 0;
    return m_db
        .run(QStringLiteral("DELETE FROM delivery_mark WHERE delivery_id = ? AND marked = 0 AND note = ''"), {id.value})
        .map([found](Query *) { return found; });
}

} // namespace callboard
