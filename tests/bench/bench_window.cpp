// bench_window PART [WORKSPACE [SECONDS]]: start, filter, scroll and load open the desktop program on a workspace;
// payload, plain and bare need none. See windowparts.h; driven by window.py.
#include "tests/bench/windowparts.h"
#include "ui/look/look.h"

#include <QApplication>

#include <cstdio>

using namespace callboard;

namespace {

std::unique_ptr<WindowPart> partOf(const QString &name, Composition &composition, const QString &workspace, int seconds)
{
    if (name == QLatin1String("start"))
        return std::make_unique<StartPart>(composition, workspace);
    if (name == QLatin1String("filter"))
        return std::make_unique<FilterPart>(composition, workspace);
    if (name == QLatin1String("scroll"))
        return std::make_unique<ScrollPart>(composition, workspace);
    if (name == QLatin1String("load"))
        return std::make_unique<LoadPart>(composition, workspace, seconds);
    return nullptr;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("callboard")); // and its settings
    QCoreApplication::setOrganizationName(QStringLiteral("callboard"));
    const QStringList arguments = QCoreApplication::arguments();
    const QString name = arguments.value(1);
    if (name == QLatin1String("bare")) {
        measureBareWindow();
        return QApplication::exec();
    }
    look::apply();
    if (name == QLatin1String("payload") || name == QLatin1String("plain")) {
        measurePayload(name == QLatin1String("plain"));
        return QApplication::exec();
    }
    const QString workspace = arguments.value(2);
    auto composition = Composition::start({workspace, true, true});
    if (!composition)
        return 1;
    const auto part = partOf(name, **composition, workspace, arguments.value(3, QStringLiteral("60")).toInt());
    if (!part) {
        std::fputs("bench_window start|filter|scroll|load WORKSPACE [SECONDS], payload, plain or bare\n", stderr);
        return 2;
    }
    return QApplication::exec();
}
