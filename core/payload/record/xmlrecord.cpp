#include "core/payload/record/xmlrecord.h"

#include "core/payload/cloudevents.h"
#include "core/payload/record/jsontokens.h"

#include <QHash>
#include <QSet>
#include <QXmlStreamReader>

namespace callboard {

namespace {

const QString kTooDeep = QStringLiteral("nested deeper than %1 levels").arg(kDeepestNesting);

class XmlRecordReader {
public:
    explicit XmlRecordReader(const QByteArray &xml)
    {
        // The declaration must be the first thing; samples come with blank lines before it.
        qsizetype blank = 0;
        while (blank < xml.size() && QByteArrayView(" \t\r\n").contains(xml[blank]))
            ++blank;
        m_linesBefore = xml.left(blank).count('\n');
        m_xml.setNamespaceProcessing(false);
        m_xml.addData(xml.mid(blank));
    }

    Result<MediaRecord> read();

private:
    struct Children {
        QList<RecordField> fields;
        QHash<QByteArray, qsizetype> places; // of the names in `fields`
    };

    void readFields();
    QByteArray readValue(int depth);
    void addChild(Children &children, const QByteArray &name, const QByteArray &token);
    void warnOfStrayText();
    QXmlStreamReader::TokenType next();
    QString position(qint64 line, qint64 column) const
    {
        return QStringLiteral("line %1, column %2").arg(line + m_linesBefore).arg(column);
    }

    QXmlStreamReader m_xml;
    qint64 m_linesBefore = 0;
    qint64 m_tokenLine = 1; // where the current token begins
    qint64 m_tokenColumn = 1;
    MediaRecord m_record;
    QSet<QByteArray> m_seen;
    bool m_hasLists = false;
};

QXmlStreamReader::TokenType XmlRecordReader::next()
{
    m_tokenLine = m_xml.lineNumber();
    m_tokenColumn = m_xml.columnNumber() + 1;
    const auto token = m_xml.readNext();
    if (token == QXmlStreamReader::DTD)
        m_xml.raiseError(QStringLiteral("a DOCTYPE is not accepted"));
    return m_xml.hasError() ? QXmlStreamReader::Invalid : token;
}

Result<MediaRecord> XmlRecordReader::read()
{
    while (!m_xml.atEnd() && !m_xml.hasError()) {
        if (next() == QXmlStreamReader::StartElement)
            readFields();
    }
    if (m_xml.hasError())
        return fail(ErrorCode::Malformed,
                    position(m_xml.lineNumber(), m_xml.columnNumber() + 1) + QStringLiteral(": ")
                        + m_xml.errorString());
    return std::move(m_record);
}

void XmlRecordReader::readFields()
{
    for (auto token = next(); token != QXmlStreamReader::EndElement && token != QXmlStreamReader::Invalid;
         token = next()) {
        if (token == QXmlStreamReader::Characters) {
            warnOfStrayText();
        } else if (token == QXmlStreamReader::StartElement) {
            const QByteArray name = m_xml.qualifiedName().toUtf8();
            if (m_seen.contains(name)) {
                m_xml.raiseError(QStringLiteral("duplicate field “%1”").arg(QString::fromUtf8(name)));
                return;
            }
            m_seen.insert(name);
            const QByteArray value = readValue(2);
            // Elements that come again are nested a level deeper in JSON than they are in XML.
            if (m_hasLists && !m_xml.hasError() && !readJsonArray(QByteArray('[' + value + ']')))
                m_xml.raiseError(kTooDeep);
            m_record.fields.append({name, value});
        }
    }
}

// The token for the element that was just opened; reads up to its end.
QByteArray XmlRecordReader::readValue(int depth)
{
    if (depth > kDeepestNesting)
        m_xml.raiseError(kTooDeep);
    QString text;
    Children children;
    for (auto token = next(); token != QXmlStreamReader::EndElement && token != QXmlStreamReader::Invalid;
         token = next()) {
        if (token == QXmlStreamReader::StartElement) {
            const QByteArray name = m_xml.qualifiedName().toUtf8();
            addChild(children, name, readValue(depth + 1));
        } else if (token == QXmlStreamReader::Characters) {
            if (children.fields.isEmpty())
                text += m_xml.text();
            else
                warnOfStrayText();
        }
    }
    if (children.fields.isEmpty())
        return jsonString(text);
    for (RecordField &child : children.fields) {
        if (child.raw.startsWith("[")) // only addChild() makes arrays
            child.raw.append(']');
    }
    return writeJsonObject(children.fields);
}

// An element that comes again makes an array of its values; readValue() closes it.
void XmlRecordReader::addChild(Children &children, const QByteArray &name, const QByteArray &token)
{
    const auto known = children.places.constFind(name);
    if (known == children.places.constEnd()) {
        children.places.insert(name, children.fields.size());
        children.fields.append({name, token});
        return;
    }
    QByteArray &list = children.fields[*known].raw;
    if (!list.startsWith("["))
        list.prepend('[');
    list.append(',').append(token);
    m_hasLists = true;
}

void XmlRecordReader::warnOfStrayText()
{
    const QStringView text = m_xml.text();
    qsizetype first = 0;
    qint64 line = m_tokenLine;
    qint64 column = m_tokenColumn;
    for (; first < text.size() && text[first].isSpace(); ++first) {
        ++column;
        if (text[first] == u'\n') {
            ++line;
            column = 1;
        }
    }
    if (first == text.size())
        return;
    m_record.warnings.append(QStringLiteral("stray text “%1” between elements at %2")
                                 .arg(text.trimmed().left(40).toString(), position(line, column)));
}

} // namespace

Result<MediaRecord> readXmlRecord(const QByteArray &xml)
{
    return XmlRecordReader(xml).read();
}

} // namespace callboard
