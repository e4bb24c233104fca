#include "core/store/sql/schema.h"

#include "core/store/sql/migrations.h"
#include "core/store/sql/query.h"
#include "core/store/sql/rawfile.h"

#include <sqlite3.h>

#include <functional>

namespace callboard {

namespace {

constexpr int kLongestName = 60;

// What the planner and AUTOINCREMENT keep, as SQLite itself writes it.
bool isOfSqlite(const QString &sql)
{
    static const QStringList own{QStringLiteral("CREATE TABLE sqlite_stat1(tbl,idx,stat)"),
                                 QStringLiteral("CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)"),
                                 QStringLiteral("CREATE TABLE sqlite_sequence(name,seq)")};
    return own.contains(sql);
}

// `row` gets the name and the text of each part; one name may stand there twice.
Result<void> eachPart(sqlite3 *db, const std::function<void(const QString &, const QString &)> &row)
{
    auto parts = Query::prepare(
        db, QStringLiteral("SELECT type || ' ' || name, sql FROM main.sqlite_master WHERE sql IS NOT NULL"));
    if (!parts)
        return tl::unexpected(parts.error());
    if (auto executed = (*parts)->execute({}); !executed)
        return executed;
    while ((*parts)->next())
        row((*parts)->text(0), (*parts)->text(1).simplified());
    return (*parts)->ended();
}

Result<int> versionOf(sqlite3 *db)
{
    return Query::prepare(db, QStringLiteral("PRAGMA main.user_version")).and_then([](const auto &query) {
        return query->execute({}).map([&query] { return query->next() ? int(query->integer(0)) : 0; });
    });
}

// Most files are of the newest, and it takes some milliseconds to make.
Result<Schema> knownSchema(int version)
{
    static const Result<Schema> newest = schemaAsMade(newestSchema());
    return version == newestSchema() ? newest : schemaAsMade(version);
}

Result<QStringList> comparedWith(sqlite3 *db, const Schema &made)
{
    QStringList found;
    const auto looked = eachPart(db, [&](const QString &name, const QString &sql) {
        const auto known = made.constFind(name);
        if (known == made.constEnd() && !isOfSqlite(sql))
            found.append(name.left(kLongestName).simplified());
        else if (known != made.constEnd() && *known != sql)
            found.append(name + QStringLiteral(", changed"));
    });
    return looked.map([&found] { return found; });
}

} // namespace

Result<Schema> schemaOf(sqlite3 *db)
{
    Schema schema;
    return eachPart(db, [&schema](const QString &name, const QString &sql) { schema.insert(name, sql); }).map([&] {
        return schema;
    });
}

Result<Schema> schemaAsMade(int version)
{
    auto fresh = RawFile::inMemory();
    if (!fresh)
        return tl::unexpected(fresh.error());
    Result<void> made = (*fresh)->run(QStringLiteral("BEGIN")); // each statement alone would take as long again
    for (int step = 1; step <= version; ++step) {
        for (const QString &statement : migrationStatements(step, Dialect::Sqlite))
            made = made.and_then([&] { return (*fresh)->run(statement); });
    }
    return made.and_then([&] { return schemaOf((*fresh)->handle()); });
}

Result<QStringList> notAsMade(sqlite3 *db)
{
    // One view of both, while another process may be bringing the file up to date.
    if (sqlite3_exec(db, "BEGIN", nullptr, nullptr, nullptr) != SQLITE_OK)
        return tl::unexpected(Query::lastError(db));
    const auto found = versionOf(db).and_then(knownSchema).and_then([db](const Schema &made) {
        return comparedWith(db, made);
    });
    sqlite3_exec(db, "ROLLBACK", nullptr, nullptr, nullptr);
    return found;
}

void distrustSchema(sqlite3 *db)
{
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
}

} // namespace callboard
