#include "app/cli/eventfile.h"

#include "core/payload/cloudevents.h"

#include <QFile>
#include <QJsonDocument>

#include <cstdio>

namespace callboard::cli {

namespace {

constexpr qsizetype kLinesPerBatch = 5'000;

Result<QByteArray> readAll(const QString &name)
{
    QFile file(name);
    if (name == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly))
        return file.readAll();
    return fail(ErrorCode::NotFound, QStringLiteral("Can't read %1: %2").arg(name, file.errorString()));
}

// JSON Lines: the first line is a whole value and not the only one.
bool isLines(const QByteArray &text)
{
    const QByteArray trimmed = text.trimmed();
    const qsizetype end = trimmed.indexOf('\n');
    return end > 0 && trimmed.startsWith('{') && !QJsonDocument::fromJson(trimmed.left(end)).isNull();
}

Result<QList<QList<MediaEvent>>> eventsOf(const QByteArray &text)
{
    if (!isLines(text))
        return parseCloudEvents(text).map(
            [](const QList<MediaEvent> &events) { return QList<QList<MediaEvent>>{events}; });
    QList<QList<MediaEvent>> batches;
    const QList<QByteArray> lines = text.split('\n');
    for (qsizetype from = 0; from < lines.size(); from += kLinesPerBatch) {
        // Blank lines stand for those before, so that an error names the line of the file.
        const QByteArray part = QByteArray(from, '\n') + lines.mid(from, kLinesPerBatch).join('\n');
        auto events = parseCloudEventLines(part);
        if (!events)
            return tl::unexpected(events.error());
        if (!events->isEmpty())
            batches.append(*events);
    }
    return batches;
}

} // namespace

Result<QList<QList<MediaEvent>>> readEventFile(const QString &name)
{
    return readAll(name).and_then(eventsOf);
}

} // namespace callboard::cli
