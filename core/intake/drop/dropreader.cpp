#include "core/intake/drop/dropreader.h"

#include "core/payload/cloudevents.h"
#include "core/payload/encoder/notification.h"
#include "core/payload/record/jsontokens.h"

#include <QCryptographicHash>

#include <algorithm>
#include <utility>

namespace callboard {

namespace {

const QString kJson = QStringLiteral("application/json");
const QString kXml = QStringLiteral("application/xml");
constexpr QByteArrayView kByteOrderMark("\xEF\xBB\xBF");

enum class Syntax { Json, JsonLines, Xml };

bool isObject(const QByteArray &text)
{
    return text.startsWith('{') && readJsonObject(text).has_value();
}

// JSON Lines under another name: more than one line, the first an object of its own.
bool looksLikeLines(const QByteArray &text)
{
    const qsizetype end = text.indexOf('\n');
    return end > 0 && isObject(text.first(end).trimmed());
}

Syntax syntaxOf(const QByteArray &name, const QByteArray &text)
{
    const QByteArray ending = name.sliced(name.lastIndexOf('.') + 1).toLower();
    if (ending == "jsonl" || ending == "ndjson")
        return Syntax::JsonLines;
    if (ending == "json")
        return Syntax::Json;
    if (ending == "xml" || text.startsWith('<'))
        return Syntax::Xml;
    return looksLikeLines(text) ? Syntax::JsonLines : Syntax::Json;
}

// Makes the events of a file's records, each with an id of its own.
class RecordReader {
public:
    explicit RecordReader(const DroppedFile &file)
        : m_identity(file.name + '\0' + QByteArray::number(file.modified) + '\0')
    {
    }

    Result<MediaEvent> read(const QByteArray &bytes, const QString &contentType)
    {
        const auto record = parseRecord(bytes, contentType);
        if (!record)
            return tl::unexpected(record.error());
        MediaEvent event;
        event.asset = record->text("uuid").value_or(QString());
        if (event.asset.isEmpty())
            event.asset = record->text("id").value_or(QString());
        if (event.asset.isEmpty())
            return fail(ErrorCode::Malformed,
                        QStringLiteral("line 1, column 1: it is no event, no notification and no publish request, and "
                                       "a record needs “uuid” or “id”"));
        event.source = kDropSource;
        event.sourceId = identityOf(bytes);
        event.type = kRecordEventType;
        event.project = record->text("vhost").value_or(QString());
        event.dataContentType = contentType;
        event.data = bytes;
        return event;
    }

