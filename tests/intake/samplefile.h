// One of resources/samples; empty when it is not there.
#pragma once

#include <QFile>

[[nodiscard]] inline QByteArray sampleFile(const char *name)
{
    QFile file(QStringLiteral(CALLBOARD_SOURCE_DIR "/resources/samples/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
