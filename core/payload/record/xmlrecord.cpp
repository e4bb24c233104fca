#include "core/payload/record/xmlrecord.h"

#include "core/payload/cloudevents.h"
#include "core/payload/record/jsontokens.h"

#include <QSet>
#include <QXmlStreamReader>

namespace callboard {

namespace {

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
    void readFields();
    QByteArray readValue(int depth);
    static void addChild(QList<RecordField> &children, const QByteArray &name, const QByteArray &token);
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
            m_record.fields.append({name, readValue(2)});
        }
    }
}

// The token for the element that was just opened; reads up to its end.
QByteArray XmlRecordReader::readValue(int depth)
{
    if (depth > kDeepestNesting)
        m_xml.raiseError(QStringLiteral("nested deeper than %1 levels").arg(kDeepestNesting));
    QString text;
    QList<RecordField> children;
    for (auto token = next(); token != QXmlStreamReader::EndElement && token != QXmlStreamReader::Invalid;
         token = next()) {
        if (token == QXmlStreamReader::StartElement) {
            const QByteArray name = m_xml.qualifiedName().toUtf8();
            addChild(children, name, readValue(depth + 1));
        } else if (token == QXmlStreamReader::Characters) {
            if (children.isEmpty())
                text += m_xml.text();
            else
                warnOfStrayText();
        }
    }
    if (children.isEmpty())
        return jsonString(text);
    for (RecordField &child : children) {
        if (child.raw.startsWith("[")) // only addChild() makes arrays
            child.raw.append(']');
    }
    return writeJsonObject(children);
}

// An element that comes again makes an array of its values; readValue() closes it.
void XmlRecordReader::addChild(QList<RecordField> &children, const QByteArray &name, const QByteArray &token)
{
    for (RecordField &child : children) {
        if (child.name == name) {
            if (!child.raw.startsWith("["))
                child.raw.prepend('[');
            child.raw.append(',').append(token);
            return;
        }
    }
    children.append({name, token});
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
