#include "core/store/sql/migrations.h"

#include <QDir>
#include <QFile>

namespace callboard {

namespace {

QStringList schemaFiles()
{
    return QDir(QStringLiteral(":/callboard/schema")).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
}

} // namespace

int newestSchema()
{
    return int(schemaFiles().size());
}

QStringList migrationStatements(int number, Dialect dialect)
{
    QFile file(QStringLiteral(":/callboard/schema/") + schemaFiles().at(number - 1));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString text;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n'))
        text += line.left(line.indexOf(QLatin1String("--")) < 0 ? line.size() : line.indexOf(QLatin1String("--")))
            + u'\n';
    QStringList statements;
    for (const QString &statement : forDialect(text, dialect).split(u';')) {
        if (!statement.trimmed().isEmpty())
            statements.append(statement.trimmed());
    }
    return statements;
}

} // namespace callboard
