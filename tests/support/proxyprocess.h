// A real proxy on a free loopback port: tinyproxy for HTTP, microsocks for SOCKS5; ends with the object.
#pragma once

#include "core/domain/connectionsettings.h"

#include <QProcess>
#include <QTemporaryDir>

namespace callboard {

class ProxyProcess {
public:
    ProxyProcess() = default;
    ~ProxyProcess();
    ProxyProcess(const ProxyProcess &) = delete;
    ProxyProcess &operator=(const ProxyProcess &) = delete;

    // Asks everybody for this name and password; empty: nobody. Waits until it listens.
    [[nodiscard]] bool start(ProxyKind kind, const QString &user = {}, const QString &password = {});
    // The way through it, with name and password if it asks for them.
    [[nodiscard]] ProxySettings settings() const { return m_settings; }

private:
    [[nodiscard]] QStringList tinyproxyArguments() const;

    QTemporaryDir m_directory;
    QProcess m_process;
    ProxySettings m_settings;
};

} // namespace callboard
