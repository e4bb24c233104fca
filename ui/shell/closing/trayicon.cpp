#include "ui/shell/closing/trayicon.h"

#include "ui/look/look.h"

#include <QLocale>

namespace callboard {

namespace {

QString engineWords(const EngineStatus &status)
{
    using Mode = EngineStatus::Mode;
    switch (status.mode) {
    case Mode::Starting: return TrayIcon::tr("Starting");
    case Mode::Running: return TrayIcon::tr("Sending");
    case Mode::Watching: return TrayIcon::tr("Watching: another process sends");
    case Mode::Draining: return TrayIcon::tr("Ending");
    case Mode::Stopped: return TrayIcon::tr("Stopped: nothing is sent");
    case Mode::Failing: return TrayIcon::tr("Problem: %1").arg(status.detail);
    }
    return {};
}

} // namespace

TrayIcon::TrayIcon(const QString &workspace, QObject *parent)
    : QObject(parent)
    , m_title(workspace.isEmpty() ? QStringLiteral("Callboard") : tr("Callboard: %1").arg(workspace))
{
    m_menu.setObjectName(QStringLiteral("trayMenu"));
    QAction *open = m_menu.addAction(tr("Open Callboard"), this, &TrayIcon::openRequested);
    open->setObjectName(QStringLiteral("trayOpenAction"));
    m_menu.setDefaultAction(open);
    m_menu.addSeparator();
    m_menu.addAction(tr("Quit"), this, &TrayIcon::quitRequested)->setObjectName(QStringLiteral("trayQuitAction"));
    m_icon.setIcon(look::icon(QStringLiteral("callboard")));
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason != QSystemTrayIcon::Context)
            emit openRequested();
    });
    m_icon.setToolTip(m_title);
    m_icon.show();
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::present(const EngineStatus &status, const std::optional<DeliveryCounts> &counts)
{
    QStringList lines{m_title, engineWords(status)};
    if (counts) {
        const QLocale locale;
        lines << tr("%1 to send, %2 held, %3 failed")
                     .arg(locale.toString(counts->backlog()), locale.toString(counts->held),
                          locale.toString(counts->failed));
    }
    m_icon.setToolTip(lines.join(u'\n'));
}

} // namespace callboard
