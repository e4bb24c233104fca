// One connection to a workspace: opened, checked, migrated, its pragmas set and read back. Belongs to the thread that
// opened it. Statements are prepared once and kept. Errors of statements are StoreUnavailable, StoreBusy or
// StoreCorrupt with the database's own words; a statement that fails inside a transaction leaves nothing behind.
#pragma once

#include "core/domain/activity.h"
#include "core/domain/clock.h"
#include "core/domain/delivery.h"
#include "core/domain/error.h"
#include "core/store/sql/dialect.h"
#include "core/store/sql/query.h"

#include <QHash>
#include <QString>

#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <unordered_map>

namespace callboard {

// Asked before every statement; an error takes the statement's place. For tests of what can't be provoked.
using StatementFault = std::function<std::optional<Error>(const QString &sql)>;

// What happened to a target within a minute.
struct ActivityKey {
    qint64 bucket = 0; // the minute's start
    qint64 target = 0;
    ActivityKind kind = ActivityKind::Accepted;

    bool operator==(const ActivityKey &) const = default;
    friend size_t qHash(const ActivityKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, key.bucket, key.target, int(key.kind));
    }
};
using ActivityTally = QHash<ActivityKey, qint64>;

// What a transaction has changed in counts and sequences, written once before its commit.
struct Tallies {
    QHash<std::pair<qint64, int>, qint64> states; // by target and state
    QHash<QString, qint64> totals;
    ActivityTally activity;
};

// Names in table `total`: event × target pairs over the whole life of the workspace.
inline const QString kOwed = QStringLiteral("owed");         // as matching counted them
inline const QString kOutcomes = QStringLiteral("outcomes"); // as deliveries took them up
inline const QString kPruned = QStringLiteral("pruned");     // whose history is gone

class Database {
public:
    enum class Access { Read, Write };

    // A missing SQLite file is made by Write (directory 0700, file 0600) and is an error for Read. NotADatabase,
    // NewerSchema, StoreCorrupt and StoreUnavailable leave the file as it was.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString &workspace, Access access);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    // The prepared statement for this text, values bound in order and executed. The pointer is good until the same
    // text is run again. Texts are literals, or few: the cache never shrinks. A Query of its own is for any others.
    Result<Query *> run(const QString &sql, std::initializer_list<SqlValue> values = {});
    Result<Query *> run(const QString &sql, const QVariantList &values);
    // The first column of the first row, or nothing.
    Result<std::optional<qint64>> number(const QString &sql, std::initializer_list<SqlValue> values = {});
    Result<std::optional<qint64>> number(const QString &sql, const QVariantList &values);
    [[nodiscard]] int changes() const; // rows that the last writing statement changed
    // Calls `row` for each row; an error on the way is the answer.
    template <class Row>
    Result<void> each(const QString &sql, const QVariantList &values, Row row)
    {
        auto query = run(sql, values);
        if (!query)
            return tl::unexpected(query.error());
        while ((*query)->next())
            row(**query);
        return (*query)->ended();
    }

    Result<void> begin();
    // One view of the workspace for several questions; ends with rollback(). Does nothing inside a transaction.
    Result<void> beginReading();
    [[nodiscard]] bool inTransaction() const;
    Result<void> commit();
    void rollback();
    // Lets the write-ahead log begin anew where nobody reads it: on a full disk that may be all the room there is.
    void recycleLog();
    // Within a transaction: from mark() on, either kept or taken back alone. Not nested.
    Result<void> mark();
    Result<void> keepMarked();
    Result<void> undoMarked();

    // `count` new ids in a row, the first of them; inside a transaction.
    Result<qint64> reserve(const QString &sequence, int count);
    // The last id that was given out.
    Result<qint64> lastReserved(const QString &sequence);
    // Tables `tally` and `total` follow with the commit; inside a transaction.
    void count(TargetId target, DeliveryState state, qint64 change);
    void addTotal(const QString &name, qint64 change);
    // So does table `activity`; `at` is the wall clock's.
    void note(ActivityKind kind, TargetId target, Timestamp at, qint64 count = 1);

    // Changes whenever another connection committed something (SQLite's data_version).
    [[nodiscard]] qint64 dataVersion();

    [[nodiscard]] const QString &tag() const { return m_tag; } // six characters that tell workspaces apart
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] Dialect dialect() const { return m_dialect; }
    [[nodiscard]] sqlite3 *handle() const { return m_db; } // for its backup interface
    void setFault(StatementFault fault) { m_fault = std::move(fault); }

private:
    Database() = default;
    Result<void> prepareFile(Access access);
    Result<void> connect(Access access);
    Result<void> checkIdentity();
    Result<void> setPragmas(Access access);
    Result<void> migrate(Access access);
    Result<void> applyMigration(int step);
    Result<void> readTag();
    Result<Query *> execute(const QString &sql, std::span<const SqlValue> values);
    Result<Query *> prepared(const QString &sql);
    Result<void> flushCounts();

    QString m_path;
    QString m_tag;
    Dialect m_dialect = Dialect::Sqlite;
    sqlite3 *m_db = nullptr;
    std::unordered_map<QString, std::unique_ptr<Query>> m_statements;
    std::unordered_map<const void *, std::pair<QString, Query *>> m_byAddress; // of texts, which are kept so long
    QHash<QString, qint64> m_sequences; // of this transaction: the last id given out
    Tallies m_tallies;
    Tallies m_talliesAtMark;
    StatementFault m_fault;
};

// Times as stored.
[[nodiscard]] inline qint64 stored(Timestamp time)
{
    return time.time_since_epoch().count();
}
[[nodiscard]] inline SqlValue stored(const std::optional<Timestamp> &time)
{
    return time ? SqlValue(stored(*time)) : SqlValue();
}
[[nodiscard]] inline Timestamp timeFrom(qint64 value)
{
    return Timestamp(Milliseconds(value));
}
[[nodiscard]] inline Timestamp timeFrom(const QVariant &value)
{
    return timeFrom(value.toLongLong());
}

// callboard/workspace.db in the XDG data directory.
[[nodiscard]] QString defaultWorkspace();

} // namespace callboard
