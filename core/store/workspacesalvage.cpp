#include "core/store/workspacesalvage.h"

#include "core/store/sql/database.h"
#include "core/store/sql/rawfile.h"

#include <QFile>
#include <QFileInfo>

namespace callboard {

namespace {

constexpr int kRowsACommit = 5000;
constexpr qint64 kWidestGap = qint64(1) << 40;

// What operators typed comes first; what refers to other rows comes after them.
constexpr const char *kTables[] = {"meta",
                                   "sequence",
                                   "target",
                                   "target_header",
                                   "target_rule",
                                   "target_health",
                                   "project",
                                   "asset",
                                   "asset_link",
                                   "total",
                                   "event",
                                   "delivery",
                                   "delivery_event",
                                   "attempt",
                                   "notification",
                                   "delivery_mark",
                                   "replay_address",
                                   "activity",
                                   "target_signing_key",
                                   "target_access",
                                   "target_revision",
                                   "trail",
                                   "door_token"};

// Whatever names a row that is lost goes too, and the sums are those of what is there.
constexpr const char *kRepairs[] = {
    "DELETE FROM target_header WHERE target_id NOT IN (SELECT id FROM target)",
    "DELETE FROM target_signing_key WHERE target_id NOT IN (SELECT id FROM target)",
    "DELETE FROM target_access WHERE target_id NOT IN (SELECT id FROM target)",
    "DELETE FROM delivery WHERE target_id NOT IN (SELECT id FROM target) OR first_event NOT IN (SELECT id FROM event) "
    "OR latest_event NOT IN (SELECT id FROM event)",
    "DELETE FROM delivery WHERE replay_of IS NOT NULL AND replay_of NOT IN (SELECT id FROM delivery)",
    "DELETE FROM delivery_event WHERE delivery_id NOT IN (SELECT id FROM delivery) "
    "OR event_id NOT IN (SELECT id FROM event)",
    "DELETE FROM attempt WHERE delivery_id NOT IN (SELECT id FROM delivery)",
    "DELETE FROM delivery_mark WHERE delivery_id NOT IN (SELECT id FROM delivery)",
    "DELETE FROM replay_address WHERE delivery_id NOT IN (SELECT id FROM delivery)",
    "DELETE FROM delivery_event WHERE event_id = (SELECT first_event FROM delivery WHERE id = delivery_id)",
    "INSERT OR IGNORE INTO delivery_event (delivery_id, event_id) SELECT id, latest_event FROM delivery "
    "WHERE replay_of IS NULL AND latest_event <> first_event",
    "UPDATE delivery SET merged = (SELECT COUNT(*) FROM delivery_event c WHERE c.delivery_id = delivery.id)",
    "UPDATE event SET owed = (SELECT COUNT(*) FROM delivery d WHERE d.first_event = event.id AND d.replay_of IS NULL) "
    "+ (SELECT COUNT(*) FROM delivery_event c WHERE c.event_id = event.id)",
    "UPDATE sequence SET value = MAX(value, (SELECT COALESCE(MAX(id), 0) FROM target)) WHERE name = 'target'",
    "UPDATE sequence SET value = MAX(value, (SELECT COALESCE(MAX(id), 0) FROM event)) WHERE name = 'event'",
    "UPDATE sequence SET value = MAX(value, (SELECT COALESCE(MAX(id), 0) FROM delivery)) WHERE name = 'delivery'",
    "UPDATE sequence SET value = MAX(value, (SELECT COALESCE(MAX(id), 0) FROM attempt)) WHERE name = 'attempt'",
    "UPDATE sequence SET value = MAX(value, (SELECT COALESCE(MAX(id), 0) FROM notification)) "
    "WHERE name = 'notification'",
    "UPDATE sequence SET value = MAX(value, (SELECT COALESCE(MAX(id), 0) FROM trail)) WHERE name = 'trail'",
    "UPDATE sequence SET value = MAX(value, (SELECT COALESCE(MAX(id), 0) FROM door_token)) WHERE name = 'door_token'",
    "DELETE FROM tally",
    "INSERT INTO tally (target_id, state, n) SELECT target_id, state, COUNT(*) FROM delivery GROUP BY target_id, state",
    "INSERT OR REPLACE INTO total (name, value) SELECT name, (SELECT COALESCE(SUM(owed), 0) FROM event) "
    "+ (SELECT COALESCE(MAX(value), 0) FROM total WHERE name = 'pruned') FROM "
    "(SELECT 'owed' AS name UNION ALL SELECT 'outcomes')",
    "INSERT OR REPLACE INTO total (name, value) SELECT 'rules_checked_from', value FROM sequence WHERE name = 'event'",
    "DELETE FROM meta WHERE key = 'running'",
};

class Salvage {
public:
    Salvage(RawFile &damaged, Database &rescued)
        : m_damaged(damaged)
        , m_rescued(rescued)
    {
    }

