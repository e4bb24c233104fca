// fuzz_seeds CORPUS [VARIANTS]: every target over the seeds that are kept for it, and over so many variants of each,
// without a fuzzer. A target without seeds, or a folder without a target, is a fault. What ends the process is said
// with the input that did it; the variants are the same in each run.

#include "tests/fuzz/mutation.h"
#include "tests/fuzz/targets.h"

#include <QDir>
#include <QFile>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>

#include <unistd.h>

using namespace callboard::fuzz;

namespace {

char s_input[512]; // what is being read

extern "C" void sayInput(int signal)
{
    [[maybe_unused]] const auto said = write(STDERR_FILENO, s_input, std::strlen(s_input));
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

std::optional<QList<QByteArray>> readAll(const QDir &folder, const QStringList &names)
{
    QList<QByteArray> seeds;
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return std::nullopt;
        seeds.append(file.readAll());
    }
    return seeds;
}

bool runAll(const Target &target, const QDir &folder, quint32 variants)
{
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    const auto seeds = readAll(folder, names);
    if (!seeds || seeds->isEmpty())
        return false;
    for (qsizetype i = 0; i < seeds->size(); ++i) {
        for (quint32 variant = 0; variant <= variants; ++variant) {
            std::snprintf(s_input, sizeof s_input, "%s/%s, variant %u\n", target.name, qPrintable(names[i]), variant);
            target.run(variant == 0 ? (*seeds)[i] : mutated((*seeds)[i], *seeds, variant));
        }
    }
    std::printf("%s: %d seeds, %u variants of each\n", target.name, int(seeds->size()), variants);
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    for (const int fatal : {SIGABRT, SIGSEGV, SIGFPE, SIGBUS})
        std::signal(fatal, sayInput);
    const QDir corpus(QString::fromLocal8Bit(argc > 1 ? argv[1] : "corpus"));
    const auto variants = quint32(argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 0);
    QStringList unknown = corpus.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    bool good = true;
    for (const Target &target : allTargets()) {
        const QString name = QString::fromLatin1(target.name);
        unknown.removeAll(name);
        if (!runAll(target, QDir(corpus.filePath(name)), variants)) {
            std::fprintf(stderr, "%s: no seeds that can be read\n", target.name);
            good = false;
        }
    }
    for (const QString &folder : unknown)
        std::fprintf(stderr, "%s: no such target\n", qPrintable(folder));
    return good && unknown.isEmpty() ? 0 : 1;
}
