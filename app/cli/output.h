// What a command prints: results on stdout (JSON Lines and nothing else with --json), messages on stderr. Exit codes
// are promises: see ExitCode.
#pragma once

#include "core/domain/error.h"

#include <QJsonObject>
#include <QString>

namespace callboard::cli {

enum ExitCode {
    Done = 0,
    Failed = 1, // the thing asked for failed
    WrongUsage = 2,
    NoWorkspace = 3, // the workspace is unusable
    NotFound = 4,
};

struct Common {
    QString workspace;
    bool json = false;
};

void printLine(const QString &line);       // stdout
void printRow(const QString &row);         // one record, one line: its line breaks are spelled out
void printJson(const QJsonObject &object); // stdout, one line
void printJson(const QByteArray &object);  // as it is
void say(const QString &message);          // stderr, one line
void keepLogToLines();                     // what is logged, too; at the start, once
// Says the error and gives the exit code that fits it.
[[nodiscard]] int report(const Error &error);

} // namespace callboard::cli
