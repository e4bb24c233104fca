#include "app/instance/keptcopy.h"

#include <QDir>
#include <QFileInfo>

namespace callboard {

KeptCopy::KeptCopy(const QString &workspace)
    : m_workspace(workspace)
    , m_before(copies())
{
}

QHash<QString, QDateTime> KeptCopy::copies() const
{
    const QFileInfo workspace(m_workspace);
    const QString pattern = workspace.fileName() + QStringLiteral(".schema*.bak");
    QHash<QString, QDateTime> found;
    for (const QFileInfo &file : workspace.dir().entryInfoList({pattern}, QDir::Files))
        found.insert(file.absoluteFilePath(), file.lastModified());
    return found;
}

QString KeptCopy::made() const
{
    const QHash<QString, QDateTime> now = copies();
    for (auto copy = now.cbegin(); copy != now.cend(); ++copy) {
        if (m_before.value(copy.key()) != copy.value())
            return copy.key();
    }
    return {};
}

} // namespace callboard
