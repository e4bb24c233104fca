// A real nginx on a free loopback port, with its files in a temporary directory; ends with the object.
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QTemporaryDir>

namespace callboard {

class Nginx {
public:
    Nginx() = default;
    ~Nginx();
    Nginx(const Nginx &) = delete;
    Nginx &operator=(const Nginx &) = delete;

    // `serverBody` is what stands in the server block, e.g. "location / { return 444; }". Waits until it listens.
    [[nodiscard]] bool start(const QByteArray &serverBody);
    [[nodiscard]] quint16 port() const { return m_port; }
    // One line a request: method, path, status.
    [[nodiscard]] QList<QByteArray> accessLog() const;

private:
    [[nodiscard]] bool listens() const;

    QTemporaryDir m_directory;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace callboard
