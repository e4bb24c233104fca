#include "core/payload/cloudevents.h"

#include "core/payload/record/jsontokens.h"

namespace callboard {

namespace {

const QString kJson = QStringLiteral("application/json");
const QString kXml = QStringLiteral("application/xml");

tl::unexpected<Error> malformed(const QString &what)
{
    return fail(ErrorCode::Malformed, what);
}

QString quoted(QByteArrayView name)
{
    return QStringLiteral("\"%1\"").arg(QString::fromUtf8(name));
}

// application/json or application/xml; empty: something else.
QString recordType(const QString &contentType)
{
    const QString type = contentType.section(u';', 0, 0).trimmed().toLower();
    if (type.isEmpty() || type == kJson || type == QLatin1String("text/json") || type.endsWith(QLatin1String("+json")))
        return kJson;
    if (type == kXml || type == QLatin1String("text/xml") || type.endsWith(QLatin1String("+xml")))
        return kXml;
    return {};
}

// The attributes of one event, however they came.
struct Attributes {
    MediaRecord record;
    bool fromHeaders = false;

    // How an error names it: as the sender wrote it.
    [[nodiscard]] QString label(QByteArrayView name) const
    {
        if (!fromHeaders)
            return quoted(name);
        const QByteArray header = name == "datacontenttype" ? QByteArray("content-type")
                                                            : QByteArray("ce-" + name.toByteArray());
        return QStringLiteral("header ") + quoted(header);
    }

    // A string that is there and not empty.
    [[nodiscard]] Result<QString> required(QByteArrayView name) const
    {
        const QByteArray token = record.raw(name);
        if (token.isEmpty())
            return malformed(label(name) + QStringLiteral(" is missing"));
        if (!token.startsWith('"'))
            return malformed(label(name) + QStringLiteral(" is not a string"));
        const QString text = jsonText(token);
        if (text.isEmpty())
            return malformed(label(name) + QStringLiteral(" is empty"));
        return text;
    }

