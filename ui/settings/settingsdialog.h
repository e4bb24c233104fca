// The workspace's settings beside targets and projects: mail server, encoders, platforms, history; and the window's
// own. Saves what changed, each part by its own order, and stays open while one of them failed. Open it with open() and
// WA_DeleteOnClose.
#pragma once

#include "core/engine/platformclient.h"
#include "ui/settings/editdialog.h"
#include "ui/shell/closing/closing.h"

#include <functional>

class QTabWidget;

namespace callboard {

class SettingsGroup;

class SettingsDialog : public EditDialog {
    Q_OBJECT

public:
    SettingsDialog(PlatformClient &platform, const WorkspaceSettings &settings, QWidget *parent = nullptr);

    // Adds the window's settings, which are the user's and not the workspace's; `keep` gets them when they are saved.
    void offerWindow(const WindowSettings &window, std::function<void(const WindowSettings &)> keep);

protected:
    [[nodiscard]] bool isDirty() const override;
    [[nodiscard]] QString obstacle() const override;
    void save() override;
    void focusFirst() override;

private:
    [[nodiscard]] QWidget *makeMail(const SmtpServer &server);
    [[nodiscard]] QWidget *makeEncoders(const WorkspaceSettings &settings);
    [[nodiscard]] QWidget *makePlatforms(const WorkspaceSettings &settings);
    [[nodiscard]] QWidget *makeHistory(const Retention &retention);
    void adopt(SettingsGroup *group);
    void partSaved(SettingsGroup *group, bool saved);
    void showPart(SettingsGroup *group);

    PlatformClient &m_platform;
    QTabWidget *m_tabs = nullptr;
    QList<SettingsGroup *> m_groups;
    int m_pending = 0;                 // orders that are not answered yet
    SettingsGroup *m_failed = nullptr; // the first of this round
};

} // namespace callboard
