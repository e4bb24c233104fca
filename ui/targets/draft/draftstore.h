// The drafts of one workspace's targets: a file each, mode 0600, in a directory of the operator's own. Written by a
// thread of its own, in the order asked for; a file is whole or not there.
#pragma once

#include "core/domain/ids.h"

#include <QByteArray>
#include <QString>
#include <QThreadPool>

#include <optional>

namespace callboard {

class DraftStore {
public:
    explicit DraftStore(QString directory);
    ~DraftStore(); // waits for what was asked
    DraftStore(const DraftStore &) = delete;
    DraftStore &operator=(const DraftStore &) = delete;

    // `target` invalid: the one that is being made.
    [[nodiscard]] QString path(TargetId target) const;
    [[nodiscard]] std::optional<QByteArray> read(TargetId target) const; // as it was at the last start, or later
    void write(TargetId target, const QByteArray &bytes);
    void remove(TargetId target);

private:
    QString m_directory;
    QThreadPool m_thread;
};

} // namespace callboard
