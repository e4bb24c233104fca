// The desktop program from start to end: one window for each workspace, and an engine that outlives the window until
// what is under way has ended.
#include "app/cli/output.h"
#include "app/demo/demoworld.h"
#include "app/desktop.h"
#include "app/instance/keptcopy.h"
#include "app/instance/runmarker.h"
#include "app/instance/windowclaim.h"
#include "app/instance/workspacekey.h"
#include "app/signals.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/startfailure.h"

#include <QApplication>
#include <QFileInfo>
#include <QThreadPool>

#include <unistd.h>

namespace callboard {

namespace {

// The window is gone at once; the engine lets what is under way end. `claim` null: nobody would ask for the window.
int runUntilStopped(Composition &composition, const TerminationSignal &termination, const MainWindow &window,
                    WindowClaim *claim)
{
    QApplication::setQuitOnLastWindowClosed(false); // it may be in the background, or the engine still at work
    const auto stop = [&composition, claim] {
        if (claim)
            claim->setEnding();
        composition.stop();
    };
    QObject::connect(&termination, &TerminationSignal::received, &composition, stop);
    QObject::connect(&window, &MainWindow::closed, &composition, stop);
    // Not quit(): it would ask every window, and an unsaved dialog would say no to a signal.
    QObject::connect(&composition, &Composition::stopped, qApp, [] { QCoreApplication::exit(0); });
    const int code = QApplication::exec();
    QThreadPool::globalInstance()->waitForDone();
    return code;
}

// On standard error, where nobody looks who started it by its icon: then in a window of its own, too.
int refuse(const Error &error, const QString &workspace)
{
    const int code = cli::report(error);
    if (::isatty(STDERR_FILENO) != 0 || QGuiApplication::platformName() == QLatin1String("offscreen"))
        return code;
    StartFailure failure(error, workspace);
    failure.show();
    QApplication::exec();
    return code;
}

QString titleOf(const QString &workspace)
{
    const bool own = workspace == defaultWorkspace();
    return own ? QString() : QFileInfo(workspace).completeBaseName();
}

} // namespace

int runDesktop(const QString &workspace, const QString &link)
{
    // First, so that it goes last: whoever waits for it finds the workspace free.
    const auto claim = WindowClaim::take(workspace, link);
    if (!claim)
        return refuse(claim.error(), workspace);
    if (!*claim)
        return cli::Done;                // the window that is there was shown
    const TerminationSignal termination; // before there is anything to leave in order
    const KeptCopy copy(workspace);
    CompositionSettings settings{workspace, true, true};
    settings.actor = actorHere(QStringLiteral("window"));
    auto composition = Composition::start(settings);
    if (!composition)
        return refuse(composition.error(), workspace);
    const RunMarker marker(workspace);
    Desktop desktop(**composition, workspace, titleOf(workspace),
                    {workspaceKey(workspace), marker.endedBadly(), true, copy.made()});
    MainWindow &window = desktop.window();
    QObject::connect(claim->get(), &WindowClaim::raiseRequested, &window, &MainWindow::bringForward);
    QObject::connect(claim->get(), &WindowClaim::linkRequested, &desktop, &Desktop::openLink);
    desktop.show();
    if (!link.isEmpty())
        desktop.openLink(link);
    if ((*composition)->engine().status().mode == EngineStatus::Mode::Running)
        desktop.openDoorLater();
    return runUntilStopped(**composition, termination, window, claim->get());
}

int runDemoWindow()
{
    const TerminationSignal termination;
    auto world = DemoWorld::create();
    if (!world)
        return cli::report(world.error());
    Desktop desktop((*world)->composition(), (*world)->workspace(), Desktop::tr("Demo"));
    desktop.show();
    (*world)->platform().start();
    return runUntilStopped((*world)->composition(), termination, desktop.window(), nullptr);
}

} // namespace callboard
