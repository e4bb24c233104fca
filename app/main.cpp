#include "app/commandline.h"
#include "app/desktop.h"
#include "ui/look/look.h"

#include <QApplication>
#include <QLocale>
#include <QTranslator>

#include <malloc.h>

namespace {

using namespace callboard;

void name(QCoreApplication &app)
{
    app.setApplicationName(QStringLiteral("callboard"));
    app.setApplicationVersion(QStringLiteral(CALLBOARD_VERSION));
    app.setOrganizationName(QStringLiteral("callboard"));
}

// The catalogue of the user's language, or English for its plural forms.
void translate(QCoreApplication &app)
{
    auto *translator = new QTranslator(&app);
    const QString directory = QStringLiteral(":/callboard/translations");
    if (translator->load(QLocale(), QStringLiteral("callboard"), QStringLiteral("_"), directory)
        || translator->load(QStringLiteral("callboard_en"), directory))
        QCoreApplication::installTranslator(translator);
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
    translate(app);
    QGuiApplication::setDesktopFileName(QStringLiteral("org.callboard.Callboard"));
    look::apply();
    return command.demo ? runDemoWindow() : runDesktop(command.common.workspace);
}

// The demo's picture is painted without a display.
int runHeadlessDemo(const ParsedCommand &command, int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    name(app);
    translate(app);
    look::apply();
    return command.run();
}

} // namespace

int main(int argc, char **argv)
{
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
