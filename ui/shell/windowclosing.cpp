// MainWindow's other half: how it ends, goes to the background and comes back, and what it keeps until the next start.
#include "ui/shell/closing/closingdialog.h"
#include "ui/shell/closing/trayicon.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/messagebar.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMenuBar>
#include <QSettings>

namespace callboard {

namespace {

QString sessionGroup(const QString &key)
{
    return QStringLiteral("session-%1").arg(key);
}

bool sessionIsEnding()
{
#if QT_CONFIG(sessionmanager)
    return qApp->isSavingSession();
#else
    return false;
#endif
}

} // namespace

WindowSettings MainWindow::windowSettings() const
{
    return readWindowSettings(*m_settings);
}

void MainWindow::setWindowSettings(const WindowSettings &window)
{
    keepWindowSettings(*m_settings, window);
    emit windowSettingsChanged(window);
}

void MainWindow::keepPage(int index)
{
    if (index >= 0 && index < m_pages.size() && m_pages[index].save)
        m_pages[index].save(*m_settings);
}

QVariant MainWindow::remembered(const QString &key) const
{
    return m_sessionKey.isEmpty() ? QVariant() : m_settings->value(sessionGroup(m_sessionKey) + u'/' + key);
}

void MainWindow::remember(const QString &key, const QVariant &value)
{
    if (!m_sessionKey.isEmpty())
        m_settings->setValue(sessionGroup(m_sessionKey) + u'/' + key, value);
}

ClosingFacts MainWindow::closingFacts() const
{
    using Mode = EngineStatus::Mode;
    const Mode mode = m_engine.status().mode;
    ClosingFacts facts;
    facts.sending = m_mayStay && (mode == Mode::Running || mode == Mode::Starting || mode == Mode::Failing);
    facts.anyEnabled = m_anyEnabled;
    facts.toSend = m_counts ? m_counts->backlog() : 0;
    facts.door = m_doorUrl;
    return facts;
}

// Nobody can be asked while the desktop's session ends, and a window that stays would hold it up.
void MainWindow::closeEvent(QCloseEvent *event)
{
    saveLayout();
    const ClosingFacts facts = closingFacts();
    const OnClose meaning = m_quitting || sessionIsEnding() ? OnClose::Quit
                                                            : meaningOfClosing(windowSettings().onClose, facts);
    if (meaning == OnClose::Quit) {
        m_tray.reset();
        QMainWindow::closeEvent(event);
        emit closed();
        return;
    }
    event->ignore();
    if (meaning == OnClose::Stay)
        stay();
    else
        askOnce(facts);
}

void MainWindow::askOnce(const ClosingFacts &facts)
{
    auto *dialog = new ClosingDialog(facts, windowSettings().tray && TrayIcon::hasPlace(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ClosingDialog::answered, this, [this](OnClose answer) {
        WindowSettings window = windowSettings();
        window.onClose = answer;
        setWindowSettings(window);
        if (answer == OnClose::Stay)
            stay();
        else
            quit();
    });
    dialog->open();
}

void MainWindow::stay()
{
    // A window that floats above this one would be left alone on the screen.
    for (QDialog *dialog : findChildren<QDialog *>(QString(), Qt::FindDirectChildrenOnly))
        dialog->close();
    hide();
    showTray();
}

void MainWindow::showTray()
{
    if (!windowSettings().tray || !TrayIcon::hasPlace())
        return;
    m_tray = std::make_unique<TrayIcon>(m_workspace);
    // Queued: the icon is gone with the window's return, and must not be while it speaks.
    connect(
        m_tray.get(), &TrayIcon::openRequested, this, [this] { bringForward(); }, Qt::QueuedConnection);
    connect(m_tray.get(), &TrayIcon::quitRequested, this, &MainWindow::quit, Qt::QueuedConnection);
    m_tray->present(m_engine.status(), m_counts);
}

void MainWindow::bringForward(const QString &token)
{
    if (m_quitting)
        return;
    m_tray.reset();
    if (!token.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8()); // Wayland's plugin takes it from here, once
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::quit()
{
    m_quitting = true;
    if (isVisible()) {
        m_quitting = close(); // a dialog in front of it may say no
        return;
    }
    m_tray.reset();
    saveLayout();
    emit closed();
}

void MainWindow::saveLayout()
{
    m_settings->setValue(QStringLiteral("window/geometry"), saveGeometry());
    m_settings->setValue(QStringLiteral("window/railCollapsed"), m_railForced);
    m_settings->setValue(QStringLiteral("window/page"), currentPage());
    for (const Page &page : std::as_const(m_pages)) {
        if (page.save)
            page.save(*m_settings);
    }
    if (m_sessionKey.isEmpty())
        return;
    m_settings->beginGroup(sessionGroup(m_sessionKey));
    for (const Page &page : std::as_const(m_pages)) {
        if (page.remember)
            page.remember(*m_settings);
    }
    m_settings->endGroup();
}

// What was shown last may be what ended the program: then it comes back only when asked for.
void MainWindow::resume()
{
    if (m_sessionKey.isEmpty())
        return;
    if (!m_endedBadly)
        return resumePages();
    if (m_messages->isOpen()) {
        connect(m_messages, &MessageBar::freed, this, &MainWindow::resume, Qt::SingleShotConnection);
        return;
    }
    m_messages->post({Message::Kind::Warning,
                      tr("Callboard did not end properly the last time. It opened without the filter and the delivery "
                         "that were shown then, in case they were the reason. Nothing that was accepted is lost."),
                      tr("Show them again"), [this] { resumePages(); }},
                     this);
}

void MainWindow::resumePages()
{
    m_settings->beginGroup(sessionGroup(m_sessionKey));
    for (const Page &page : std::as_const(m_pages)) {
        if (page.resume)
            page.resume(*m_settings);
    }
    m_settings->endGroup();
}

QList<Command> MainWindow::commands()
{
    QList<Command> commands = commandsOf(*menuBar());
    for (int index = 0; index < m_pages.size(); ++index)
        commands += commandsOf(*m_pages[index].widget, m_pages[index].name, [this, index] { setCurrentPage(index); });
    return commands;
}

} // namespace callboard
