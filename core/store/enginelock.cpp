#include "core/store/enginelock.h"

#include <QFile>

namespace callboard {

Result<std::unique_ptr<QLockFile>> lockEngine(const QString &workspace)
{
    auto lock = std::make_unique<QLockFile>(workspace + QStringLiteral(".engine"));
    lock->setStaleLockTime(0); // never by age; a dead process's lock is recognised by its pid
    if (lock->tryLock(0)) {
        QFile::setPermissions(lock->fileName(), QFile::ReadOwner | QFile::WriteOwner);
        return lock;
    }
    if (lock->error() != QLockFile::LockFailedError)
        return fail(ErrorCode::StoreUnavailable, QStringLiteral("Can't lock %1: %2").arg(workspace, qt_error_string()));
    qint64 pid = 0;
    QString host;
    QString application;
    if (!lock->getLockInfo(&pid, &host, &application))
        return fail(ErrorCode::WorkspaceInUse, QStringLiteral("Another process dispatches %1.").arg(workspace));
    return fail(
        ErrorCode::WorkspaceInUse,
        QStringLiteral("Process %1 (%2) on %3 dispatches %4 already.").arg(pid).arg(application, host, workspace));
}

} // namespace callboard
