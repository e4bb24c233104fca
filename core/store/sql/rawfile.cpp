#include "core/store/sql/rawfile.h"

#include "core/store/sql/schema.h"

#include <sqlite3.h>

namespace callboard {

namespace {

constexpr int kBusyTimeout = 5000; // milliseconds

} // namespace

Result<std::unique_ptr<RawFile>> RawFile::open(const QString &path, Access access)
{
    return openWith(path.toUtf8(), access == Access::Read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE);
}

Result<std::unique_ptr<RawFile>> RawFile::inMemory()
{
    return openWith(QByteArrayLiteral(":memory:"), SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY);
}

Result<std::unique_ptr<RawFile>> RawFile::openWith(const QByteArray &name, int flags)
{
    std::unique_ptr<RawFile> file(new RawFile);
    const int code = sqlite3_open_v2(name.constData(), &file->m_db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                                     nullptr);
    if (code != SQLITE_OK)
        return tl::unexpected(Query::lastError(file->m_db));
    sqlite3_busy_timeout(file->m_db, kBusyTimeout);
    distrustSchema(file->m_db);
    return file->run(QStringLiteral("PRAGMA cell_size_check = ON")).map([&] { return std::move(file); });
}

RawFile::~RawFile()
{
    sqlite3_close(m_db);
}

Result<void> RawFile::run(const QString &sql)
{
    return each(sql, [](const Query &) {});
}

Result<void> RawFile::each(const QString &sql, const std::function<void(const Query &)> &row)
{
    auto query = Query::prepare(m_db, sql);
    if (!query)
        return tl::unexpected(query.error());
    if (auto executed = (*query)->execute({}); !executed)
        return executed;
    while ((*query)->next())
        row(**query);
    return (*query)->ended();
}

Result<qint64> RawFile::number(const QString &sql)
{
    qint64 answer = 0;
    return each(sql, [&answer](const Query &row) { answer = row.integer(0); }).map([&] { return answer; });
}

} // namespace callboard
