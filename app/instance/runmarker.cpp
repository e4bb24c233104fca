#include "app/instance/runmarker.h"

#include "app/instance/workspacekey.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace callboard {

// Qt 6.4 does not know this directory yet. A relative path is to be ignored, says its specification.
QString RunMarker::directory()
{
    QString home = qEnvironmentVariable("XDG_STATE_HOME");
    if (!QDir::isAbsolutePath(home))
        home = QDir::homePath() + QStringLiteral("/.local/state");
    return home + QStringLiteral("/callboard");
}

RunMarker::RunMarker(const QString &workspace)
    : m_file(QDir(directory()).filePath(workspaceKey(workspace) + QStringLiteral(".running")))
{
    m_endedBadly = QFile::exists(m_file);
    // Where it can't be written every end counts as a proper one.
    QDir().mkpath(directory());
    QFile marker(m_file);
    if (marker.open(QIODevice::WriteOnly))
        marker.write(QByteArray::number(QCoreApplication::applicationPid()) + '\n');
}

RunMarker::~RunMarker()
{
    QFile::remove(m_file);
}

} // namespace callboard
