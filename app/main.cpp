#include "app/commandline.h"
#include "app/desktop.h"
#include "app/dumps.h"
#include "app/language.h"
#include "ui/look/appearance.h"
#include "ui/look/look.h"

#include <QApplication>
#include <QSettings>

#include <malloc.h>

namespace {

using namespace callboard;

void name(QCoreApplication &app)
{
    app.setApplicationName(QStringLiteral("callboard"));
    app.setApplicationVersion(QStringLiteral(CALLBOARD_VERSION));
    app.setOrganizationName(QStringLiteral("callboard"));
}

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

int runWindow(const ParsedCommand &command, int argc, char **argv)
{
    if (!hasDisplay()) {
        cli::say(
            QStringLiteral("callboard: there is no display. Try “callboard demo --headless” or “callboard serve”."));
        return cli::Failed;
    }
    QApplication app(argc, argv);
    name(app);
    const QSettings settings;
    speak(app, wantedLanguage(settings));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.callboard.Callboard"));
    look::apply();
    look::setAppearance(look::readAppearance(settings));
    return command.demo ? runDemoWindow() : runDesktop(command.common.workspace, command.link);
}

// The demo's picture is painted without a display.
int runHeadlessDemo(const ParsedCommand &command, int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    name(app);
    speak(app, wantedLanguage(QSettings()));
    look::apply();
    return command.run();
}

} // namespace

int main(int argc, char **argv)
{
    refuseDumps();
    cli::keepLogToLines();
    mallopt(M_TRIM_THRESHOLD, 64 * 1024 * 1024); // memory that comes and goes with each batch is not given back between
    const ParsedCommand command = parseCommandLine(argc, argv);
    if (command.exitCode)
        return *command.exitCode;
    if (command.window)
        return runWindow(command, argc, argv);
    if (command.demo)
        return runHeadlessDemo(command, argc, argv);
    QCoreApplication app(argc, argv);
    name(app);
    return command.run();
}
