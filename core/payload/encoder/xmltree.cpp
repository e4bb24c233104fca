#include "core/payload/encoder/xmltree.h"

#include "core/payload/cloudevents.h"
#include "core/payload/record/jsontokens.h"

#include <QSet>
#include <QXmlStreamReader>

#include <algorithm>

namespace callboard {

namespace {

QByteArray arrayOf(const QList<RecordField> &children)
{
    QByteArrayList items;
    for (const RecordField &child : children)
        items.append(child.raw);
    return '[' + items.join(',') + ']';
}

class XmlTreeReader {
public:
    explicit XmlTreeReader(const QByteArray &xml)
    {
        // The declaration must be the first thing; some are sent with blank lines before it.
        const QByteArray begin = xml.trimmed();
        m_linesBefore = xml.left(xml.indexOf(begin)).count('\n');
        m_xml.setNamespaceProcessing(false);
        m_xml.addData(begin);
    }

    Result<QByteArray> read();

private:
    QXmlStreamReader::TokenType next();
    QByteArray readElement(int depth);
    QByteArray tokenFor(const QList<RecordField> &children);

    QXmlStreamReader m_xml;
    qint64 m_linesBefore = 0;
};

Result<QByteArray> XmlTreeReader::read()
{
    QByteArray root;
    for (auto token = next(); token != QXmlStreamReader::Invalid && token != QXmlStreamReader::EndDocument;
         token = next()) {
        if (token == QXmlStreamReader::StartElement)
            root = readElement(1);
    }
    if (!m_xml.hasError())
        return root;
    return fail(ErrorCode::Malformed,
                QStringLiteral("line %1, column %2: %3")
                    .arg(m_xml.lineNumber() + m_linesBefore)
                    .arg(m_xml.columnNumber() + 1)
                    .arg(m_xml.errorString()));
}

// A DOCTYPE could define entities; refused before any is expanded.
QXmlStreamReader::TokenType XmlTreeReader::next()
{
    const auto token = m_xml.readNext();
    if (token == QXmlStreamReader::DTD)
        m_xml.raiseError(QStringLiteral("a DOCTYPE is not accepted"));
    return m_xml.hasError() ? QXmlStreamReader::Invalid : token;
}

// The token for the element that was just opened; reads up to its end.
QByteArray XmlTreeReader::readElement(int depth)
{
    if (depth > kDeepestNesting)
        m_xml.raiseError(QStringLiteral("nested deeper than %1 levels").arg(kDeepestNesting));
    const bool isArray = m_xml.attributes().value(QLatin1String("type")) == QLatin1String("array");
    const bool isNil = m_xml.attributes().value(QLatin1String("nil")) == QLatin1String("true");
    QString text;
    QList<RecordField> children;
    for (auto token = next(); token != QXmlStreamReader::EndElement && token != QXmlStreamReader::Invalid;
         token = next()) {
        if (token == QXmlStreamReader::StartElement) {
            const QByteArray name = m_xml.qualifiedName().toUtf8();
            children.append({name, readElement(depth + 1)});
        } else if (token == QXmlStreamReader::Characters && children.isEmpty()) {
            text += m_xml.text();
        }
    }
    if (isNil)
        return "null";
    if (isArray)
        return arrayOf(children);
    return children.isEmpty() ? jsonString(text) : tokenFor(children);
}

QByteArray XmlTreeReader::tokenFor(const QList<RecordField> &children)
{
    const auto isLikeTheFirst = [&](const RecordField &child) { return child.name == children.first().name; };
    if (children.size() > 1 && std::all_of(children.begin(), children.end(), isLikeTheFirst))
        return arrayOf(children);
    QSet<QByteArray> seen;
    for (const RecordField &child : children) {
        if (seen.contains(child.name)) {
            m_xml.raiseError(QStringLiteral("duplicate element “%1”").arg(QString::fromUtf8(child.name.left(60))));
            return "null";
        }
        seen.insert(child.name);
    }
    return writeJsonObject(children);
}

} // namespace

Result<QByteArray> xmlAsJson(const QByteArray &xml)
{
    return XmlTreeReader(xml).read();
}

} // namespace callboard
