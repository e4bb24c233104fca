// What closing the window means, and whether an icon stands in for it. The user's own, not the workspace's: kept at
// once and never refused.
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

    explicit WindowGroup(Keep keep, QWidget *parent = nullptr);

    void load(const WindowSettings &window);
    [[nodiscard]] WindowSettings window() const; // as it stands in the form
    [[nodiscard]] bool isDirty() const override { return window() != m_original; }
    [[nodiscard]] QString problem() const override { return {}; }
    void save(PlatformClient &platform) override;
    void focusFirst() override;

private:
    [[nodiscard]] QWidget *makeClosing();
    void check();

    Keep m_keep;
    WindowSettings m_original;
    QButtonGroup *m_onClose = nullptr; // ids are OnClose
    QCheckBox *m_tray = nullptr;
    FieldLine *m_trayLine = nullptr;
};

} // namespace callboard
