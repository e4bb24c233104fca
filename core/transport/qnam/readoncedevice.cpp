#include "core/transport/qnam/readoncedevice.h"

#include <algorithm>
#include <cstring>

namespace callboard {

ReadOnceDevice::ReadOnceDevice(QByteArray bytes, QObject *parent)
    : QIODevice(parent)
    , m_bytes(std::move(bytes))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool ReadOnceDevice::seek(qint64 position)
{
    return position == m_taken && QIODevice::seek(position);
}

qint64 ReadOnceDevice::readData(char *data, qint64 most)
{
    const qint64 size = std::min<qint64>(most, m_bytes.size() - m_taken);
    if (size <= 0)
        return 0;
    std::memcpy(data, m_bytes.constData() + m_taken, static_cast<size_t>(size));
    const bool first = m_taken == 0;
    m_taken += size;
    if (first && m_onFirstRead)
        m_onFirstRead();
    return size;
}

qint64 ReadOnceDevice::writeData(const char *, qint64)
{
    return -1;
}

} // namespace callboard
