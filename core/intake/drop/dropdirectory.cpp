#include "core/intake/drop/dropdirectory.h"

#include <QDateTime>
#include <QFile>
#include <QTimeZone>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <memory>
#include <system_error>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

namespace callboard {

namespace {

const QByteArray kReasonEnding = ".reason.txt";
constexpr qsizetype kLongestName = 255; // bytes; what common file systems take
constexpr int kMostSuffixes = 1'000;
constexpr mode_t kDirectoryMode = 0750;
constexpr mode_t kReasonMode = 0640;

QString reasonOf(int error)
{
    return QString::fromStdString(std::generic_category().message(error));
}

FileStamp stampOf(const struct stat &info)
{
    return {info.st_dev, info.st_ino, info.st_size, qint64(info.st_mtim.tv_sec) * 1'000'000'000 + info.st_mtim.tv_nsec};
}

// Whoever brings a file writes it under such a name and renames it when it is whole.
bool isBeingBrought(const QByteArray &name)
{
    static const QByteArrayList endings{".part", ".tmp", ".filepart", "~"};
    const QByteArray lower = name.toLower();
    return name.startsWith('.')
        || std::ranges::any_of(endings, [&](const QByteArray &ending) { return lower.endsWith(ending); });
}

Result<Descriptor> openInside(const Descriptor &folder, const QString &path, const char *name)
{
    const auto refuse = [&](int error) {
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("“%1/%2” can't be used: %3.").arg(path, QLatin1String(name), reasonOf(error)));
    };
    if (::mkdirat(folder.number(), name, kDirectoryMode) != 0 && errno != EEXIST)
        return refuse(errno);
    Descriptor inside(::openat(folder.number(), name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!inside.isOpen() || ::faccessat(inside.number(), ".", W_OK | X_OK, AT_EACCESS) != 0)
        return refuse(errno);
    return inside;
}

Result<QByteArrayList> namesIn(const Descriptor &folder)
{
    Descriptor again(::openat(folder.number(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    const std::unique_ptr<DIR, int (*)(DIR *)> stream(again.isOpen() ? ::fdopendir(again.number()) : nullptr,
                                                      &::closedir);
    if (!stream)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("It can't be listed: %1.").arg(reasonOf(errno)));
    (void)again.release(); // the stream closes it
    QByteArrayList names;
    while (const dirent *entry = ::readdir(stream.get())) {
        if (entry->d_type != DT_DIR && !isBeingBrought(entry->d_name))
            names.append(entry->d_name);
    }
    return names;
}

// Whoever writes slowly leaves a file still for a while, and has it open. A read lease is granted only where nobody
// has; on files of others and on some file systems there are no leases, and stillness has to do.
bool hasWriter(const Descriptor &file)
{
    // A writer who comes while the lease is held is kept waiting, and we are signalled. SIGIO, which is the default,
    // would end the program; SIGURG is ignored.
    if (::fcntl(file.number(), F_SETSIG, SIGURG) != 0)
        return false;
    if (::fcntl(file.number(), F_SETLEASE, F_RDLCK) != 0)
        return errno == EAGAIN;
    ::fcntl(file.number(), F_SETLEASE, F_UNLCK);
    return false;
}

Result<QByteArray> readAll(const Descriptor &file, qint64 size)
{
    QByteArray content(size, Qt::Uninitialized);
    qint64 have = 0;
    while (have < size) {
        const ssize_t got = ::read(file.number(), content.data() + have, size_t(size - have));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail(ErrorCode::NotAllowed, QStringLiteral("It can't be read: %1.").arg(reasonOf(errno)));
        if (got == 0)
            break;
        have += got;
    }
    content.truncate(have);
    return content;
}

bool writeAll(const Descriptor &file, const QByteArray &content)
{
    qsizetype written = 0;
    while (written < content.size()) {
        const ssize_t put = ::write(file.number(), content.constData() + written, size_t(content.size() - written));
        if (put < 0 && errno != EINTR)
            return false;
        written += qMax<ssize_t>(put, 0);
    }
    return ::fsync(file.number()) == 0;
}

bool exists(const Descriptor &folder, const QByteArray &name)
{
    struct stat info = {};
    return ::fstatat(folder.number(), name.constData(), &info, AT_SYMLINK_NOFOLLOW) == 0;
}

// Never over another file. Some network file systems can't promise that; there it is looked at first.
int renameNew(const Descriptor &from, const QByteArray &name, const Descriptor &to, const QByteArray &newName)
{
    if (::renameat2(from.number(), name.constData(), to.number(), newName.constData(), RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    if (exists(to, newName))
        return EEXIST;
    return ::renameat(from.number(), name.constData(), to.number(), newName.constData()) == 0 ? 0 : errno;
}

// NAME.json, then NAME-20190214T204311825Z.json, then NAME-20190214T204311825Z-2.json, each with room for its reason.
QByteArray candidate(const QByteArray &name, const FileStamp &stamp, int number)
{
    const qsizetype dot = name.lastIndexOf('.');
    const qsizetype stemSize = dot > 0 && name.size() - dot <= 16 ? dot : name.size();
    QByteArray suffix;
    if (number > 0) {
        const QDateTime modified = QDateTime::fromMSecsSinceEpoch(stamp.modified / 1'000'000, QTimeZone::utc());
        suffix = '-' + modified.toString(QStringLiteral("yyyyMMddTHHmmsszzzZ")).toLatin1();
    }
    if (number > 1)
        suffix += '-' + QByteArray::number(number);
    const QByteArray ending = suffix + name.sliced(stemSize);
    return name.first(qMin(stemSize, kLongestName - kReasonEnding.size() - ending.size())) + ending;
}

tl::unexpected<Error> notMoved(const QByteArray &name, const QString &why)
{
    return fail(ErrorCode::NotAllowed, QStringLiteral("“%1” can't be moved: %2.").arg(QFile::decodeName(name), why));
}

} // namespace

Result<DropDirectory> DropDirectory::open(const QString &folder)
{
    DropDirectory directory;
    directory.m_path = folder;
    directory.m_folder = Descriptor(::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!directory.m_folder.isOpen() || ::faccessat(directory.m_folder.number(), ".", W_OK | X_OK, AT_EACCESS) != 0)
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("The folder “%1” can't be used: %2.").arg(folder, reasonOf(errno)));
    auto done = openInside(directory.m_folder, folder, "done");
    if (!done)
        return tl::unexpected(done.error());
    auto rejected = openInside(directory.m_folder, folder, "rejected");
    if (!rejected)
        return tl::unexpected(rejected.error());
    directory.m_done = std::move(*done);
    directory.m_rejected = std::move(*rejected);
    return directory;
}

Result<QList<DropEntry>> DropDirectory::entries() const
{
    const auto names = namesIn(m_folder);
    if (!names)
        return tl::unexpected(names.error());
    QList<DropEntry> entries;
    entries.reserve(names->size());
    for (const QByteArray &name : *names) {
        struct stat info = {};
        if (::fstatat(m_folder.number(), name.constData(), &info, AT_SYMLINK_NOFOLLOW) != 0 || S_ISDIR(info.st_mode))
            continue;
        const auto other = S_ISLNK(info.st_mode) ? DropEntry::Kind::Link : DropEntry::Kind::Special;
        entries.append({name, S_ISREG(info.st_mode) ? DropEntry::Kind::File : other, stampOf(info)});
    }
    return entries;
}

Result<DropReading> DropDirectory::read(const QByteArray &name, const FileStamp &stamp, qint64 largest) const
{
    using State = DropReading::State;
    // It may have become a link or a pipe since it was listed: neither is followed or waited for.
    const Descriptor file(
        ::openat(m_folder.number(), name.constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    if (!file.isOpen() && (errno == ENOENT || errno == ELOOP || errno == ENXIO))
        return DropReading{State::Changed};
    if (!file.isOpen())
        return fail(ErrorCode::NotAllowed, QStringLiteral("It can't be read: %1.").arg(reasonOf(errno)));
    struct stat info = {};
    if (::fstat(file.number(), &info) != 0 || !S_ISREG(info.st_mode) || stampOf(info) != stamp)
        return DropReading{State::Changed};
    if (hasWriter(file))
        return DropReading{State::BeingWritten};
    if (stamp.size > largest)
        return fail(ErrorCode::TooLarge,
                    QStringLiteral("The file has %1 bytes; at most %2 are taken.")
                        .arg(QString::number(stamp.size), QString::number(largest)));
    auto content = readAll(file, stamp.size);
    if (!content)
        return tl::unexpected(content.error());
    // Written to meanwhile: what was read is neither the one nor the other.
    if (::fstat(file.number(), &info) != 0 || stampOf(info) != stamp || content->size() != stamp.size)
        return DropReading{State::Changed};
    return DropReading{State::Whole, std::move(*content)};
}

// Another file may have come under the name since it was read. Looked at after the move, which is undone then: before
// it there would always be a moment left.
Result<bool> DropDirectory::moveAs(const QByteArray &name, const FileStamp &stamp, const Descriptor &to,
                                   const QByteArray &newName) const
{
    const int error = renameNew(m_folder, name, to, newName);
    if (error == ENOENT && !exists(m_folder, name)) // else it is done/ or rejected/ that is gone
        return false;
    if (error == EEXIST)
        return fail(ErrorCode::NameTaken, QFile::decodeName(newName));
    if (error != 0)
        return notMoved(name, reasonOf(error));
    struct stat info = {};
    if (::fstatat(to.number(), newName.constData(), &info, AT_SYMLINK_NOFOLLOW) == 0 && stampOf(info) == stamp) {
        ::fsync(to.number());
        ::fsync(m_folder.number());
        return true;
    }
    if (const int back = renameNew(to, newName, m_folder, name); back != 0)
        return notMoved(name, QStringLiteral("it changed meanwhile, and can't be put back (%1)").arg(reasonOf(back)));
    return false;
}

Result<bool> DropDirectory::moveToDone(const QByteArray &name, const FileStamp &stamp) const
{
    for (int number = 0; number < kMostSuffixes; ++number) {
        auto moved = moveAs(name, stamp, m_done, candidate(name, stamp, number));
        if (moved || moved.error().code != ErrorCode::NameTaken)
            return moved;
    }
    return notMoved(name, QStringLiteral("too many of that name are in done/"));
}

Result<bool> DropDirectory::moveToRejected(const QByteArray &name, const FileStamp &stamp, const QString &reason) const
{
    for (int number = 0; number < kMostSuffixes; ++number) {
        const QByteArray newName = candidate(name, stamp, number);
        if (exists(m_rejected, newName))
            continue;
        const auto written = writeReason(newName, reason);
        if (!written && written.error().code == ErrorCode::NameTaken)
            continue;
        if (!written)
            return tl::unexpected(written.error());
        auto moved = moveAs(name, stamp, m_rejected, newName);
        if (!moved || !*moved) // the reason is nobody's
            ::unlinkat(m_rejected.number(), QByteArray(newName + kReasonEnding).constData(), 0);
        if (moved || moved.error().code != ErrorCode::NameTaken)
            return moved;
    }
    return notMoved(name, QStringLiteral("too many of that name are in rejected/"));
}

Result<void> DropDirectory::writeReason(const QByteArray &name, const QString &reason) const
{
    const QByteArray file = candidate(name, {}, 0) + kReasonEnding;
    // It may be another's reason, or a file that was rejected under such a name: neither is written over.
    const Descriptor out(
        ::openat(m_rejected.number(), file.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kReasonMode));
    if (!out.isOpen() && errno == EEXIST)
        return fail(ErrorCode::NameTaken, QFile::decodeName(file));
    if (out.isOpen() && writeAll(out, reason.toUtf8() + '\n'))
        return {};
    const int error = errno;
    if (out.isOpen()) // half a reason is none
        ::unlinkat(m_rejected.number(), file.constData(), 0);
    return fail(
        ErrorCode::NotAllowed,
        QStringLiteral("“%1/rejected/%2” can't be written: %3.").arg(m_path, QFile::decodeName(file), reasonOf(error)));
}

} // namespace callboard
