#include "core/store/sql/query.h"

#include <sqlite3.h>

#include <cstring>

namespace callboard {

SqlValue::SqlValue(const QVariant &variant)
{
    if (!variant.isValid())
        return;
    if (variant.typeId() == QMetaType::QString)
        m_value = variant.toString();
    else if (variant.typeId() == QMetaType::QByteArray)
        m_value = variant.toByteArray();
    else
        m_value = variant.toLongLong();
}

Error Query::lastError(sqlite3 *db)
{
    const int code = sqlite3_extended_errcode(db);
    QString words = QString::fromUtf8(sqlite3_errmsg(db));
    switch (code & 0xFF) { // without SQLite's extension
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return {ErrorCode::StoreBusy, words};
    case SQLITE_NOTADB:
        return {ErrorCode::NotADatabase,
                QStringLiteral("This is not a Callboard workspace: it is no SQLite database.")};
    case SQLITE_CORRUPT: return {ErrorCode::StoreCorrupt, QStringLiteral("The workspace is damaged: ") + words};
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
        if (const int system = sqlite3_system_errno(db))
            words += QStringLiteral(" (%1)").arg(QString::fromLocal8Bit(std::strerror(system)));
        return {ErrorCode::StoreUnavailable, words};
    default: return {ErrorCode::StoreUnavailable, words};
    }
}

Result<std::unique_ptr<Query>> Query::prepare(sqlite3 *db, const QString &sql)
{
    const QByteArray text = sql.toUtf8();
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v3(db, text.constData(), int(text.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr)
        != SQLITE_OK)
        return tl::unexpected(lastError(db));
    return std::unique_ptr<Query>(new Query(statement));
}

Query::Query(sqlite3_stmt *statement)
    : m_statement(statement)
{
}

Query::~Query()
{
    sqlite3_finalize(m_statement);
}

Result<void> Query::execute(std::span<const SqlValue> values)
{
    finish();
    m_ended = {};
    if (auto bound = bind(values); !bound)
        return bound;
    if (auto stepped = step(); !stepped)
        return stepped;
    if (m_row == Row::Current)
        m_row = Row::Waiting;
    return {};
}

Result<void> Query::bind(std::span<const SqlValue> values)
{
    if (sqlite3_bind_parameter_count(m_statement) != int(values.size()))
        return fail(ErrorCode::StoreUnavailable,
                    QStringLiteral("A statement wants %1 values and was given %2: %3")
                        .arg(sqlite3_bind_parameter_count(m_statement))
                        .arg(values.size())
                        .arg(QString::fromUtf8(sqlite3_sql(m_statement))));
    m_bound.clear();
    int position = 0;
    for (const SqlValue &value : values) {
        ++position;
        int code = SQLITE_OK;
        if (const auto *number = std::get_if<qint64>(&value.value())) {
            code = sqlite3_bind_int64(m_statement, position, *number);
        } else if (const auto *text = std::get_if<QString>(&value.value()); text && text->isEmpty()) {
            code = sqlite3_bind_text(m_statement, position, "", 0, SQLITE_STATIC);
        } else if (text) {
            m_bound.append(text->toUtf8());
            code = sqlite3_bind_text(m_statement, position, m_bound.last().constData(), int(m_bound.last().size()),
                                     SQLITE_STATIC);
        } else if (const auto *bytes = std::get_if<QByteArray>(&value.value())) {
            m_bound.append(*bytes);
            code = sqlite3_bind_blob(m_statement, position, m_bound.last().constData(), int(m_bound.last().size()),
                                     SQLITE_STATIC);
        } else {
            code = sqlite3_bind_null(m_statement, position);
        }
        if (code != SQLITE_OK)
            return tl::unexpected(lastError(sqlite3_db_handle(m_statement)));
    }
    return {};
}

Result<void> Query::step()
{
    const int code = sqlite3_step(m_statement);
    m_row = code == SQLITE_ROW ? Row::Current : Row::None;
    if (code == SQLITE_ROW)
        return {};
    Result<void> ended;
    if (code != SQLITE_DONE)
        ended = tl::unexpected(lastError(sqlite3_db_handle(m_statement)));
    sqlite3_reset(m_statement);
    m_bound.clear();
    return ended;
}

bool Query::next()
{
    if (m_row == Row::Waiting)
        m_row = Row::Current;
    else if (m_row == Row::Current)
        m_ended = step();
    return m_row == Row::Current;
}

bool Query::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 Query::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QString Query::text(int column) const
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(text, sqlite3_column_bytes(m_statement, column));
}

QByteArray Query::bytes(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return {bytes, sqlite3_column_bytes(m_statement, column)};
}

QVariant Query::value(int column) const
{
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_INTEGER: return integer(column);
    case SQLITE_FLOAT: return sqlite3_column_double(m_statement, column);
    case SQLITE_TEXT: return text(column);
    case SQLITE_BLOB: return bytes(column);
    default: return {};
    }
}

void Query::finish()
{
    if (m_row == Row::None)
        return;
    sqlite3_reset(m_statement);
    m_bound.clear();
    m_row = Row::None;
}

} // namespace callboard
