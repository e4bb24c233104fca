// fuzz_seeds CORPUS: every target over the seeds that are kept for it, without a fuzzer. A target without seeds, or a
// folder without a target, is a fault. The last file named is the one that broke a promise.

#include "tests/fuzz/targets.h"

#include <QDir>
#include <QFile>

#include <cstdio>

using callboard::fuzz::Target;

namespace {

bool runAll(const Target &target, const QDir &folder)
{
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    for (const QString &name : names) {
        std::fprintf(stderr, "%s/%s\n", target.name, qPrintable(name));
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return false;
        target.run(file.readAll());
    }
    std::printf("%s: %d seeds\n", target.name, int(names.size()));
    return !names.isEmpty();
}

} // namespace

int main(int argc, char **argv)
{
    const QDir corpus(QString::fromLocal8Bit(argc > 1 ? argv[1] : "corpus"));
    QStringList unknown = corpus.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    bool good = true;
    for (const Target &target : callboard::fuzz::allTargets()) {
        const QString name = QString::fromLatin1(target.name);
        unknown.removeAll(name);
        if (!runAll(target, QDir(corpus.filePath(name)))) {
            std::fprintf(stderr, "%s: no seeds that can be read\n", target.name);
            good = false;
        }
    }
    for (const QString &folder : unknown)
        std::fprintf(stderr, "%s: no such target\n", qPrintable(folder));
    return good && unknown.isEmpty() ? 0 : 1;
}
