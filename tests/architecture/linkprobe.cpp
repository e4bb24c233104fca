// Holds all of core and nothing of Gui or Widgets; linkprobe.sh looks at what it needs to run.
#include <QCoreApplication>

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    return 0;
}
