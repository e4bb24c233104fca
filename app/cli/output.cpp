#include "app/cli/output.h"

#include <QJsonDocument>

#include <cstdio>

namespace callboard::cli {

namespace {

// Records, answers and errors come from outside: what would steer a terminal or turn the text round is spelled out.
QString harmless(const QString &text)
{
    QString safe;
    safe.reserve(text.size());
    for (QChar c : text) {
        const bool steers = (c.category() == QChar::Other_Control && c != u'\n' && c != u'\t')
            || (c.unicode() >= 0x202A && c.unicode() <= 0x202E) || (c.unicode() >= 0x2066 && c.unicode() <= 0x2069);
        if (steers)
            safe += QStringLiteral("\\u%1").arg(int(c.unicode()), 4, 16, QLatin1Char('0'));
        else
            safe += c;
    }
    return safe;
}

void write(std::FILE *stream, const QByteArray &line)
{
    std::fwrite(line.constData(), 1, size_t(line.size()), stream);
    std::fputc('\n', stream);
    std::fflush(stream);
}

QString onOneLine(const QString &text)
{
    return harmless(text).replace(u'\n', QLatin1String("\\u000a"));
}

QtMessageHandler &handlerOfQt()
{
    static QtMessageHandler handler = nullptr;
    return handler;
}

void log(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    handlerOfQt()(type, context, onOneLine(message));
}

} // namespace

void printLine(const QString &line)
{
    write(stdout, harmless(line).toUtf8());
}

void printRow(const QString &row)
{
    write(stdout, onOneLine(row).toUtf8());
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
    write(stderr, onOneLine(message).toUtf8());
}

void keepLogToLines()
{
    handlerOfQt() = qInstallMessageHandler(log);
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
    case ErrorCode::StoreCorrupt:
    case ErrorCode::WorkspaceInUse: return NoWorkspace;
    case ErrorCode::InvalidArgument:
    case ErrorCode::InvalidUrl:
    case ErrorCode::InvalidHeader: return WrongUsage;
    default: return Failed;
    }
}

} // namespace callboard::cli
