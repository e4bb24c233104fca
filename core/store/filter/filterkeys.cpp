#include "core/store/filter/filterkeys.h"

#include "core/domain/delivery.h"

#include <array>
#include <utility>

namespace callboard {

namespace {

using L = QLatin1String;

constexpr std::array<FilterKeyInfo, 17> kKeys{{
    {FilterKey::State, L("state"), L(":"), L("failed")},
    {FilterKey::Target, L("target"), L(": ~"), L("cms")},
    {FilterKey::Asset, L("asset"), L(": ~"), L("T1S03")},
    {FilterKey::Event, L("event"), L(":"), L("published")},
    {FilterKey::Cause, L("cause"), L(": ~"), L("timeout")},
    {FilterKey::Code, L("code"), L(": < <= > >="), L("5xx")},
    {FilterKey::Duration, L("dur"), L(": < <= > >="), L("2s")},
    {FilterKey::Tries, L("tries"), L(": < <= > >="), L("3")},
    {FilterKey::Since, L("since"), L(":"), L("24h")},
    {FilterKey::Until, L("until"), L(":"), L("1h")},
    {FilterKey::Ended, L("ended"), L(": < <= > >="), L("24h")},
    {FilterKey::Id, L("id"), L(": < <= > >="), L("4711")},
    {FilterKey::Error, L("error"), L(": ~"), L("\"timed out\"")},
    {FilterKey::Note, L("note"), L(": ~"), L("\"asked the CMS\"")},
    {FilterKey::Body, L("body"), L(": ~"), L("\"T1S03\"")},
    {FilterKey::Is, L("is"), L(":"), L("replay")},
    {FilterKey::Replayed, L("replayed"), L(": < <= > >="), L("4711")},
}};

constexpr std::array<std::pair<L, FilterKey>, 6> kOtherSpellings{{
    {L("status"), FilterKey::Code},
    {L("duration"), FilterKey::Duration},
    {L("attempts"), FilterKey::Tries},
    {L("trigger"), FilterKey::Event},
    {L("delivery"), FilterKey::Id},
    {L("payload"), FilterKey::Body},
}};

QStringList list(std::initializer_list<const char *> words)
{
    QStringList all;
    for (const char *word : words)
        all.append(QLatin1String(word));
    return all;
}

} // namespace

std::span<const FilterKeyInfo> allFilterKeys()
{
    return kKeys;
}

const FilterKeyInfo &info(FilterKey key)
{
    return kKeys[size_t(key)];
}

std::optional<FilterKey> filterKeyFrom(QStringView word)
{
    for (const FilterKeyInfo &entry : kKeys) {
        if (word == entry.word)
            return entry.key;
    }
    for (const auto &[spelling, key] : kOtherSpellings) {
        if (word == spelling)
            return key;
    }
    return std::nullopt;
}

bool takesRelation(FilterKey key, const QString &relation)
{
    return QString(info(key).relations).split(u' ').contains(relation);
}

QStringList filterWords(FilterKey key)
{
    QStringList words;
    switch (key) {
    case FilterKey::State:
        for (const DeliveryState state : kAllDeliveryStates)
            words.append(toString(state));
        return words;
    case FilterKey::Event:
        for (const TriggerInfo &trigger : allTriggers())
            words.append(trigger.word);
        return words;
    case FilterKey::Code: return list({"2xx", "3xx", "4xx", "5xx", "none"});
    case FilterKey::Is: return list({"marked", "noted", "doubt", "replay"});
    case FilterKey::Since:
    case FilterKey::Until:
    case FilterKey::Ended: return list({"1h", "24h", "7d", "30d"});
    case FilterKey::Duration: return list({"500ms", "2s", "10s"});
    default: return {};
    }
}

QStringList filterKeyWords()
{
    QStringList words;
    for (const FilterKeyInfo &entry : kKeys) {
        const bool compares = entry.key == FilterKey::Duration || entry.key == FilterKey::Tries;
        const bool holds = entry.key == FilterKey::Body;
        words.append(entry.word + (compares ? QLatin1String(">") : holds ? QLatin1String("~") : QLatin1String(":")));
    }
    words.append(QStringLiteral("marked"));
    words.append(QStringLiteral("not "));
    return words;
}

} // namespace callboard
