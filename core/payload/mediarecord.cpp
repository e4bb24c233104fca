#include "core/payload/mediarecord.h"

#include "core/payload/record/jsontokens.h"
#include "core/payload/record/xmlrecord.h"

namespace callboard {

namespace {

bool sameName(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && qstrnicmp(a.data(), a.size(), b.data(), b.size()) == 0;
}

bool isXml(const QByteArray &bytes, const QString &contentType)
{
    const QString type = contentType.section(u';', 0, 0).trimmed().toLower();
    if (type == QLatin1String("text/xml") || type.endsWith(QLatin1String("/xml"))
        || type.endsWith(QLatin1String("+xml")))
        return true;
    return type.isEmpty() && bytes.trimmed().startsWith('<');
}

} // namespace

QByteArray MediaRecord::raw(QByteArrayView name) const
{
    for (const RecordField &field : fields) {
        if (sameName(field.name, name))
            return field.raw == "null" ? QByteArray() : field.raw;
    }
    return {};
}

std::optional<QString> MediaRecord::text(QByteArrayView name) const
{
    const QByteArray token = raw(name);
    if (token.isEmpty())
        return std::nullopt;
    return jsonText(token);
}

bool MediaRecord::has(QByteArrayView name) const
{
    return !raw(name).isEmpty();
}

void MediaRecord::set(const QByteArray &name, const QByteArray &rawToken)
{
    for (RecordField &field : fields) {
        if (sameName(field.name, name)) {
            field.raw = rawToken;
            return;
        }
    }
    fields.append({name, rawToken});
}

void MediaRecord::setText(const QByteArray &name, const QString &text)
{
    set(name, jsonString(text));
}

Result<MediaRecord> parseRecord(const QByteArray &bytes, const QString &contentType)
{
    const QByteArray content = withoutByteOrderMark(bytes);
    if (content.trimmed().isEmpty())
        return fail(ErrorCode::Malformed, QStringLiteral("line 1, column 1: the record is empty"));
    if (isXml(content, contentType))
        return readXmlRecord(content);
    auto fields = readJsonObject(content);
    if (!fields)
        return tl::unexpected<Error>(fields.error());
    return MediaRecord{std::move(*fields), {}};
}

} // namespace callboard
