#include "core/store/sql/dialect.h"

namespace callboard {

QString forDialect(QString sql, Dialect dialect)
{
    const bool sqlite = dialect == Dialect::Sqlite;
    sql.replace(QLatin1String("{id}"),
                sqlite ? QLatin1String("INTEGER PRIMARY KEY") : QLatin1String("BIGINT PRIMARY KEY"));
    sql.replace(QLatin1String("{blob}"), sqlite ? QLatin1String("BLOB") : QLatin1String("BYTEA"));
    sql.replace(QLatin1String("{now}"),
                sqlite ? QLatin1String("CAST(strftime('%s', 'now') AS INTEGER) * 1000")
                       : QLatin1String("CAST(EXTRACT(EPOCH FROM now()) AS BIGINT) * 1000"));
    return sql;
}

QString beginWriting(Dialect dialect)
{
    // A plain BEGIN would take the lock at the first write and fail at once when somebody else wrote meanwhile.
    return dialect == Dialect::Sqlite ? QStringLiteral("BEGIN IMMEDIATE") : QStringLiteral("BEGIN");
}

} // namespace callboard
