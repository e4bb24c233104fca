#include "ui/targets/form/headerlines.h"

#include "ui/look/recorded.h"

#include <QCoreApplication>

#include <algorithm>

namespace callboard {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(callboard::HeaderLines)
};

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

bool hasSecretValue(const Header &header)
{
    return header.secret && (!header.value.isEmpty() || !header.sealed.isEmpty());
}

// Reads the lines one by one; each secret of before stands for one line of its name.
class Reader {
public:
    explicit Reader(const HeaderList &before)
        : m_before(before)
    {
    }

    void read(QString line)
    {
        ++m_number;
        line = line.trimmed();
        if (line.isEmpty())
            return;
        Header header;
        header.enabled = !line.startsWith(u'#');
        if (!header.enabled)
            line = line.mid(1).trimmed();
        const qsizetype colon = line.indexOf(u':');
        if (colon < 1)
            return complain(Words::tr("there is no “Name: value” in it."));
        header.name = line.left(colon).trimmed();
        header.value = line.mid(colon + 1).trimmed();
        if (const auto problem = headerNameProblem(header.name))
            return complain(inOurLanguage(*problem));
        if (const auto problem = headerValueProblem(header.value))
            return complain(inOurLanguage(*problem));
        if (header.value == kMask && !takeSecret(header))
            return complain(Words::tr("“•••” stands for a secret value that was here before, and there was none of "
                                      "this name. Type the value."));
        m_reading.headers.append(header);
    }
    [[nodiscard]] HeaderTextReading reading() const { return m_reading; }

    // What is typed in the place of a secret is one, too.
    void markSecrets()
    {
        for (Header &header : m_reading.headers) {
            const bool was = std::any_of(m_before.begin(), m_before.end(), [&header](const Header &earlier) {
                return earlier.secret && earlier.name.compare(header.name, Qt::CaseInsensitive) == 0;
            });
            header.secret = header.secret || was || isNewSecret(header);
        }
    }

private:
    void complain(const QString &what) { m_reading.problems.append(Words::tr("Line %1: %2").arg(m_number).arg(what)); }

    bool takeSecret(Header &header)
    {
        for (qsizetype i = 0; i < m_before.size(); ++i) {
            const Header &secret = m_before[i];
            if (m_taken.contains(i) || !hasSecretValue(secret)
                || secret.name.compare(header.name, Qt::CaseInsensitive) != 0)
                continue;
            m_taken.append(i);
            header.value = secret.value;
            header.sealed = secret.sealed;
            header.secret = true;
            return true;
        }
        return false;
    }

    // Whoever unticked the box for a name meant it.
    [[nodiscard]] bool isNewSecret(const Header &header) const
    {
        const bool known = std::any_of(m_before.begin(), m_before.end(), [&header](const Header &earlier) {
            return earlier.name.compare(header.name, Qt::CaseInsensitive) == 0;
        });
        return !known && looksSecret(header.name);
    }

    const HeaderList &m_before;
    QList<qsizetype> m_taken;
    int m_number = 0;
    HeaderTextReading m_reading;
};

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

QString headerText(const HeaderList &headers)
{
    QStringList lines;
    for (const Header &header : headers) {
        const QString value = hasSecretValue(header) ? kMask : header.value;
        const QString line = header.name + QStringLiteral(": ") + value;
        lines.append(header.enabled ? line : QString(QStringLiteral("# ") + line));
    }
    return lines.join(u'\n');
}

HeaderTextReading readHeaderText(const QString &text, const HeaderList &before)
{
    Reader reader(before);
    for (const QString &line : text.split(u'\n'))
        reader.read(line);
    reader.markSecrets();
    return reader.reading();
}

} // namespace callboard
