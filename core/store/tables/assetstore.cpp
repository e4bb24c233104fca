#include "core/store/tables/assetstore.h"

#include "core/store/tables/eventstore.h"

namespace callboard {

Result<void> AssetStore::insert(const MediaAsset &asset)
{
    return m_db
        .run(QStringLiteral("INSERT INTO asset (id, project, content_type, record, created_at, after_event) "
                            "VALUES (?, ?, ?, ?, ?, (SELECT COALESCE(MAX(id), 0) FROM event))"),
             {asset.id, asset.project, asset.contentType, asset.record, stored(asset.createdAt)})
        .map([](Query *) {});
}

Result<MediaAsset> AssetStore::find(const QString &id)
{
    auto row = m_db.run(QStringLiteral("SELECT project, content_type, record, created_at FROM asset WHERE id = ?"),
                        {id});
    if (!row)
        return tl::unexpected(row.error());
    MediaAsset asset;
    asset.id = id;
    if ((*row)->next()) {
        asset.published = true;
        asset.project = (*row)->value(0).toString();
        asset.contentType = (*row)->value(1).toString();
        asset.record = (*row)->value(2).toByteArray();
        asset.createdAt = timeFrom((*row)->value(3));
    }
    (*row)->finish();
    auto latest = EventStore(m_db).newestOf(id);
    if (!latest)
        return tl::unexpected(latest.error());
    if (const MediaEvent *event = latest->has_value() ? &**latest : nullptr; event && !event->project.isEmpty())
        asset.project = event->project;
    asset.latest = std::move(*latest);
    return asset;
}

Result<QByteArray> AssetStore::publishedRecord(const QString &id)
{
    return m_db.run(QStringLiteral("SELECT record FROM asset WHERE id = ?"), {id}).map([](Query *row) {
        const QByteArray record = row->next() ? row->value(0).toByteArray() : QByteArray();
        row->finish();
        return record;
    });
}

Result<QList<MediaAsset>> AssetStore::list(const QString &search, int limit)
{
    // The index holds the assets in order and each one's newest event at its end: no event is read for the list of ids.
    auto rows = m_db.run(
        QStringLiteral(
            "SELECT id FROM (SELECT asset AS id, MAX(id) AS newest, 0 AS fresh FROM event GROUP BY asset UNION ALL "
            "SELECT id, after_event AS newest, 1 AS fresh FROM asset WHERE id NOT IN (SELECT asset FROM event)) AS "
            "known "
            "WHERE ? = '' OR INSTR(LOWER(id), ?) > 0 ORDER BY newest DESC, fresh DESC, id LIMIT ?"),
        {search, search.toLower(), limit});
    if (!rows)
        return tl::unexpected(rows.error());
    QStringList ids;
    while ((*rows)->next())
        ids.append((*rows)->value(0).toString());
    QList<MediaAsset> assets;
    for (const QString &id : std::as_const(ids)) {
        auto asset = find(id);
        if (!asset)
            return tl::unexpected(asset.error());
        assets.append(std::move(*asset));
    }
    return assets;
}

Result<void> AssetStore::link(AssetLink kind, const QString &value, const QString &asset)
{
    return m_db
        .run(QStringLiteral("INSERT INTO asset_link (kind, value, asset) VALUES (?, ?, ?) "
                            "ON CONFLICT (kind, value) DO UPDATE SET asset = excluded.asset"),
             {int(kind), value, asset})
        .map([](Query *) {});
}

Result<std::optional<QString>> AssetStore::linked(AssetLink kind, const QString &value)
{
    return m_db.run(QStringLiteral("SELECT asset FROM asset_link WHERE kind = ? AND value = ?"), {int(kind), value})
        .map([](Query *row) {
            std::optional<QString> asset;
            if (row->next())
                asset = row->value(0).toString();
            row->finish();
            return asset;
        });
}

} // namespace callboard
