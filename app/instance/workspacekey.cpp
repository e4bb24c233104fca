#include "app/instance/workspacekey.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

namespace callboard {

namespace {

// Symbolic links are followed as far as the path exists; what will be made below is no link.
QString realPath(const QString &path)
{
    const QFileInfo file(path);
    if (file.exists())
        return file.canonicalFilePath();
    const QString absolute = QDir::cleanPath(file.absoluteFilePath());
    const QString parent = QFileInfo(absolute).path();
    return parent == absolute ? absolute : QDir(realPath(parent)).filePath(QFileInfo(absolute).fileName());
}

} // namespace

QString workspaceKey(const QString &workspace)
{
    const QByteArray digest = QCryptographicHash::hash(realPath(workspace).toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(digest.toHex().first(16));
}

} // namespace callboard
