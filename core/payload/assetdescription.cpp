#include "core/payload/assetrequest.h"

#include "core/payload/lightflowcodec.h"
#include "core/payload/mediarecord.h"
#include "core/payload/record/jsontokens.h"
#include "core/payload/record/vocabulary.h"

#include <QSet>

namespace callboard {

namespace {

MediaRecord read(const QByteArray &bytes, const QString &contentType)
{
    return bytes.isEmpty() ? MediaRecord() : parseRecord(bytes, contentType).value_or(MediaRecord());
}

// A record, and what only the published one says: an event need not repeat the name.
MediaRecord completed(MediaRecord record, const MediaRecord &published)
{
    QSet<QByteArray> names;
    for (const RecordField &field : record.fields)
        names.insert(field.name.toLower());
    for (const RecordField &field : published.fields) {
        if (!names.contains(field.name.toLower()))
            record.fields.append(field);
        else if (!record.has(field.name))
            record.set(field.name, field.raw);
    }
    return record;
}

MediaRecord everythingKnown(const MediaAsset &asset)
{
    return completed(read(asset.presentRecord(), asset.presentType()), read(asset.record, asset.contentType));
}

QString nameIn(const MediaRecord &record)
{
    for (const char *field : {"assetName", "title", "filename"}) {
        if (const QString name = record.text(field).value_or(QString()); !name.isEmpty())
            return name;
    }
    return fileNameIn(record.text("inputUrl").value_or(QString()));
}

QString statusIn(const MediaRecord &record, const MediaAsset &asset)
{
    if (const QString status = record.text("status").value_or(QString()); !status.isEmpty())
        return lightFlowStatus(status);
    const auto word = asset.latest ? statusOf(asset.latest->trigger) : std::nullopt;
    if (word)
        return *word;
    return asset.published ? QStringLiteral("queued") : QString();
}

QByteArray headersJson(const HeaderList &headers)
{
    QByteArrayList items;
    for (const Header &header : headers) {
        if (!header.enabled)
            continue;
        const bool isMasked = header.secret || looksSecret(header.name);
        items.append(writeJsonObject(
            {{"name", jsonString(header.name)}, {"value", jsonString(isMasked ? kMask : header.value)}}));
    }
    return '[' + items.join(',') + ']';
}

} // namespace

QString assetStatus(const MediaAsset &asset)
{
    return statusIn(everythingKnown(asset), asset);
}

QString assetName(const MediaAsset &asset)
{
    return nameIn(everythingKnown(asset));
}

QByteArray assetJson(const MediaAsset &asset, const QList<CallbackTarget> &callbacks)
{
    MediaRecord record = everythingKnown(asset);
    record.setText("uuid", asset.id);
    const QString status = statusIn(record, asset);
    // The codec would take a trigger's word where there is none.
    record.setText("status", status.isEmpty() ? QStringLiteral("null") : status);
    if (const QString name = nameIn(record); !name.isEmpty())
        record.setText("assetName", name);
    MediaEvent event;
    event.asset = asset.id;
    QList<RecordField> fields = readJsonObject(encodeLightFlow(record, event)).value_or(QList<RecordField>());
    QSet<QByteArray> names{"callbacks", "externalid"};
    for (RecordField &field : fields) {
        names.insert(field.name.toLower());
        if (field.name == "status" && status.isEmpty())
            field.raw = "null";
    }
    if (const QString external = record.text("externalid").value_or(QString()); !external.isEmpty())
        fields.append({"externalid", record.raw("externalid")});
    for (const RecordField &field : record.fields) {
        if (!names.contains(field.name.toLower()))
            fields.append(field);
    }
    QByteArrayList items;
    for (const CallbackTarget &target : callbacks)
        items.append(callbackJson(target));
    fields.append({"callbacks", '[' + items.join(',') + ']'});
    return writeJsonObject(fields);
}

QByteArray callbackJson(const CallbackTarget &target)
{
    const auto truth = [&](Trigger trigger) {
        return target.triggers.has(trigger) ? QByteArrayLiteral("true") : QByteArrayLiteral("false");
    };
    return writeJsonObject({{"url", jsonString(target.url)},
                            {"headers", headersJson(target.headers)},
                            {"method", jsonString(toString(target.method))},
                            {"source", jsonString(toString(target.source))},
                            {"onSuccess", truth(Trigger::Success)},
                            {"onFailure", truth(Trigger::Failure)},
                            {"onProgressEncoding", truth(Trigger::Progress)}});
}

QByteArray completedRecord(const QByteArray &record, const QByteArray &published)
{
    const auto present = readJsonObject(record);
    MediaRecord base = read(published, QStringLiteral("application/json"));
    base.fields.removeIf([](const RecordField &field) { return field.name == "status"; });
    if (!present || base.fields.isEmpty())
        return record;
    return writeJsonObject(completed(MediaRecord{*present, {}}, base).fields);
}

} // namespace callboard
