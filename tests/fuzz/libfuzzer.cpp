// libFuzzer's way in. One program for all targets: CALLBOARD_FUZZ names the one to drive.

#include "tests/fuzz/targets.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>

using callboard::fuzz::Target;

namespace {

const Target *chosen = nullptr;

} // namespace

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    const char *name = std::getenv("CALLBOARD_FUZZ");
    for (const Target &target : callboard::fuzz::allTargets()) {
        if (name != nullptr && std::strcmp(name, target.name) == 0)
            chosen = &target;
    }
    if (chosen != nullptr)
        return 0;
    std::fprintf(stderr, "Set CALLBOARD_FUZZ to one of:\n");
    for (const Target &target : callboard::fuzz::allTargets())
        std::fprintf(stderr, "%s\n", target.name);
    std::exit(2);
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    // A copy of its own: reading past the end is then seen.
    chosen->run(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    return 0;
}
