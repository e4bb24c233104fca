// Finds the copy that a migration made of the workspace before it changed it (core/store/workspacefile.h), so that the
// window can say where it is. Made before the workspace is opened.
#pragma once

#include <QDateTime>
#include <QHash>
#include <QString>

namespace callboard {

class KeptCopy {
public:
    explicit KeptCopy(const QString &workspace);

    // The path of the copy that was made since; empty: none was.
    [[nodiscard]] QString made() const;

private:
    [[nodiscard]] QHash<QString, QDateTime> copies() const;

    QString m_workspace;
    QHash<QString, QDateTime> m_before;
};

} // namespace callboard
