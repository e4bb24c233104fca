// One connection to a workspace: opened, checked, migrated, its pragmas set and read back. Belongs to the thread that
// opened it. Statements are prepared once and kept. Errors of statements are StoreUnavailable (or StoreBusy) with the
// database's own words; a statement that fails inside a Transaction leaves nothing behind.
#pragma once

#include "core/domain/clock.h"
#include "core/domain/error.h"
#include "core/store/sql/dialect.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <initializer_list>
#include <memory>
#include <optional>

namespace callboard {

class Database {
public:
    enum class Access { Read, Write };

    // A missing SQLite file is made by Write (directory 0700, file 0600) and is an error for Read. NotADatabase,
    // NewerSchema and StoreUnavailable leave the file as it was.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString &workspace, Access access);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    // The prepared statement for this text, values bound in order and executed. The reference is good until the same
    // text is run again. Texts are literals: the cache never shrinks.
    Result<QSqlQuery *> run(const QString &sql, std::initializer_list<QVariant> values = {});
    Result<QSqlQuery *> run(const QString &sql, const QVariantList &values);
    // The first column of the first row, or nothing.
    Result<std::optional<qint64>> number(const QString &sql, const QVariantList &values = {});

    Result<void> begin();
    Result<void> commit();
    void rollback();
    // Within a transaction: from mark() on, either kept or taken back alone. Not nested.
    Result<void> mark();
    Result<void> keepMarked();
    Result<void> undoMarked();

    // `count` new ids in a row, the first of them; inside a transaction.
    Result<qint64> reserve(const QString &sequence, int count);
    // Changes whenever another connection committed something (SQLite's data_version).
    [[nodiscard]] qint64 dataVersion();

    [[nodiscard]] const QString &tag() const { return m_tag; } // six characters that tell workspaces apart
    [[nodiscard]] Dialect dialect() const { return m_dialect; }

private:
    Database() = default;
    Result<void> prepareFile(const QString &path, Access access);
    Result<void> connect(const QString &path, Access access);
    Result<void> checkIdentity();
    Result<void> setPragmas(Access access);
    Result<void> migrate(Access access);
    Result<void> readTag();

    QString m_connection;
    QString m_tag;
    Dialect m_dialect = Dialect::Sqlite;
    QSqlDatabase m_db;
    QHash<QString, QSqlQuery *> m_statements;
};

// Times as stored.
[[nodiscard]] inline qint64 stored(Timestamp time)
{
    return time.time_since_epoch().count();
}
[[nodiscard]] inline QVariant stored(const std::optional<Timestamp> &time)
{
    return time ? QVariant(stored(*time)) : QVariant();
}
[[nodiscard]] inline Timestamp timeFrom(const QVariant &value)
{
    return Timestamp(Milliseconds(value.toLongLong()));
}

// callboard/workspace.db in the XDG data directory.
[[nodiscard]] QString defaultWorkspace();

} // namespace callboard
