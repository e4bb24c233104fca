#include "app/cli/output.h"

#include <QJsonDocument>

#include <cstdio>

namespace callboard::cli {

namespace {

void write(std::FILE *stream, const QByteArray &line)
{
    std::fwrite(line.constData(), 1, size_t(line.size()), stream);
    std::fputc('\n', stream);
    std::fflush(stream);
}

} // namespace

void printLine(const QString &line)
{
    write(stdout, line.toUtf8());
}

void printJson(const QJsonObject &object)
{
    write(stdout, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void printJson(const QByteArray &object)
{
    write(stdout, object);
}

void say(const QString &message)
{
    write(stderr, message.toUtf8());
}

int report(const Error &error)
{
    say(QStringLiteral("callboard: ") + error.detail);
    switch (error.code) {
    case ErrorCode::NotFound: return NotFound;
    case ErrorCode::NotADatabase:
    case ErrorCode::NewerSchema:
    case ErrorCode::StoreUnavailable:
    case ErrorCode::StoreBusy:
    case ErrorCode::WorkspaceInUse: return NoWorkspace;
    case ErrorCode::InvalidArgument:
    case ErrorCode::InvalidUrl:
    case ErrorCode::InvalidHeader: return WrongUsage;
    default: return Failed;
    }
}

} // namespace callboard::cli
