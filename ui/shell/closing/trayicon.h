// Callboard in the desktop's tray while it has no window: how things stand in the tool tip, and a menu that opens the
// window or quits. Made only where there is a tray; everything it offers can be had without it.
#pragma once

#include "core/engine/engineclient.h"
#include "core/store/deliveryquery.h"

#include <QMenu>
#include <QSystemTrayIcon>

#include <optional>

namespace callboard {

class TrayIcon : public QObject {
    Q_OBJECT

public:
    explicit TrayIcon(const QString &workspace, QObject *parent = nullptr);
    ~TrayIcon() override;

    [[nodiscard]] static bool hasPlace() { return QSystemTrayIcon::isSystemTrayAvailable(); }
    void present(const EngineStatus &status, const std::optional<DeliveryCounts> &counts);
    [[nodiscard]] QString toolTip() const { return m_icon.toolTip(); }
    [[nodiscard]] QMenu &menu() { return m_menu; }

signals:
    void openRequested();
    void quitRequested();

private:
    QString m_title;
    QMenu m_menu;
    QSystemTrayIcon m_icon;
};

} // namespace callboard
