// The documents' own bytes, as they lie in resources/samples. For tests.
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

namespace callboard {

inline QByteArray sample(const QString &name)
{
    QFile file(QStringLiteral(CALLBOARD_SOURCE_DIR "/resources/samples/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace callboard
