#include "core/payload/cloudevents.h"
#include "core/payload/mediarecord.h"
#include "core/payload/record/jsonlayout.h"
#include "tests/fuzz/head.h"
#include "tests/fuzz/promises.h"
#include "tests/fuzz/targets.h"

namespace callboard::fuzz {

namespace {

// Blanks between tokens are no part of what a record says.
QList<RecordField> fieldsOf(const MediaEvent &event)
{
    const auto record = parseRecord(event.data, event.dataContentType);
    require(record.has_value(), "an event's data is a record", event.data);
    QList<RecordField> fields = record->fields;
    for (RecordField &field : fields)
        field.raw = compactJson(field.raw);
    return fields;
}

void compare(const MediaEvent &sent, const MediaEvent &back)
{
    const bool same = sent.source == back.source && sent.sourceId == back.sourceId && sent.type == back.type
        && sent.asset == back.asset && sent.project == back.project && sent.time == back.time
        && sent.trigger == back.trigger && sent.dataContentType == back.dataContentType;
    require(same, "an event that is sent and read again says the same", sent.asset);
    require(fieldsOf(sent) == fieldsOf(back), "its record too", sent.data);
}

void check(const MediaEvent &event)
{
    require(QLatin1String(info(event.trigger).eventType) == event.type, "the trigger is the type's", event.type);
    require(!event.asset.isEmpty() && !event.source.isEmpty() && !event.sourceId.isEmpty(), "what is needed is there");
    (void)event.fingerprint();
    const QByteArray sent = encodeCloudEvent(event);
    require(sent == encodeCloudEvent(event), "an event renders twice the same", sent);
    requireJson(sent, "an event is sent as JSON");
    require(!sent.contains('\n') && !sent.contains('\r'), "an event is one line", sent);
    if (levelsOf(sent) > kDeepestNesting) // binary mode has no envelope: its data may be a level deeper
        return;
    const auto back = parseCloudEvents(sent);
    require(back && back->size() == 1, "what is sent can be read", back ? sent : back.error().detail.toUtf8());
    compare(event, back->first());
    require(encodeCloudEvent(back->first()) == sent, "and is sent on as it came", sent);
}

void check(const Result<QList<MediaEvent>> &events, const QByteArray &input)
{
    if (!events) {
        require(!events.error().detail.isEmpty(), "a refusal says why");
        requirePlace(events.error().detail, input);
        return;
    }
    for (const MediaEvent &event : *events)
        check(event);
}

} // namespace

void cloudEvents(const QByteArray &input)
{
    check(parseCloudEvents(input), input);
    check(parseCloudEventLines(input), input);
    const Head head = readHead(input);
    if (const auto event = parseBinaryCloudEvent(head.fields, head.rest))
        check(*event);
    else
        require(!event.error().detail.isEmpty(), "a refusal says why");
}

} // namespace callboard::fuzz
