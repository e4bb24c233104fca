// Tells at a start whether the program ended properly the last time: a file in the state directory that is there while
// it runs and goes at a proper end. For who holds the workspace's WindowClaim.
#pragma once

#include <QString>

namespace callboard {

class RunMarker {
public:
    explicit RunMarker(const QString &workspace);
    ~RunMarker();
    RunMarker(const RunMarker &) = delete;
    RunMarker &operator=(const RunMarker &) = delete;

    [[nodiscard]] bool endedBadly() const { return m_endedBadly; }
    // XDG_STATE_HOME/callboard
    [[nodiscard]] static QString directory();

private:
    QString m_file;
    bool m_endedBadly = false;
};

} // namespace callboard
