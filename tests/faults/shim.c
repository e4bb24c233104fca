// Faults for a program that knows nothing of them (LD_PRELOAD): counts its calls on one store and one port, and at the
// K-th ends the process or fails. The plan is the file FAULT_PLAN, looked at with every such call, so that one process
// can be led through many faults; no file, no fault. FAULT_STORE is what the paths of the store begin with.
//
//   OPERATIONS K ACTION HOW PORT      write+sync 3 ENOSPC once 0
//
// OPERATIONS: write, sync, truncate; checkpoint (all three, on the store's main file alone); send. K counts from the
// moment the plan was seen. ACTION: kill-before, kill-after, tear (half of a write, then kill), ENOSPC, EIO. HOW: once,
// or sticky (from K on). PORT: of the sends, either end. Each fault is noted in FAULT_PLAN.fired before it happens.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum Kind { Write = 1, Sync = 2, Truncate = 4, Send = 8, Checkpoint = 16 };
enum Action { Nothing, KillBefore, KillAfter, Tear, Fail };

struct Plan {
    ino_t inode;
    struct timespec changed;
    int kinds;
    long at;
    long seen;
    enum Action action;
    int error;
    bool sticky;
    int port;
};

struct Verdict {
    enum Action action;
    int error;
};

static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
static struct Plan plan;

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static void end(void)
{
    syscall(SYS_kill, getpid(), SIGKILL);
}

static long rawWrite(int fd, const void *bytes, size_t count)
{
    return syscall(SYS_write, fd, bytes, count);
}

