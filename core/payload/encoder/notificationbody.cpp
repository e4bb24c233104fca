#include "core/payload/encoder/notificationbody.h"

#include "core/payload/cloudevents.h"
#include "core/payload/encoder/xmltree.h"
#include "core/payload/record/jsontokens.h"

#include <QSet>
#include <QUrlQuery>

namespace callboard {

namespace {

constexpr qsizetype kLargestForm = 64 * 1024;

enum class Shape { Json, Xml, Form };

Shape shapeOf(const QByteArray &content, const QString &contentType)
{
    const QString type = contentType.section(u';', 0, 0).trimmed().toLower();
    if (type.endsWith(QLatin1String("/xml")) || type.endsWith(QLatin1String("+xml")))
        return Shape::Xml;
    if (type.endsWith(QLatin1String("/json")) || type.endsWith(QLatin1String("+json")))
        return Shape::Json;
    if (type == QLatin1String("application/x-www-form-urlencoded"))
        return Shape::Form;
    return content.startsWith('<') ? Shape::Xml : Shape::Json;
}

Result<MediaRecord> formFields(QByteArray form)
{
    if (form.size() > kLargestForm)
        return fail(ErrorCode::TooLarge, QStringLiteral("The form is larger than %1 bytes.").arg(kLargestForm));
    form.replace('+', "%20");
    MediaRecord record;
    QSet<QString> seen;
    for (const auto &[name, value] : QUrlQuery(QString::fromUtf8(form)).queryItems(QUrl::FullyDecoded)) {
        if (seen.contains(name))
            return fail(ErrorCode::Malformed, QStringLiteral("duplicate field “%1”").arg(name.left(60)));
        seen.insert(name);
        record.fields.append({name.toUtf8(), jsonString(value)});
    }
    return record;
}

} // namespace

Result<MediaRecord> notificationFields(const QByteArray &body, const QString &contentType)
{
    if (body.size() > kLargestBody)
        return fail(ErrorCode::TooLarge, QStringLiteral("The body is larger than %1 bytes.").arg(kLargestBody));
    const QByteArray content = withoutByteOrderMark(body);
    const QByteArray begin = content.trimmed();
    if (begin.isEmpty())
        return fail(ErrorCode::Malformed, QStringLiteral("the body is empty"));
    switch (shapeOf(begin, contentType)) {
    case Shape::Form: return formFields(begin);
    case Shape::Xml: return xmlAsJson(content).and_then(fieldsIn);
    case Shape::Json: break;
    }
    return fieldsIn(content);
}

Result<MediaRecord> fieldsIn(const QByteArray &token)
{
    auto fields = readJsonObject(token);
    if (!fields)
        return tl::unexpected<Error>(fields.error());
    for (RecordField &field : *fields)
        field.name.replace('-', '_');
    return MediaRecord{std::move(*fields), {}};
}

QList<MediaRecord> objectsIn(const QByteArray &token)
{
    QByteArrayList tokens;
    if (token.startsWith('[')) {
        tokens = readJsonArray(token).value_or(QByteArrayList());
    } else if (token.startsWith('{')) { // <outputs><output>…</output></outputs>
        for (const RecordField &field : fieldsIn(token).value_or(MediaRecord()).fields)
            tokens.append(field.raw);
    }
    QList<MediaRecord> objects;
    for (const QByteArray &item : tokens) {
        if (objects.size() == kMostOutputs)
            break;
        if (item.startsWith('{'))
            objects.append(fieldsIn(item).value_or(MediaRecord()));
    }
    return objects;
}

QList<MediaRecord> outputsIn(const MediaRecord &notification)
{
    if (isOfOutput(notification))
        return {fieldsIn(notification.raw("output")).value_or(MediaRecord())};
    return objectsIn(notification.raw("outputs"));
}

bool isOfOutput(const MediaRecord &notification)
{
    return !notification.has("outputs") && notification.raw("output").startsWith('{');
}

} // namespace callboard
