#include "core/payload/recorddiff.h"

#include "core/payload/record/jsonlayout.h"
#include "core/payload/record/jsontokens.h"

#include <QHash>

namespace callboard {

namespace {

using Texts = QHash<QByteArray, QString>;

// How a field is compared: by its text, so that 3 in JSON and <x>3</x> are the same and 1.0 and 1.00 are not.
QString textOf(const RecordField &field)
{
    if (field.raw == "null")
        return {};
    const bool isNested = field.raw.startsWith('{') || field.raw.startsWith('[');
    return jsonText(isNested ? compactJson(field.raw) : field.raw);
}

Texts textsOf(const MediaRecord &record)
{
    Texts texts;
    texts.reserve(record.fields.size());
    for (const RecordField &field : record.fields) {
        if (field.raw != "null")
            texts.insert(field.name.toLower(), textOf(field));
    }
    return texts;
}

std::optional<QString> lookUp(const Texts &texts, const QByteArray &name)
{
    const auto found = texts.constFind(name.toLower());
    return found == texts.constEnd() ? std::nullopt : std::optional<QString>(*found);
}

std::optional<Trigger> triggerShownBy(const FieldChange &change)
{
    const QString after = change.after.value_or(QString());
    const bool wasEmpty = change.before.value_or(QString()).isEmpty();
    // What vanished did not happen, and a field that turns up with 0 or nothing in it only says that it exists.
    if (after.isEmpty() || (wasEmpty && after == QLatin1String("0")))
        return std::nullopt;
    const QByteArray name = change.name.toLower();
    if (name == "rating" || name == "votecount")
        return Trigger::Rating;
    if (name == "moderationstatus" || name == "moderationdeniedid")
        return Trigger::Moderation;
    if (name == "converttime" || name == "conversiontime")
        return Trigger::Transcode;
    if (name == "externalid")
        return Trigger::External;
    if (name != "status")
        return std::nullopt;
    if (after == QLatin1String("3") || after == QLatin1String("4"))
        return Trigger::Transcode;
    if (after == QLatin1String("finished"))
        return Trigger::Success;
    return after == QLatin1String("error") ? std::optional(Trigger::Failure) : std::nullopt;
}

} // namespace

QList<FieldChange> changesBetween(const MediaRecord &before, const MediaRecord &after)
{
    const Texts old = textsOf(before);
    const Texts now = textsOf(after);
    QList<FieldChange> changes;
    const auto compare = [&](const QByteArray &name) {
        const auto was = lookUp(old, name);
        const auto is = lookUp(now, name);
        if (was.value_or(QString()) != is.value_or(QString()))
            changes.append({name, was, is});
    };
    for (const RecordField &field : after.fields)
        compare(field.name);
    for (const RecordField &field : before.fields) {
        if (!lookUp(now, field.name))
            compare(field.name);
    }
    return changes;
}

QList<Trigger> triggersShownBy(const QList<FieldChange> &changes)
{
    TriggerSet shown;
    for (const FieldChange &change : changes) {
        if (const auto trigger = triggerShownBy(change))
            shown.set(*trigger, true);
    }
    QList<Trigger> triggers;
    for (const TriggerInfo &entry : allTriggers()) {
        if (shown.has(entry.trigger))
            triggers.append(entry.trigger);
    }
    return triggers;
}

} // namespace callboard
