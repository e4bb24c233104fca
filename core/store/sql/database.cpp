#include "core/store/sql/database.h"

#include "core/store/tables/activitystore.h"

#include <sqlite3.h>

namespace callboard {

namespace {

constexpr size_t kMostAddresses = 512;

std::optional<qint64> firstNumber(Query *query)
{
    std::optional<qint64> answer;
    if (query->next() && !query->isNull(0))
        answer = query->integer(0);
    query->finish();
    return answer;
}

} // namespace

Database::~Database()
{
    m_byAddress.clear();
    m_statements.clear();
    sqlite3_close(m_db);
}

Result<Query *> Database::run(const QString &sql, std::initializer_list<SqlValue> values)
{
    return execute(sql, values);
}

Result<Query *> Database::run(const QString &sql, const QVariantList &values)
{
    const SqlValues converted(values.begin(), values.end());
    return execute(sql, converted);
}

Result<Query *> Database::execute(const QString &sql, std::span<const SqlValue> values)
{
    if (m_fault) {
        if (auto error = m_fault(sql))
            return tl::unexpected(*error);
    }
    return prepared(sql).and_then([&](Query *query) {
        return query->execute(values).map([query] { return query; }).map_error([this](const Error &error) {
            return Error{error.code, QStringLiteral("%1: %2").arg(m_path, error.detail)};
        });
    });
}

// Most texts are literals, which stay where they are: to hash an address costs less than to hash a text.
Result<Query *> Database::prepared(const QString &sql)
{
    if (const auto found = m_byAddress.find(sql.constData()); found != m_byAddress.end())
        return found->second.second;
    auto known = m_statements.find(sql);
    if (known == m_statements.end()) {
        auto fresh = Query::prepare(m_db, sql);
        if (!fresh)
            return tl::unexpected(fresh.error());
        known = m_statements.emplace(sql, std::move(*fresh)).first;
    }
    if (m_byAddress.size() >= kMostAddresses)
        m_byAddress.clear(); // of texts that are put together for each use
    m_byAddress.emplace(sql.constData(), std::pair(sql, known->second.get()));
    return known->second.get();
}

Result<std::optional<qint64>> Database::number(const QString &sql, std::initializer_list<SqlValue> values)
{
    return run(sql, values).map(firstNumber);
}

Result<std::optional<qint64>> Database::number(const QString &sql, const QVariantList &values)
{
    return run(sql, values).map(firstNumber);
}

Result<void> Database::begin()
{
    static const QString sql = beginWriting(m_dialect);
    m_sequences.clear();
    m_tallies = {};
    int moved = 0; // SQLite itself looks for it only outside WAL mode
    sqlite3_file_control(m_db, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    if (moved != 0)
        return fail(ErrorCode::StoreUnavailable,
                    QStringLiteral("%1 was removed, renamed or replaced while it is open.").arg(m_path));
    return run(sql).map([](Query *) {});
}

Result<void> Database::beginReading()
{
    if (inTransaction())
        return {};
    return run(QStringLiteral("BEGIN")).map([](Query *) {});
}

bool Database::inTransaction() const
{
    return sqlite3_get_autocommit(m_db) == 0;
}

Result<void> Database::commit()
{
    static const QString sql = QStringLiteral("COMMIT");
    return flushCounts().and_then([this] { return run(sql); }).map([](Query *) {});
}

void Database::rollback()
{
    m_sequences.clear();
    m_tallies = {};
    for (auto &[sql, query] : m_statements)
        query->finish();
    // Fails where SQLite has rolled back by itself (disk full), which is what we want. No fault may stand in its way.
    sqlite3_exec(m_db, "ROLLBACK", nullptr, nullptr, nullptr);
}

void Database::recycleLog()
{
    sqlite3_wal_checkpoint_v2(m_db, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr); // it may well fail, too
}

Result<void> Database::mark()
{
    m_talliesAtMark = m_tallies;
    return run(QStringLiteral("SAVEPOINT part")).map([](Query *) {});
}

Result<void> Database::keepMarked()
{
    return run(QStringLiteral("RELEASE SAVEPOINT part")).map([](Query *) {});
}

// Ids that were given out stay so: a gap does no harm.
Result<void> Database::undoMarked()
{
    m_tallies = m_talliesAtMark;
    return run(QStringLiteral("ROLLBACK TO SAVEPOINT part"))
        .and_then([this](Query *) { return run(QStringLiteral("RELEASE SAVEPOINT part")); })
        .map([](Query *) {});
}

// The transaction holds the write lock from its beginning: nobody else can give out ids meanwhile.
Result<qint64> Database::lastReserved(const QString &sequence)
{
    static const QString sql = QStringLiteral("SELECT value FROM sequence WHERE name = ?");
    if (const auto known = m_sequences.constFind(sequence); known != m_sequences.constEnd())
        return *known;
    return number(sql, {sequence}).map([](std::optional<qint64> last) { return last.value_or(0); });
}

Result<qint64> Database::reserve(const QString &sequence, int count)
{
    if (!inTransaction())
        return fail(ErrorCode::StoreUnavailable, QStringLiteral("Ids are given out inside a transaction only."));
    return lastReserved(sequence).map([&](qint64 last) {
        m_sequences.insert(sequence, last + count);
        return last + 1;
    });
}

void Database::count(TargetId target, DeliveryState state, qint64 change)
{
    m_tallies.states[{target.value, int(state)}] += change;
}

void Database::addTotal(const QString &name, qint64 change)
{
    m_tallies.totals[name] += change;
}

void Database::note(ActivityKind kind, TargetId target, Timestamp at, qint64 count)
{
    m_tallies.activity[{stored(bucketStart(at, lengthOf(ActivityWidth::Minute))), target.value, kind}] += count;
}

Result<void> Database::flushCounts()
{
    static const QString sequenceSql = QStringLiteral("UPDATE sequence SET value = ? WHERE name = ?");
    static const QString tallySql = QStringLiteral("INSERT INTO tally (target_id, state, n) VALUES (?, ?, ?) "
                                                   "ON CONFLICT (target_id, state) DO UPDATE SET n = n + excluded.n");
    static const QString totalSql = QStringLiteral("INSERT INTO total (name, value) VALUES (?, ?) "
                                                   "ON CONFLICT (name) DO UPDATE SET value = value + excluded.value");
    Result<void> written;
    const auto write = [&](const QString &sql, std::initializer_list<SqlValue> values) {
        written = written.and_then([&] { return run(sql, values).map([](Query *) {}); });
    };
    for (auto it = m_sequences.cbegin(); it != m_sequences.cend(); ++it)
        write(sequenceSql, {it.value(), it.key()});
    for (auto it = m_tallies.states.cbegin(); it != m_tallies.states.cend(); ++it) {
        if (it.value() != 0)
            write(tallySql, {it.key().first, it.key().second, it.value()});
    }
    for (auto it = m_tallies.totals.cbegin(); it != m_tallies.totals.cend(); ++it) {
        if (it.value() != 0)
            write(totalSql, {it.key(), it.value()});
    }
    written = written.and_then([this] { return ActivityStore(*this).add(m_tallies.activity); });
    if (written) {
        m_sequences.clear();
        m_tallies = {};
    }
    return written;
}

int Database::changes() const
{
    return sqlite3_changes(m_db);
}

qint64 Database::dataVersion()
{
    return number(QStringLiteral("PRAGMA data_version")).value_or(std::nullopt).value_or(0);
}

} // namespace callboard
