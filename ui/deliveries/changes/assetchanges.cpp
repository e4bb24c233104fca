#include "ui/deliveries/changes/assetchanges.h"

#include "ui/look/recorded.h"

#include <QHash>

#include <algorithm>

namespace callboard {

namespace {

using Kind = AssetChanges::Kind;
using Meanings = QHash<QByteArray, QString>;

// The event whose record the delivery carries; null: it is not among those that are known of it.
const MediaEvent *carriedEvent(const DeliveryDetail &detail)
{
    const EventId carried = detail.row.delivery.latestEvent;
    if (detail.events.isEmpty() || !carried.isValid())
        return detail.events.isEmpty() ? nullptr : &detail.events.constLast();
    const auto found = std::find_if(detail.events.begin(), detail.events.end(),
                                    [carried](const MediaEvent &event) { return event.id == carried; });
    return found != detail.events.end() ? &*found : nullptr;
}

QList<Trigger> reportedBy(const QList<MediaEvent> &events)
{
    QList<Trigger> triggers;
    for (const MediaEvent &event : events) {
        if (!triggers.contains(event.trigger))
            triggers.append(event.trigger);
    }
    return triggers;
}

void append(MediaRecord &record, const QByteArray &name, const std::optional<QString> &value)
{
    if (value)
        record.fields.append({name, jsonString(*value)});
}

Meanings meaningsOf(const MediaRecord &record, const QString &zone)
{
    Meanings meanings;
    for (const ReadableField &field : readableFields(record, zone))
        meanings.insert(field.name.toLower(), inOurLanguage(field.meaning));
    return meanings;
}

void describe(AssetChanges &result, const MediaRecord &record, const QString &zone)
{
    result.fields = readableFields(record, zone);
    result.fieldCount = result.fields.size();
    result.fields.resize(qMin<qsizetype>(result.fields.size(), AssetChanges::kMostFields));
    result.warnings = record.warnings;
}

void compare(AssetChanges &result, const MediaRecord &record, const DeliveryDetail &detail)
{
    const auto before = parseRecord(detail.lastSent->data, detail.lastSent->dataContentType);
    if (!before) {
        result.kind = Kind::NothingToMatch;
        result.problem = before.error().detail;
        return;
    }
    const QList<FieldChange> changes = changesBetween(*before, record);
    result.kind = changes.isEmpty() ? Kind::Same : Kind::Different;
    result.changes = readableChanges(changes, detail.projectZone);
    result.shown = triggersShownBy(changes);
}

} // namespace

QList<ReadableChange> readableChanges(const QList<FieldChange> &changes, const QString &zone)
{
    MediaRecord before;
    MediaRecord after;
    for (const FieldChange &change : changes) {
        append(before, change.name, change.before);
        append(after, change.name, change.after);
    }
    const Meanings then = meaningsOf(before, zone);
    const Meanings now = meaningsOf(after, zone);
    QList<ReadableChange> readable;
    readable.reserve(changes.size());
    for (const FieldChange &change : changes) {
        const QByteArray name = change.name.toLower();
        readable.append({change, then.value(name), now.value(name)});
    }
    return readable;
}

AssetChanges assetChanges(const DeliveryDetail &detail)
{
    AssetChanges result;
    result.against = detail.lastSentBy;
    result.replay = detail.row.delivery.replayOf.isValid();
    result.reported = reportedBy(detail.events);
    const MediaEvent *event = carriedEvent(detail);
    if (!event || event->data.isEmpty()) {
        result.kind = event || detail.events.isEmpty() ? Kind::NoRecord : Kind::Elsewhere;
        return result;
    }
    const auto record = parseRecord(event->data, event->dataContentType);
    if (!record) {
        result.kind = Kind::Unreadable;
        result.problem = record.error().detail;
        return result;
    }
    describe(result, *record, detail.projectZone);
    if (detail.lastSent)
        compare(result, *record, detail);
    else
        result.kind = Kind::FirstTime;
    return result;
}

} // namespace callboard
