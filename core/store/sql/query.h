// One prepared statement and the rows it brings. Belongs to its Database, which prepares it once; good until the same
// text is run again. Rows are read forward: next() before each; what they show is copied out.
#pragma once

#include "core/domain/error.h"
#include "core/store/sql/sqlvalue.h"

#include <span>

struct sqlite3;
struct sqlite3_stmt;

namespace callboard {

class Query {
public:
    // The database's own words for what went wrong last.
    [[nodiscard]] static Error lastError(sqlite3 *db);

    [[nodiscard]] static Result<std::unique_ptr<Query>> prepare(sqlite3 *db, const QString &sql);
    ~Query();
    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;

    // Everything a writing statement does is done when this returns; of a reading one the first row is found.
    [[nodiscard]] Result<void> execute(std::span<const SqlValue> values);

    bool next();
    // next() said there is no more: because all was read, or because of this.
    [[nodiscard]] Result<void> ended() const { return m_ended; }
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] QVariant value(int column) const;
    void finish(); // rows that were not read are given up, and their locks

private:
    explicit Query(sqlite3_stmt *statement);
    Result<void> bind(std::span<const SqlValue> values);
    Result<void> step();

    enum class Row { None, Waiting, Current };
    sqlite3_stmt *m_statement;
    QList<QByteArray> m_bound; // what the statement points at while it runs
    Row m_row = Row::None;
    Result<void> m_ended;
};

} // namespace callboard