// Looks whether there is a plan, and reads it where it is a new one. Called with the gate held.
static bool planned(void)
{
    const char *path = getenv("FAULT_PLAN");
    struct stat now;
    if (!path || stat(path, &now) != 0)
        return false;
    if (now.st_ino == plan.inode && now.st_mtim.tv_sec == plan.changed.tv_sec
        && now.st_mtim.tv_nsec == plan.changed.tv_nsec)
        return true;
    char text[256] = "", kinds[64] = "", action[32] = "", how[16] = "";
    const int fd = (int)syscall(SYS_openat, AT_FDCWD, path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    const long count = syscall(SYS_read, fd, text, sizeof text - 1);
    syscall(SYS_close, fd);
    memset(&plan, 0, sizeof plan);
    if (count <= 0 || sscanf(text, "%63s %ld %31s %15s %d", kinds, &plan.at, action, how, &plan.port) != 5)
        return false;
    plan.inode = now.st_ino;
    plan.changed = now.st_mtim;
    plan.kinds = (strstr(kinds, "write") ? Write : 0) | (strstr(kinds, "sync") ? Sync : 0)
        | (strstr(kinds, "truncate") ? Truncate : 0) | (strstr(kinds, "send") ? Send : 0)
        | (strstr(kinds, "checkpoint") ? Checkpoint : 0);
    plan.action = !strcmp(action, "kill-before") ? KillBefore
        : !strcmp(action, "kill-after")          ? KillAfter
        : !strcmp(action, "tear")                ? Tear
                                                 : Fail;
    plan.error = !strcmp(action, "EIO") ? EIO : ENOSPC;
    plan.sticky = !strcmp(how, "sticky");
    return true;
}

static int portOf(const struct sockaddr_storage *address)
{
    if (address->ss_family == AF_INET)
        return ntohs(((const struct sockaddr_in *)(const void *)address)->sin_port);
    if (address->ss_family == AF_INET6)
        return ntohs(((const struct sockaddr_in6 *)(const void *)address)->sin6_port);
    return -1;
}

static bool isOnPort(int fd, int port)
{
    struct sockaddr_storage own, peer;
    socklen_t ownSize = sizeof own, peerSize = sizeof peer;
    return getsockname(fd, (struct sockaddr *)&own, &ownSize) == 0
        && getpeername(fd, (struct sockaddr *)&peer, &peerSize) == 0 && (portOf(&own) == port || portOf(&peer) == port);
}

// What a call on this descriptor is, or 0 where it is none of ours. `kind` is what it is on a file.
static int kindOf(int fd, int kind)
{
    char link[64], path[4096];
    const char *store = getenv("FAULT_STORE");
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    const ssize_t size = readlink(link, path, sizeof path - 1);
    if (size <= 0)
        return 0;
    path[size] = 0;
    if (!strncmp(path, "socket:", 7))
        return (kind & (Write | Send)) && isOnPort(fd, plan.port) ? Send : 0;
    if (!store || strncmp(path, store, strlen(store)) != 0)
        return 0;
    return kind | (path[strlen(store)] == 0 ? Checkpoint : 0);
}

static void note(const char *call, int fd)
{
    char line[512], name[4096];
    snprintf(name, sizeof name, "%s.fired", getenv("FAULT_PLAN"));
    const int out = (int)syscall(SYS_openat, AT_FDCWD, name, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (out < 0)
        return;
    const int size = snprintf(line, sizeof line, "%s %ld on %d\n", call, plan.seen, fd);
    rawWrite(out, line, (size_t)size);
    syscall(SYS_close, out);
}

static struct Verdict judge(const char *call, int fd, int kind)
{
    struct Verdict verdict = {Nothing, 0};
    const int kept = errno;
    pthread_mutex_lock(&gate);
    if (planned() && (plan.kinds & kindOf(fd, kind))) {
        ++plan.seen;
        if (plan.seen == plan.at || (plan.sticky && plan.seen > plan.at)) {
            verdict = (struct Verdict){plan.action, plan.error};
            if (plan.seen == plan.at)
                note(call, fd);
        }
    }
    pthread_mutex_unlock(&gate);
    if (verdict.action == KillBefore)
        end();
    errno = kept;
    return verdict;
}

// `torn` is half of the call.
#define FAULTY(type, name, fd, kind, torn, call)                                                                       \
    const struct Verdict verdict = judge(#name, fd, kind);                                                             \
    if (verdict.action == Fail) {                                                                                      \
        errno = verdict.error;                                                                                         \
        return -1;                                                                                                     \
    }                                                                                                                  \
    if (verdict.action == Tear) {                                                                                      \
        (void)(torn);                                                                                                  \
        end();                                                                                                         \
    }                                                                                                                  \
    const type result = call;                                                                                          \
    if (verdict.action == KillAfter)                                                                                   \
        end();                                                                                                         \
    return result

ssize_t write(int fd, const void *bytes, size_t count)
{
    FAULTY(ssize_t, write, fd, Write, NEXT(write)(fd, bytes, count / 2), NEXT(write)(fd, bytes, count));
}

ssize_t writev(int fd, const struct iovec *parts, int count)
{
    FAULTY(ssize_t, writev, fd, Write, NEXT(writev)(fd, parts, count / 2), NEXT(writev)(fd, parts, count));
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at)
{
    FAULTY(ssize_t, pwrite, fd, Write, NEXT(pwrite)(fd, bytes, count / 2, at), NEXT(pwrite)(fd, bytes, count, at));
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at)
{
    FAULTY(ssize_t, pwrite64, fd, Write, NEXT(pwrite64)(fd, bytes, count / 2, at),
           NEXT(pwrite64)(fd, bytes, count, at));
}

int fsync(int fd)
{
    FAULTY(int, fsync, fd, Sync, 0, NEXT(fsync)(fd));
}

int fdatasync(int fd)
{
    FAULTY(int, fdatasync, fd, Sync, 0, NEXT(fdatasync)(fd));
}

int ftruncate(int fd, off_t size)
{
    FAULTY(int, ftruncate, fd, Truncate, 0, NEXT(ftruncate)(fd, size));
}

int ftruncate64(int fd, off64_t size)
{
    FAULTY(int, ftruncate64, fd, Truncate, 0, NEXT(ftruncate64)(fd, size));
}

ssize_t send(int fd, const void *bytes, size_t count, int flags)
{
    FAULTY(ssize_t, send, fd, Send, NEXT(send)(fd, bytes, count / 2, flags), NEXT(send)(fd, bytes, count, flags));
}

ssize_t sendto(int fd, const void *bytes, size_t count, int flags, const struct sockaddr *to, socklen_t size)
{
    FAULTY(ssize_t, sendto, fd, Send, NEXT(sendto)(fd, bytes, count / 2, flags, to, size),
           NEXT(sendto)(fd, bytes, count, flags, to, size));
}

ssize_t sendmsg(int fd, const struct msghdr *message, int flags)
{
    FAULTY(ssize_t, sendmsg, fd, Send, 0, NEXT(sendmsg)(fd, message, flags));
}