    QString identityOf(const QByteArray &bytes)
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        hash.addData(m_identity);
        hash.addData(QByteArray(QByteArray::number(++m_count) + '\0'));
        hash.addData(bytes);
        return QString::fromLatin1(hash.result().toHex());
    }

private:
    QByteArray m_identity;
    int m_count = 0;
};

Result<DropContent> eventsIn(Result<QList<MediaEvent>> events)
{
    return std::move(events).map([](QList<MediaEvent> list) { return DropContent(std::move(list)); });
}

Result<DropContent> oneRecord(const DroppedFile &file, const QString &contentType)
{
    return RecordReader(file).read(file.content, contentType).map([](MediaEvent event) {
        return DropContent(QList<MediaEvent>{std::move(event)});
    });
}

Result<DropContent> notificationIn(Encoder encoder, const QByteArray &text, const QString &contentType)
{
    return parseNotification(encoder, text, contentType).map([](EncoderNotification notification) {
        return DropContent(std::move(notification));
    });
}

bool isPublishRequest(const MediaRecord &object)
{
    const QByteArray parameters = object.raw("parameters");
    if (!parameters.startsWith('{'))
        return false;
    const auto fields = readJsonObject(parameters);
    return fields && std::ranges::any_of(*fields, [](const RecordField &field) {
               return field.name == "input" || field.name == "callbacks";
           });
}

Result<DropContent> readObject(const DroppedFile &file, const QByteArray &text)
{
    auto fields = readJsonObject(text);
    if (!fields)
        return tl::unexpected(fields.error());
    const MediaRecord object{std::move(*fields), {}};
    if (object.has("specversion"))
        return eventsIn(parseCloudEvents(text));
    if (object.raw("job").startsWith('{') && (object.has("output") || object.has("outputs")))
        return notificationIn(Encoder::Zencoder, text, kJson);
    if (object.has("entityType") || (object.has("account_id") && object.has("video")))
        return notificationIn(Encoder::Brightcove, text, kJson);
    if (isPublishRequest(object))
        return parseAssetRequest(text).map([&file](AssetRequest request) {
            request.key = RecordReader(file).identityOf(file.content).toLatin1();
            return DropContent(std::move(request));
        });
    return oneRecord(file, kJson);
}

tl::unexpected<Error> tooMany(qsizetype count)
{
    return fail(ErrorCode::TooLarge,
                QStringLiteral("%1 records in one file; at most %2 are taken").arg(count).arg(kMostEventsPerBatch));
}

Result<DropContent> readArray(const DroppedFile &file, const QByteArray &text)
{
    const auto items = readJsonArray(text);
    if (!items)
        return tl::unexpected(items.error());
    if (items->isEmpty())
        return fail(ErrorCode::Malformed, QStringLiteral("line 1, column 1: there is nothing in the array"));
    const auto first = readJsonObject(items->first());
    if (first && MediaRecord{*first, {}}.has("specversion"))
        return eventsIn(parseCloudEvents(text));
    if (items->size() > kMostEventsPerBatch)
        return tooMany(items->size());
    RecordReader reader(file);
    QList<MediaEvent> events;
    for (const QByteArray &item : *items) {
        auto event = reader.read(item, kJson);
        if (!event)
            return fail(event.error().code,
                        QStringLiteral("item %1 of %2: %3")
                            .arg(events.size() + 1)
                            .arg(items->size())
                            .arg(event.error().detail));
        events.append(std::move(*event));
    }
    return DropContent(std::move(events));
}

// A line's own fault is in its first line; the reader of the reason looks for it in the file.
QString inLine(qsizetype number, const QString &detail)
{
    static const QString first = QStringLiteral("line 1, ");
    const QString rest = detail.startsWith(first) ? detail.sliced(first.size()) : detail;
    return QStringLiteral("line %1, ").arg(number) + rest;
}

Result<DropContent> readLines(const DroppedFile &file, const QByteArray &text)
{
    const QByteArrayList lines = text.split('\n');
    const auto firstLine = std::ranges::find_if(lines,
                                                [](const QByteArray &line) { return !line.trimmed().isEmpty(); });
    const auto first = readJsonObject(*firstLine);
    if (first && MediaRecord{*first, {}}.has("specversion"))
        return eventsIn(parseCloudEventLines(text));
    RecordReader reader(file);
    QList<MediaEvent> events;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QByteArray line = lines[i].trimmed();
        if (line.isEmpty())
            continue;
        auto event = reader.read(line, kJson);
        if (!event)
            return fail(event.error().code, inLine(i + 1, event.error().detail));
        events.append(std::move(*event));
        if (events.size() > kMostEventsPerBatch)
            return tooMany(events.size());
    }
    return DropContent(std::move(events));
}

Result<DropContent> readXml(const DroppedFile &file, const QByteArray &text)
{
    const auto record = parseRecord(text, kXml);
    if (!record)
        return tl::unexpected(record.error());
    if (record->raw("job").startsWith('{'))
        return notificationIn(Encoder::Zencoder, text, kXml);
    return oneRecord(file, kXml);
}

} // namespace

Result<DropContent> readDrop(const DroppedFile &file)
{
    const bool marked = file.content.startsWith(kByteOrderMark);
    const QByteArray text = marked ? file.content.sliced(kByteOrderMark.size()) : file.content;
    const QByteArray begin = text.trimmed();
    if (begin.isEmpty())
        return fail(ErrorCode::Malformed, QStringLiteral("line 1, column 1: the file is empty"));
    switch (syntaxOf(file.name, begin)) {
    case Syntax::JsonLines: return readLines(file, text);
    case Syntax::Xml: return readXml(file, text);
    case Syntax::Json: break;
    }
    return begin.startsWith('[') ? readArray(file, text) : readObject(file, text);
}

} // namespace callboard
