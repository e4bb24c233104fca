// Saves a picture of a window where CALLBOARD_SHOTS names a directory, so that a person can look at it.
#pragma once

#include <QCoreApplication>
#include <QDir>
#include <QWidget>

namespace callboard {

inline void shoot(QWidget &window, const QString &name)
{
    const QString directory = qEnvironmentVariable("CALLBOARD_SHOTS");
    if (directory.isEmpty())
        return;
    QCoreApplication::sendPostedEvents(); // layouts and scroll bars settle
    const QString theme = qEnvironmentVariable("CALLBOARD_THEME", QStringLiteral("light"));
    window.grab().save(QDir(directory).filePath(name + u'-' + theme + QStringLiteral(".png")));
}

} // namespace callboard
