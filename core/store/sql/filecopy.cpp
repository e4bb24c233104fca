#include "core/store/sql/filecopy.h"

#include "core/store/sql/rawfile.h"
#include "core/store/workspacecheck.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>

#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <unistd.h>

#include <cerrno>

namespace callboard {

namespace {

constexpr int kPagesAStep = 1024;

Error systemError(const QString &what, const QString &path)
{
    return {errno == EEXIST ? ErrorCode::Conflict : ErrorCode::StoreUnavailable,
            QStringLiteral("%1 %2: %3.").arg(what, path, qt_error_string(errno))};
}

// Made with its rights, so that no other reader ever sees it; what a killed copy of this process left is begun anew.
Result<void> makeEmpty(const QString &path)
{
    QFile::remove(path);
    const int file = ::open(QFile::encodeName(path).constData(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (file < 0)
        return tl::unexpected(systemError(QStringLiteral("Can't make the file"), path));
    ::close(file);
    return {};
}

Result<void> copyPages(sqlite3 *source, sqlite3 *copy, const std::function<void(int)> &progress)
{
    sqlite3_backup *backup = sqlite3_backup_init(copy, "main", source, "main");
    if (!backup)
        return tl::unexpected(Query::lastError(copy));
    int code = SQLITE_OK;
    while ((code = sqlite3_backup_step(backup, kPagesAStep)) == SQLITE_OK) {
        const int pages = sqlite3_backup_pagecount(backup);
        if (progress && pages > 0)
            progress(int(100LL * (pages - sqlite3_backup_remaining(backup)) / pages));
    }
    if (sqlite3_backup_finish(backup) == SQLITE_OK && code == SQLITE_DONE)
        return {};
    return tl::unexpected(Query::lastError(copy));
}

// Without a view of its own, the copy would begin again with every commit of another process.
Result<void> copySnapshot(sqlite3 *source, sqlite3 *copy, const std::function<void(int)> &progress)
{
    if (sqlite3_exec(source, "BEGIN; SELECT COUNT(*) FROM sqlite_master", nullptr, nullptr, nullptr) != SQLITE_OK)
        return tl::unexpected(Query::lastError(source));
    const auto over = qScopeGuard([source] { sqlite3_exec(source, "ROLLBACK", nullptr, nullptr, nullptr); });
    return copyPages(source, copy, progress);
}

// One file without a log beside it, whole, and as if it had been closed in order.
Result<void> finishCopy(RawFile &copy)
{
    return copy.run(QStringLiteral("PRAGMA journal_mode = DELETE"))
        .and_then([&copy] { return quickCheck(copy); })
        .and_then([&copy] { return copy.run(QStringLiteral("DELETE FROM meta WHERE key = 'running'")); });
}

Result<void> giveName(const QString &part, const QString &path, FileExists exists)
{
    const QByteArray from = QFile::encodeName(part);
    const QByteArray to = QFile::encodeName(path);
    int code = exists == FileExists::Replace
        ? ::rename(from.constData(), to.constData())
        : ::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE);
    if (code != 0 && errno == EINVAL && exists == FileExists::Refuse) // not on this file system
        code = QFileInfo::exists(path) ? (errno = EEXIST, -1) : ::rename(from.constData(), to.constData());
    if (code != 0)
        return tl::unexpected(systemError(QStringLiteral("Can't make the file"), path));
    const QByteArray directory = QFile::encodeName(QFileInfo(path).absolutePath());
    if (const int opened = ::open(directory.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); opened >= 0) {
        ::fsync(opened);
        ::close(opened);
    }
    return {};
}

} // namespace

Result<void> copyDatabase(sqlite3 *source, const QString &path, FileExists exists,
                          const std::function<void(int)> &progress)
{
    const QString part = QStringLiteral("%1.part-%2").arg(path).arg(QCoreApplication::applicationPid());
    auto copied = makeEmpty(part)
                      .and_then([&] { return RawFile::open(part, RawFile::Access::Write); })
                      .and_then([&](const std::unique_ptr<RawFile> &copy) -> Result<void> {
                          return copy->run(QStringLiteral("PRAGMA journal_mode = MEMORY"))
                              .and_then([&] { return copySnapshot(source, copy->handle(), progress); })
                              .and_then([&] { return finishCopy(*copy); });
                      })
                      .and_then([&] { return giveName(part, path, exists); });
    if (!copied)
        QFile::remove(part);
    return copied;
}

} // namespace callboard