    // Rows that were read; -1: the table is not there.
    Result<qint64> copy(const QString &table)
    {
        const auto columns = commonColumns(table);
        if (!columns)
            return tl::unexpected(columns.error());
        if (columns->isEmpty())
            return -1;
        m_select = QStringLiteral("SELECT rowid, %1 FROM %2 WHERE rowid >= %3 ORDER BY rowid")
                       .arg(columns->join(QLatin1String(", ")), table);
        m_columns = int(columns->size());
        QStringList places;
        places.fill(QStringLiteral("?"), columns->size());
        m_insert = QStringLiteral("INSERT OR REPLACE INTO %1 (%2) VALUES (%3)")
                       .arg(table, columns->join(QLatin1String(", ")), places.join(QLatin1String(", ")));
        return m_rescued.begin().and_then([this] { return copyRows(); }).and_then([this](qint64 rows) {
            return m_rescued.commit().map([rows] { return rows; });
        });
    }

    [[nodiscard]] bool complete() const { return m_complete; }

private:
    // Past a place that can't be read, in steps that grow until something can be read again or nothing is left.
    Result<qint64> copyRows()
    {
        qint64 copied = 0;
        qint64 from = 0;
        for (qint64 gap = 1; gap < kWidestGap;) {
            const qint64 before = copied;
            Result<void> written;
            qint64 last = from;
            const auto read = m_damaged.each(m_select.arg(from), [&](const Query &row) {
                last = row.integer(0);
                if (written)
                    written = insert(row).and_then([&] { return keepSome(++copied); });
            });
            if (!written)
                return tl::unexpected(written.error());
            if (read)
                return copied;
            if (read.error().code != ErrorCode::StoreCorrupt)
                return tl::unexpected(read.error());
            m_complete = false;
            gap = copied > before ? 1 : gap * 2;
            from = last + gap;
        }
        return copied;
    }

    Result<void> insert(const Query &row)
    {
        QVariantList values;
        for (int column = 1; column <= m_columns; ++column)
            values.append(row.value(column));
        return m_rescued.run(m_insert, values).map([](Query *) {});
    }

    Result<void> keepSome(qint64 copied)
    {
        if (copied % kRowsACommit != 0)
            return {};
        return m_rescued.commit().and_then([this] { return m_rescued.begin(); });
    }

    // An older schema has fewer: the others get what they have when nothing is said.
    Result<QStringList> commonColumns(const QString &table)
    {
        const QString sql = QStringLiteral("PRAGMA table_info(%1)").arg(table);
        QStringList there;
        QStringList common;
        return m_damaged.each(sql, [&there](const Query &row) { there.append(row.text(1)); })
            .and_then([&] {
                return m_rescued.each(sql, {}, [&](const Query &row) {
                    if (there.contains(row.text(1)))
                        common.append(row.text(1));
                });
            })
            .map([&] { return common; });
    }

    RawFile &m_damaged;
    Database &m_rescued;
    QString m_select;
    QString m_insert;
    int m_columns = 0;
    bool m_complete = true;
};

Result<void> repair(Database &db)
{
    Result<void> done = db.begin();
    for (const char *sql : kRepairs)
        done = done.and_then([&] { return db.run(QLatin1String(sql)).map([](Query *) {}); });
    return done.and_then([&] { return db.commit(); });
}

Result<Salvaged> salvageInto(Database &rescued, RawFile &damaged, const std::function<void(const QString &)> &tell)
{
    Salvaged result;
    Salvage salvage(damaged, rescued);
    Result<void> done = rescued.run(QStringLiteral("PRAGMA foreign_keys = OFF")).map([](Query *row) { row->finish(); });
    for (const char *table : kTables) {
        done = done.and_then([&] { return salvage.copy(QLatin1String(table)); }).map([&](qint64 rows) {
            result.rows += std::max<qint64>(rows, 0);
            if (tell && rows >= 0)
                tell(QStringLiteral("%1: %2 rows").arg(QLatin1String(table)).arg(rows));
        });
    }
    return done.and_then([&] { return repair(rescued); }).map([&] {
        result.complete = salvage.complete();
        return result;
    });
}

} // namespace

Result<Salvaged> salvageWorkspace(const QString &damaged, const QString &file,
                                  const std::function<void(const QString &)> &tell)
{
    const QString path = QFileInfo(file).absoluteFilePath();
    if (QFileInfo::exists(path))
        return fail(ErrorCode::Conflict, QStringLiteral("%1 exists already; nothing was overwritten.").arg(path));
    if (!QFileInfo(damaged).isFile())
        return fail(ErrorCode::StoreUnavailable, QStringLiteral("There is no workspace at %1.").arg(damaged));
    auto source = RawFile::open(QFileInfo(damaged).absoluteFilePath(), RawFile::Access::Read);
    if (!source)
        return tl::unexpected(source.error());
    // What can't be read at all leaves no file behind.
    if (auto readable = (*source)->number(QStringLiteral("SELECT COUNT(*) FROM sqlite_master")); !readable)
        return tl::unexpected(readable.error());
    auto salvaged = Database::open(path, Database::Access::Write).and_then([&](const auto &rescued) {
        return salvageInto(*rescued, **source, tell);
    });
    if (!salvaged) {
        for (const char *suffix : {"", "-wal", "-shm"})
            QFile::remove(path + QLatin1String(suffix));
    }
    return salvaged;
}

} // namespace callboard
