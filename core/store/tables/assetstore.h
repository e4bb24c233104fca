// Assets that were published here, and what names an asset elsewhere (a job's id, a video's id). The present record of
// any asset is its newest event's. Uses the given connection and its thread; writing inside a transaction.
#pragma once

#include "core/domain/asset.h"
#include "core/store/sql/database.h"

#include <QList>

#include <optional>

namespace callboard {

enum class AssetLink : quint8 { ZencoderJob = 0, BrightcoveVideo = 1, BrightcoveJob = 2 };

class AssetStore {
public:
    explicit AssetStore(Database &db)
        : m_db(db)
    {
    }

    [[nodiscard]] Result<void> insert(const MediaAsset &asset);
    // Published or not, with its newest event; isKnown() is false for one nobody has heard of.
    [[nodiscard]] Result<MediaAsset> find(const QString &id);
    // As it was published; empty: it was not.
    [[nodiscard]] Result<QByteArray> publishedRecord(const QString &id);
    // Newest first; `search` in the id; empty: all.
    [[nodiscard]] Result<QList<MediaAsset>> list(const QString &search, int limit);

    // A value names one asset; a later link wins.
    [[nodiscard]] Result<void> link(AssetLink kind, const QString &value, const QString &asset);
    [[nodiscard]] Result<std::optional<QString>> linked(AssetLink kind, const QString &value);

private:
    Database &m_db;
};

} // namespace callboard
