// A test that lives by itself: neither the settings nor the session bus nor the keychain of whoever runs it.
#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QString>

namespace callboard {

// Before anything asks for them. The directory becomes its owner's alone, as one at run time has to be.
inline void liveIn(const QString &directory)
{
    const QDir home(directory);
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"})
        qputenv(name, directory.toUtf8());
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + home.filePath(QStringLiteral("no-bus")).toUtf8());
    qputenv("CALLBOARD_VAULT_KEY_FILE", home.filePath(QStringLiteral("vault.key")).toUtf8());
    QFile::setPermissions(directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

} // namespace callboard
