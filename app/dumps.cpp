#include "app/dumps.h"

#include <sys/prctl.h>
#include <sys/resource.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace callboard {

void refuseDumps()
{
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    const rlimit none{0, 0};
    const bool isSmall = setrlimit(RLIMIT_CORE, &none) == 0;
    const bool isClosed = prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
    if (!isSmall && !isClosed)
        std::fprintf(stderr, "callboard: a crash could write secrets to a core file: %s\n", std::strerror(errno));
#endif
}

} // namespace callboard
