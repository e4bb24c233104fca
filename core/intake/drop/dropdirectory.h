// The files of a drop folder, reached through its open directory and never by a path: what is in it, the bytes of one
// file, and the moves to done/ and rejected/. Nothing is followed, overwritten or deleted. Blocks; any one thread.
#pragma once

#include "core/domain/error.h"
#include "core/intake/drop/descriptor.h"

#include <QByteArray>
#include <QList>

namespace callboard {

// Which file it was and in which state; two readings are of the same bytes if their stamps are equal.
struct FileStamp {
    quint64 device = 0;
    quint64 inode = 0;
    qint64 size = 0;
    qint64 modified = 0; // nanoseconds since 1970

    bool operator==(const FileStamp &) const = default;
};

struct DropEntry {
    enum class Kind { File, Link, Special };

    QByteArray name; // as the file system has it
    Kind kind = Kind::File;
    FileStamp stamp;
};

struct DropReading {
    enum class State {
        Whole,
        BeingWritten, // somebody has it open for writing
        Changed       // it is no longer the file of that stamp
    };

    State state = State::Whole;
    QByteArray content{}; // of Whole
};

class DropDirectory {
public:
    // Makes done/ and rejected/ where they are missing. InvalidArgument says what is wrong with it.
    [[nodiscard]] static Result<DropDirectory> open(const QString &folder);

    // In no order, without directories and without what is still being brought (.name, name.part, …).
    [[nodiscard]] Result<QList<DropEntry>> entries() const;
    // TooLarge; NotAllowed: it can't be read.
    [[nodiscard]] Result<DropReading> read(const QByteArray &name, const FileStamp &stamp, qint64 largest) const;
    // False: it is no longer the file of that stamp, and stays. A name that is taken gets a suffix.
    [[nodiscard]] Result<bool> moveToDone(const QByteArray &name, const FileStamp &stamp) const;
    // The reason is on disk before the file is moved.
    [[nodiscard]] Result<bool> moveToRejected(const QByteArray &name, const FileStamp &stamp,
                                              const QString &reason) const;
    // NameTaken: there is such a file in rejected/ already.
    [[nodiscard]] Result<void> writeReason(const QByteArray &name, const QString &reason) const;

private:
    [[nodiscard]] Result<bool> moveAs(const QByteArray &name, const FileStamp &stamp, const Descriptor &to,
                                      const QByteArray &newName) const;

    QString m_path;
    Descriptor m_folder;
    Descriptor m_done;
    Descriptor m_rejected;
};

} // namespace callboard