    [[nodiscard]] Result<QString> optional(QByteArrayView name) const
    {
        const QByteArray token = record.raw(name);
        if (token.startsWith('{') || token.startsWith('['))
            return malformed(label(name) + QStringLiteral(" is not a string"));
        return jsonText(token);
    }
};

std::optional<Error> takeAttributes(const Attributes &attributes, MediaEvent &event)
{
    const auto version = attributes.required("specversion");
    if (!version)
        return version.error();
    if (*version != QLatin1String("1.0"))
        return malformed(
                   QStringLiteral("%1 is \"%2\", not \"1.0\"").arg(attributes.label("specversion"), version->left(20)))
            .value();
    struct {
        QByteArrayView name;
        QString &field;
    } const needed[] = {
        {"id", event.sourceId}, {"source", event.source}, {"type", event.type}, {"subject", event.asset}};
    for (const auto &[name, field] : needed) {
        const auto text = attributes.required(name);
        if (!text)
            return text.error();
        field = *text;
    }
    const auto trigger = triggerForEventType(event.type);
    if (!trigger)
        return malformed(QStringLiteral("%1 is not known: \"%2\"").arg(attributes.label("type"), event.type.left(80)))
            .value();
    event.trigger = *trigger;
    struct {
        QByteArrayView name;
        QString &field;
    } const wanted[] = {{"time", event.time}, {"project", event.project}, {"datacontenttype", event.dataContentType}};
    for (const auto &[name, field] : wanted) {
        const auto text = attributes.optional(name);
        if (!text)
            return text.error();
        field = *text;
    }
    const QString type = recordType(event.dataContentType);
    if (type.isEmpty())
        return malformed(QStringLiteral("%1 is neither JSON nor XML: \"%2\"")
                             .arg(attributes.label("datacontenttype"), event.dataContentType.left(80)))
            .value();
    event.dataContentType = type;
    return std::nullopt;
}

// Checks that the data is a record and takes the project from it where the event names none.
Result<MediaEvent> withRecord(MediaEvent event, QLatin1String where)
{
    const auto record = parseRecord(event.data, event.dataContentType);
    if (!record)
        return malformed(QStringLiteral("\"%1\": ").arg(where) + record.error().detail);
    if (event.project.isEmpty())
        event.project = record->text("vhost").value_or(QString());
    return event;
}

Result<QByteArray> dataOf(const MediaRecord &envelope, const MediaEvent &event)
{
    const QByteArray data = envelope.raw("data");
    const QByteArray base64 = envelope.raw("data_base64");
    if (!data.isEmpty() && !base64.isEmpty())
        return malformed(QStringLiteral("\"data\" and \"data_base64\" are both there"));
    if (!base64.isEmpty()) {
        const auto decoded = QByteArray::fromBase64Encoding(jsonText(base64).toLatin1(),
                                                            QByteArray::AbortOnBase64DecodingErrors);
        if (!base64.startsWith('"') || !decoded)
            return malformed(QStringLiteral("\"data_base64\" is not base64"));
        return *decoded;
    }
    if (data.isEmpty())
        return malformed(QStringLiteral("\"data\" is missing"));
    if (event.dataContentType == kXml) {
        if (!data.startsWith('"'))
            return malformed(QStringLiteral("\"data\" is not a string with XML in it"));
        return jsonText(data).toUtf8();
    }
    if (!data.startsWith('{'))
        return malformed(QStringLiteral("\"data\" is not an object"));
    return data;
}

Result<MediaEvent> parseOne(const QByteArray &json)
{
    auto fields = readJsonObject(json);
    if (!fields)
        return tl::unexpected<Error>(fields.error());
    const Attributes attributes{{std::move(*fields), {}}, false};
    MediaEvent event;
    if (const auto error = takeAttributes(attributes, event))
        return tl::unexpected<Error>(*error);
    auto data = dataOf(attributes.record, event);
    if (!data)
        return tl::unexpected<Error>(data.error());
    event.data = std::move(*data);
    return withRecord(std::move(event), QLatin1String("data"));
}

tl::unexpected<Error> tooMany(qsizetype count)
{
    return fail(ErrorCode::TooLarge,
                QStringLiteral("%1 events in one batch; at most %2 are taken").arg(count).arg(kMostEventsPerBatch));
}

// A line's own fault is in its first line; whoever sent it looks for it in the whole.
QString inLine(qsizetype number, const QString &detail)
{
    static const QString first = QStringLiteral("line 1, ");
    const bool isPlaced = detail.startsWith(first);
    return QStringLiteral("line %1").arg(number) + (isPlaced ? QStringLiteral(", ") : QStringLiteral(": "))
        + detail.sliced(isPlaced ? first.size() : 0);
}

std::optional<Error> sizeProblem(const QByteArray &body)
{
    if (body.size() > kLargestBody)
        return Error{ErrorCode::TooLarge, QStringLiteral("The body is larger than %1 bytes.").arg(kLargestBody)};
    return std::nullopt;
}

Result<QList<MediaEvent>> parseBatch(const QByteArray &body)
{
    const auto items = readJsonArray(body);
    if (!items)
        return tl::unexpected<Error>(items.error());
    if (items->size() > kMostEventsPerBatch)
        return tooMany(items->size());
    QList<MediaEvent> events;
    events.reserve(items->size());
    for (const QByteArray &item : *items) {
        auto event = parseOne(item);
        if (!event)
            return fail(event.error().code,
                        QStringLiteral("event %1 of %2: %3")
                            .arg(events.size() + 1)
                            .arg(items->size())
                            .arg(event.error().detail));
        events.append(std::move(*event));
    }
    return events;
}

// XML names its own encoding: bytes that are no UTF-8 can't stand in a JSON text and travel as they are.
RecordField dataField(const MediaEvent &event, bool xml)
{
    if (!xml)
        return {"data", onOneLine(withoutByteOrderMark(event.data))};
    if (!QByteArrayView(event.data).isValidUtf8())
        return {"data_base64", '"' + event.data.toBase64() + '"'};
    return {"data", jsonString(QString::fromUtf8(event.data))};
}

} // namespace

Result<QList<MediaEvent>> parseCloudEvents(const QByteArray &body)
{
    if (const auto problem = sizeProblem(body))
        return tl::unexpected<Error>(*problem);
    const QByteArray content = withoutByteOrderMark(body);
    const QByteArray begin = content.trimmed();
    if (begin.isEmpty())
        return malformed(QStringLiteral("the body is empty"));
    if (begin.startsWith('['))
        return parseBatch(content);
    auto event = parseOne(content);
    if (!event)
        return tl::unexpected<Error>(event.error());
    return QList<MediaEvent>{std::move(*event)};
}

Result<QList<MediaEvent>> parseCloudEventLines(const QByteArray &body)
{
    if (const auto problem = sizeProblem(body))
        return tl::unexpected<Error>(*problem);
    QList<MediaEvent> events;
    qsizetype number = 0;
    for (const QByteArray &line : withoutByteOrderMark(body).split('\n')) {
        ++number;
        const QByteArray content = line.trimmed();
        if (content.isEmpty())
            continue;
        auto event = parseOne(content);
        if (!event)
            return fail(event.error().code, inLine(number, event.error().detail));
        events.append(std::move(*event));
        if (events.size() > kMostEventsPerBatch)
            return tooMany(events.size());
    }
    return events;
}

Result<MediaEvent> parseBinaryCloudEvent(const QHash<QByteArray, QByteArray> &headers, const QByteArray &body)
{
    if (const auto problem = sizeProblem(body))
        return tl::unexpected<Error>(*problem);
    Attributes attributes{{}, true};
    for (auto it = headers.begin(); it != headers.end(); ++it) {
        // Values beyond ASCII come percent-encoded (CloudEvents HTTP binding §3.1.3.2).
        const QString text = QString::fromUtf8(QByteArray::fromPercentEncoding(it.value()));
        if (it.key().startsWith("ce-"))
            attributes.record.setText(it.key().mid(3), text);
    }
    attributes.record.setText("datacontenttype", QString::fromLatin1(headers.value("content-type")));
    MediaEvent event;
    if (const auto error = takeAttributes(attributes, event))
        return tl::unexpected<Error>(*error);
    event.data = body;
    return withRecord(std::move(event), QLatin1String("body"));
}

QByteArray encodeCloudEvent(const MediaEvent &event)
{
    const bool xml = event.dataContentType == kXml;
    QList<RecordField> fields{{"specversion", "\"1.0\""},
                              {"id", jsonString(event.sourceId)},
                              {"source", jsonString(event.source)},
                              {"type", jsonString(event.type)},
                              {"subject", jsonString(event.asset)}};
    if (!event.time.isEmpty())
        fields.append({"time", jsonString(event.time)});
    if (!event.project.isEmpty())
        fields.append({"project", jsonString(event.project)});
    fields.append({"datacontenttype", jsonString(xml ? kXml : kJson)});
    fields.append(dataField(event, xml));
    return writeJsonObject(fields);
}

} // namespace callboard
