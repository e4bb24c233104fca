// The settings, with a search over all of them. Mail server, encoders, platforms and history are the workspace's: a
// server, a secret, or what deletes is saved as a whole, each part by its own order, and the dialog stays open while
// one of them failed. The user's own are kept as they are changed. Open it with open() and WA_DeleteOnClose.
#pragma once

#include "core/engine/doorclient.h"
#include "core/engine/platformclient.h"
#include "core/engine/vaultclient.h"
#include "ui/settings/appearancegroup.h"
#include "ui/settings/editdialog.h"
#include "ui/shell/closing/closing.h"

#include <functional>

class QTabWidget;

namespace callboard {

class SearchHead;
class SettingsGroup;
class VaultGroup;

// The user's own settings: what they are, and who gets them when they are changed.
struct OwnSettings {
    WindowSettings window;
    look::Appearance appearance;
    LanguageChoice language;
    std::function<void(const WindowSettings &)> keepWindow;
    std::function<void(const look::Appearance &)> keepAppearance;
    std::function<void(const QString &)> keepLanguage;
};

class SettingsDialog : public EditDialog {
    Q_OBJECT

public:
    SettingsDialog(PlatformClient &platform, const WorkspaceSettings &settings, QWidget *parent = nullptr);

    // Adds a page at the end with the vault's key; brings it up where `inFront`.
    [[nodiscard]] VaultGroup *offerVault(VaultClient &vault, bool inFront);
    // Adds a page at the end with the door's address and its tokens; `url` empty: it is closed.
    void offerDoor(DoorClient &door, const QString &url);
    // Adds a page in front with the settings that are the user's and not the workspace's.
    void offerOwn(const OwnSettings &own);

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
    void followPage();
    [[nodiscard]] bool savesOnPage() const;
    void partSaved(SettingsGroup *group, bool saved);
    void showPart(SettingsGroup *group);

    PlatformClient &m_platform;
    QTabWidget *m_tabs = nullptr;
    SearchHead *m_search = nullptr;
    QList<SettingsGroup *> m_groups;
    int m_pending = 0;                 // orders that are not answered yet
    SettingsGroup *m_failed = nullptr; // the first of this round
};

} // namespace callboard
