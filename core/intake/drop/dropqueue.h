// Which of a drop folder's files are ready: still for long enough, and not just tried in vain; the oldest first, told
// by the time of modification and then by name. Pure: the files seen and the time are given.
#pragma once

#include "core/intake/drop/dropdirectory.h"

#include <QMap>

#include <chrono>
#include <optional>
#include <utility>

namespace callboard {

// What became of a file that could not be moved yet: it is not taken in a second time.
struct DropVerdict {
    bool accepted = false;
    int events = 0;
    QString reason; // unless accepted
};

struct WaitingFile {
    using Moment = std::chrono::steady_clock::time_point;

    QByteArray name;
    FileStamp stamp;
    Moment readyAt{};
    bool aside = false;          // the others go first
    bool toldUnreadable = false; // each is told once
    bool toldPostponed = false;
    std::optional<DropVerdict> verdict{};
};

class DropQueue {
public:
    using Moment = WaitingFile::Moment;

    // `most`: so many are known at a time, the others come up as these go.
    DropQueue(std::chrono::milliseconds settled, qsizetype most);

    // All that is in the folder now, in any order. What changed waits anew, what is gone is forgotten.
    void see(QList<DropEntry> files, Moment now);
    // The oldest that is ready, taken out; empty optional: none is.
    [[nodiscard]] std::optional<WaitingFile> takeNext(Moment now);
    // In its old place: no later one overtakes it but by being ready earlier.
    void putBack(WaitingFile file, Moment readyAt);
    // Behind all the others, and without a place among the `most`: however many such there are, they are in nobody's
    // way.
    void putAside(WaitingFile file, Moment readyAt);
    // When the next one is ready; empty optional: nothing waits.
    [[nodiscard]] std::optional<Moment> nextReadyAt() const;
    [[nodiscard]] bool hasVerdicts() const;

private:
    using Place = std::pair<qint64, QByteArray>; // modified, name
    [[nodiscard]] static Place placeOf(const QByteArray &name, const FileStamp &stamp)
    {
        return {stamp.modified, name};
    }

    std::chrono::milliseconds m_settled;
    qsizetype m_most;
    QMap<Place, WaitingFile> m_files;
};

} // namespace callboard
