// How far this process's resident memory rises above what it is now, its highest point included.
#pragma once

#include <QFile>

namespace callboard {

// Sanitizers keep what was freed, and have memory of their own.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kMemoryTells = false;
#else
inline constexpr bool kMemoryTells = true;
#endif

class PeakMemory {
public:
    PeakMemory()
    {
        QFile refs(QStringLiteral("/proc/self/clear_refs"));
        if (refs.open(QIODevice::WriteOnly))
            refs.write("5"); // the highest point begins anew
        m_start = bytes("VmRSS:");
    }

    [[nodiscard]] qint64 growth() const { return bytes("VmHWM:") - m_start; }

private:
    [[nodiscard]] static qint64 bytes(const QByteArray &name)
    {
        QFile status(QStringLiteral("/proc/self/status"));
        if (!status.open(QIODevice::ReadOnly))
            return 0;
        const QByteArray all = status.readAll();
        const QByteArray rest = all.mid(all.indexOf(name) + name.size());
        return rest.left(rest.indexOf("kB")).trimmed().toLongLong() * 1024;
    }

    qint64 m_start = 0;
};

} // namespace callboard
