#include "core/store/workspacerights.h"

#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

namespace callboard {

namespace {

constexpr mode_t kOfOthers = S_IRWXG | S_IRWXO;

// Links are followed: the write-ahead log lies beside the file itself.
QStringList filesOf(const QString &workspace)
{
    const QString file = QFileInfo(workspace).canonicalFilePath();
    return {file, file + QStringLiteral("-wal"), file + QStringLiteral("-shm"), workspace + QStringLiteral(".engine")};
}

std::optional<mode_t> modeOf(const QString &path)
{
    struct stat found = {};
    return ::stat(QFile::encodeName(path).constData(), &found) == 0 ? std::optional(found.st_mode) : std::nullopt;
}

QString octal(mode_t mode)
{
    return QString::number(mode & 07777, 8);
}

} // namespace

Result<void> checkRights(const QString &workspace)
{
    const QFileInfo info(workspace);
    const QString directory = info.exists() ? QFileInfo(info.canonicalFilePath()).absolutePath() : info.absolutePath();
    const auto file = modeOf(workspace);
    if (file && (*file & S_IWOTH))
        return fail(
            ErrorCode::StoreUnavailable,
            QStringLiteral("%1: Every user of this machine may write to this workspace (mode %2), so that what "
                           "is in it can't be trusted. If it is all yours, make it so: chmod 600 and the file's "
                           "name.")
                .arg(workspace, octal(*file)));
    const auto place = modeOf(directory);
    if (place && (*place & S_IWOTH) && !(*place & S_ISVTX))
        return fail(ErrorCode::StoreUnavailable,
                    QStringLiteral("%1: Every user of this machine may put another file in this workspace's place: its "
                                   "directory %2 is open to all (mode %3). Close it, or keep the workspace elsewhere.")
                        .arg(workspace, directory, octal(*place)));
    return {};
}

std::optional<QString> sharedRights(const QString &workspace)
{
    for (const QString &path : filesOf(workspace)) {
        const auto mode = modeOf(path);
        if (mode && (*mode & kOfOthers))
            return QStringLiteral("Other users of this machine may read or change %1 (mode %2).")
                .arg(path, octal(*mode));
    }
    return std::nullopt;
}

Result<void> makePrivate(const QString &workspace)
{
    for (const QString &path : filesOf(workspace)) {
        const auto mode = modeOf(path);
        if (mode && (*mode & kOfOthers)
            && ::chmod(QFile::encodeName(path).constData(), *mode & 07777 & ~kOfOthers) != 0)
            return fail(ErrorCode::StoreUnavailable,
                        QStringLiteral("The rights of %1 can't be changed: %2.").arg(path, qt_error_string()));
    }
    if (const auto still = sharedRights(workspace))
        return fail(ErrorCode::StoreUnavailable, *still);
    return {};
}

} // namespace callboard
