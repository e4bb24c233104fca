// One window for each workspace. Whoever holds the claim has it and shows it when asked; whoever starts later asks and
// ends. A lock file in XDG_RUNTIME_DIR decides, so that of many starts at once exactly one wins and a killed one holds
// up nobody; the asking goes over the session bus, and over a socket beside the lock where there is no bus.
#pragma once

#include "core/domain/error.h"

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

#include <memory>

namespace callboard {

class ApplicationObject;

class WindowClaim : public QObject {
    Q_OBJECT

public:
    // Null: another process has the window and was asked to show it, and `link` in it. One that is ending is waited
    // for, and so the caller gets its place. WorkspaceInUse: another has it and does not answer. Blocks; before the
    // event loop runs.
    [[nodiscard]] static Result<std::unique_ptr<WindowClaim>> take(const QString &workspace, const QString &link = {});
    ~WindowClaim() override;

    // The window is gone for good, though the claim stays until the process has sent what is under way.
    void setEnding();

signals:
    void raiseRequested(const QString &token); // `token`: the desktop's leave to take the focus; may be empty
    void linkRequested(const QString &link);   // as it came from outside; after raiseRequested()

private:
    explicit WindowClaim(std::unique_ptr<QLockFile> lock);
    void listen(const QString &socket, const QString &busName);
    void answer(QLocalSocket *caller);

    std::unique_ptr<QLockFile> m_lock; // null: there was no place for one; everybody opens a window then
    QLocalServer m_server;
    ApplicationObject *m_application = nullptr;
    QString m_busName; // ours; empty: no bus
    bool m_ending = false;
};

} // namespace callboard
