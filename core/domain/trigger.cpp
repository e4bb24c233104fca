#include "core/domain/trigger.h"

#include <QStringList>

#include <array>
#include <bit>

namespace callboard {

namespace {

constexpr std::array<TriggerInfo, 7> kTriggers{{
    {Trigger::Success, QLatin1String("onSuccess"), QLatin1String("media.asset.published"), QLatin1String("success"),
     QLatin1String("published")},
    {Trigger::Failure, QLatin1String("onFailure"), QLatin1String("media.asset.failed"), QLatin1String("failure"),
     QLatin1String("failed")},
    {Trigger::Progress, QLatin1String("onProgressEncoding"), QLatin1String("media.encoding.progress"),
     QLatin1String("progress"), QLatin1String("progress")},
    {Trigger::Rating, QLatin1String("onRating"), QLatin1String("media.file.rated"), QLatin1String("rating"),
     QLatin1String("rated")},
    {Trigger::Moderation, QLatin1String("onModeration"), QLatin1String("media.file.moderated"),
     QLatin1String("moderation"), QLatin1String("moderated")},
    {Trigger::Transcode, QLatin1String("onTranscode"), QLatin1String("media.file.transcoded"),
     QLatin1String("transcode"), QLatin1String("transcoded")},
    {Trigger::External, QLatin1String("onExternalCallback"), QLatin1String("media.external.callback"),
     QLatin1String("external"), QLatin1String("external")},
}};

template <class Member>
std::optional<Trigger> find(Member member, QStringView text)
{
    for (const TriggerInfo &entry : kTriggers) {
        if (text == entry.*member)
            return entry.trigger;
    }
    return std::nullopt;
}

} // namespace

std::span<const TriggerInfo> allTriggers()
{
    return kTriggers;
}

const TriggerInfo &info(Trigger trigger)
{
    return kTriggers[static_cast<size_t>(trigger)];
}

std::optional<Trigger> triggerForEventType(QStringView type)
{
    return find(&TriggerInfo::eventType, type);
}

std::optional<Trigger> triggerForOption(QStringView option)
{
    return find(&TriggerInfo::option, option);
}

int TriggerSet::count() const
{
    return std::popcount(m_bits);
}

QString optionList(TriggerSet triggers)
{
    QStringList words;
    for (const TriggerInfo &each : allTriggers()) {
        if (triggers.has(each.trigger))
            words.append(each.option);
    }
    return words.join(u',');
}

std::optional<TriggerSet> triggersFrom(const QString &list)
{
    TriggerSet triggers;
    for (const QString &word : list.split(u',', Qt::SkipEmptyParts)) {
        const auto trigger = triggerForOption(word.trimmed());
        if (!trigger)
            return std::nullopt;
        triggers.set(*trigger, true);
    }
    return triggers;
}

} // namespace callboard
