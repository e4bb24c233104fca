// A folder as a door: JSON, JSON Lines, XML and encoders' notifications put into it are taken in once, one file after
// the other, the oldest first (time of modification, then name). A file is taken when it is regular, has been still for
// a moment and nobody has it open for writing. What was committed moves to done/, what can't be read to rejected/ with
// the reason beside it (NAME.reason.txt). Owns a thread; signals are emitted from it, and the sinks outlive it.
#pragma once

#include "core/domain/error.h"
#include "core/intake/eventsink.h"
#include "core/intake/platformsink.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace callboard {

struct DropSettings {
    QString folder;
    std::chrono::milliseconds settled{1'000}; // unchanged for so long: written whole
    qint64 largestFile = qint64(10) * 1024 * 1024;
    std::chrono::milliseconds poll{5'000}; // for what no watcher tells (network file systems), and until a next try
};

class DropFolder : public QObject {
    Q_OBJECT

public:
    // Makes done/ and rejected/ in it, and begins with the caller's event loop. InvalidArgument: no folder, or one that
    // can't be written.
    [[nodiscard]] static Result<std::unique_ptr<DropFolder>> open(const DropSettings &settings, EventSink &events,
                                                                  PlatformSink &platform);
    ~DropFolder() override;

    // Never from its own thread. Takes nothing new in; returns when what was handed over has its answer or `patience`
    // is over.
    void close(std::chrono::milliseconds patience = std::chrono::seconds(10));

signals:
    // Committed and moved; `events`: how many new ones it made (0: known before, or an asset that was published).
    void taken(const QString &file, int events);
    // Moved to rejected/; a link, a pipe or a file without permission stays where it is, and is told once.
    void rejected(const QString &file, const QString &reason);
    // The store or the vault is away: it stays where it is and is tried again; told once a file.
    void postponed(const QString &file, const QString &reason);
    // The folder is gone or can't be written, and then that it is back. It is tried again all the time.
    void availableChanged(bool available, const QString &reason);

private:
    struct Private;
    DropFolder(const DropSettings &settings, EventSink &events, PlatformSink &platform);
    std::unique_ptr<Private> m_d;
};

} // namespace callboard
