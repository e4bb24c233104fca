// The workspace's settings beside targets and projects: mail server, encoders, platforms, history. Saves what changed,
// each part by its own order, and stays open while one of them failed. Open it with open() and WA_DeleteOnClose.
#pragma once

#include "core/engine/platformclient.h"
#include "ui/settings/editdialog.h"

class QTabWidget;

namespace callboard {

class SettingsGroup;

class SettingsDialog : public EditDialog {
    Q_OBJECT

public:
    SettingsDialog(PlatformClient &platform, const WorkspaceSettings &settings, QWidget *parent = nullptr);

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
    void partSaved(SettingsGroup *group, bool saved);
    void showPart(SettingsGroup *group);

    PlatformClient &m_platform;
    QTabWidget *m_tabs = nullptr;
    QList<SettingsGroup *> m_groups;
    int m_pending = 0;                 // orders that are not answered yet
    SettingsGroup *m_failed = nullptr; // the first of this round
};

} // namespace callboard
