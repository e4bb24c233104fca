#include "ui/targets/form/headerlines.h"

#include <QStringList>

namespace callboard {

namespace {

QString withoutCurl(QString line)
{
    if (line.endsWith(u'\\'))
        line = line.chopped(1).trimmed();
    for (const QLatin1String option : {QLatin1String("--header "), QLatin1String("-H ")}) {
        if (line.startsWith(option))
            line = line.mid(option.size()).trimmed();
    }
    const bool quoted = line.size() >= 2 && (line.front() == u'\'' || line.front() == u'"')
        && line.back() == line.front();
    return quoted ? line.mid(1, line.size() - 2) : line;
}

} // namespace

HeaderList parseHeaderLines(const QString &text)
{
    HeaderList headers;
    QString lines = text;
    lines.replace(u'\r', u'\n');
    for (const QString &raw : lines.split(u'\n', Qt::SkipEmptyParts)) {
        const QString line = withoutCurl(raw.trimmed());
        const qsizetype colon = line.indexOf(u':');
        if (colon < 1)
            continue;
        Header header;
        header.name = line.left(colon).trimmed();
        header.value = line.mid(colon + 1).trimmed();
        header.secret = looksSecret(header.name);
        headers.append(header);
    }
    return headers;
}

} // namespace callboard
