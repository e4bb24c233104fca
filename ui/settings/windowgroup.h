// What closing the window means, whether an icon stands in for it, and whether failures are told of meanwhile. The
// user's own, not the workspace's: kept as it is changed, never refused.
#pragma once

#include "ui/settings/settingsgroup.h"
#include "ui/shell/closing/closing.h"

#include <functional>

class QButtonGroup;
class QCheckBox;

namespace callboard {

class WindowGroup : public SettingsGroup {
    Q_OBJECT

public:
    using Keep = std::function<void(const WindowSettings &)>;

    WindowGroup(const WindowSettings &window, Keep keep, QWidget *parent = nullptr);

    [[nodiscard]] WindowSettings window() const;
    [[nodiscard]] bool isDirty() const override { return false; }
    [[nodiscard]] bool isSaved() const override { return false; }
    [[nodiscard]] QString problem() const override { return {}; }
    void save(PlatformClient &platform) override;
    void focusFirst() override;

private:
    [[nodiscard]] QWidget *makeClosing();
    void addTray(bool shown);
    void addNotices(bool shown);
    void follow();
    void keep();

    Keep m_keep;
    QButtonGroup *m_onClose = nullptr; // ids are OnClose
    QCheckBox *m_tray = nullptr;
    QCheckBox *m_notify = nullptr;
};

} // namespace callboard
