#include "core/security/keyfile.h"

#include "core/security/vault.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace callboard {

namespace {

class Descriptor {
public:
    explicit Descriptor(int fd)
        : m_fd(fd)
    {
    }
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    [[nodiscard]] int get() const { return m_fd; }
    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }

private:
    int m_fd;
};

QString systemError(int number)
{
    return QString::fromLocal8Bit(std::strerror(number));
}

tl::unexpected<Error> refuse(const QString &path, const QString &what)
{
    return fail(ErrorCode::VaultUnavailable, QStringLiteral("Key file %1 %2").arg(path, what));
}

Result<void> checkOwner(const QString &path, const struct stat &status)
{
    if (status.st_uid != ::geteuid())
        return refuse(path, QStringLiteral("belongs to another user. Make this user its owner."));
    if ((status.st_mode & 077) != 0)
        return refuse(path,
                      QStringLiteral("is open to other users (mode %1). Run: chmod 600 %2")
                          .arg(QString::number(status.st_mode & 07777, 8).rightJustified(4, u'0'), path));
    return {};
}

Result<void> checkFile(const QString &path, const struct stat &status, KeyFileGuard guard)
{
    if (!S_ISREG(status.st_mode))
        return refuse(path, QStringLiteral("is not a regular file."));
    if (status.st_size != kVaultKeyBytes)
        return refuse(
            path, QStringLiteral("has %1 bytes; a vault key has exactly %2.").arg(status.st_size).arg(kVaultKeyBytes));
    return guard == KeyFileGuard::SystemManaged ? Result<void>() : checkOwner(path, status);
}

Result<void> writeAll(int fd, const QByteArray &key, const QString &path)
{
    const ssize_t written = ::write(fd, key.constData(), static_cast<size_t>(key.size()));
    if (written != key.size())
        return refuse(path,
                      QStringLiteral("could not be written: %1")
                          .arg(written < 0 ? systemError(errno) : QStringLiteral("no space left")));
    if (::fsync(fd) != 0)
        return refuse(path, QStringLiteral("could not be brought to disk: %1").arg(systemError(errno)));
    return {};
}

// The name is durable only once its directory is; losing the key would lose every secret sealed under it.
void syncDirectory(const QString &path)
{
    const QByteArray directory = QFile::encodeName(QFileInfo(path).absolutePath());
    const Descriptor fd(::open(directory.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (fd.isOpen())
        ::fsync(fd.get());
}

} // namespace

Result<std::optional<QByteArray>> readKeyFile(const QString &path, KeyFileGuard guard)
{
    // O_NONBLOCK: a FIFO put in its place must not hang the start.
    const Descriptor fd(::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
    if (!fd.isOpen() && errno == ENOENT)
        return std::optional<QByteArray>();
    if (!fd.isOpen())
        return refuse(path,
                      errno == ELOOP ? QStringLiteral("is a symbolic link. Name the file itself.")
                                     : QStringLiteral("can't be read: %1").arg(systemError(errno)));
    struct stat status { };
    if (::fstat(fd.get(), &status) != 0)
        return refuse(path, QStringLiteral("can't be examined: %1").arg(systemError(errno)));
    if (auto fine = checkFile(path, status, guard); !fine)
        return tl::unexpected(fine.error());
    QByteArray key(kVaultKeyBytes, Qt::Uninitialized);
    if (::read(fd.get(), key.data(), kVaultKeyBytes) != kVaultKeyBytes)
        return refuse(path, QStringLiteral("could not be read whole."));
    return std::optional(std::move(key));
}

Result<void> makeKeyFile(const QString &path, const QByteArray &key)
{
    const QByteArray name = QFile::encodeName(path);
    const Descriptor fd(::open(name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!fd.isOpen())
        return refuse(path, QStringLiteral("can't be made: %1").arg(systemError(errno)));
    auto written = writeAll(fd.get(), key, path);
    if (written)
        syncDirectory(path);
    else
        ::unlink(name.constData());
    return written;
}

Result<void> moveKeyFile(const QString &from, const QString &to)
{
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return refuse(from, QStringLiteral("can't take the place of %1: %2").arg(to, systemError(errno)));
    syncDirectory(to);
    return {};
}

Result<void> removeKeyFile(const QString &path)
{
    if (::unlink(QFile::encodeName(path).constData()) != 0 && errno != ENOENT)
        return refuse(path, QStringLiteral("can't be removed: %1").arg(systemError(errno)));
    syncDirectory(path);
    return {};
}

Result<QByteArray> readSecretLine(const QString &path)
{
    constexpr int kMost = 4096;
    const Descriptor fd(::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
    struct stat status { };
    if (!fd.isOpen() || ::fstat(fd.get(), &status) != 0)
        return fail(ErrorCode::VaultUnavailable, QStringLiteral("%1 can't be read: %2").arg(path, systemError(errno)));
    if (!S_ISREG(status.st_mode))
        return fail(ErrorCode::VaultUnavailable, QStringLiteral("%1 is not a regular file.").arg(path));
    if (auto closed = checkOwner(path, status); !closed)
        return tl::unexpected(closed.error());
    QByteArray text(kMost, Qt::Uninitialized);
    const ssize_t length = ::read(fd.get(), text.data(), kMost);
    text.truncate(std::max<qsizetype>(0, length));
    const qsizetype end = text.indexOf('\n');
    return end < 0 ? text : text.left(end);
}

} // namespace callboard
