// An SQLite file as it lies there: opened without asking what it is, and nothing set or migrated. For checks of a file
// that may be damaged, and for files in the making. Belongs to the thread that opened it.
#pragma once

#include "core/store/sql/query.h"

#include <functional>
#include <memory>

namespace callboard {

class RawFile {
public:
    enum class Access { Read, Write };

    // The file has to be there.
    [[nodiscard]] static Result<std::unique_ptr<RawFile>> open(const QString &path, Access access);
    [[nodiscard]] static Result<std::unique_ptr<RawFile>> inMemory();
    ~RawFile();
    RawFile(const RawFile &) = delete;
    RawFile &operator=(const RawFile &) = delete;

    Result<void> run(const QString &sql);
    Result<void> each(const QString &sql, const std::function<void(const Query &)> &row);
    [[nodiscard]] Result<qint64> number(const QString &sql); // 0: there is none
    [[nodiscard]] sqlite3 *handle() const { return m_db; }

private:
    RawFile() = default;
    static Result<std::unique_ptr<RawFile>> openWith(const QByteArray &name, int flags);

    sqlite3 *m_db = nullptr;
};

} // namespace callboard
