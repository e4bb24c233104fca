// The seven reasons for a callback: LightFlow's three flags (seeds/lightflow-callbacks.txt, lines 85-93) and Spark's
// four events (seeds/spark-media-callback.txt, lines 7-10), each with its spelling in every vocabulary.
#pragma once

#include <QLatin1String>
#include <QString>

#include <initializer_list>
#include <optional>
#include <span>

namespace callboard {

enum class Trigger : quint8 {
    Success = 0,
    Failure = 1,
    Progress = 2,
    Rating = 3,
    Moderation = 4,
    Transcode = 5,
    External = 6,
};

struct TriggerInfo {
    Trigger trigger;
    QLatin1String flag;      // the documents' name: onSuccess
    QLatin1String eventType; // CloudEvents type: media.asset.published
    QLatin1String option;    // command line: success
    QLatin1String word;      // what a list shows: published
};

[[nodiscard]] std::span<const TriggerInfo> allTriggers();
[[nodiscard]] const TriggerInfo &info(Trigger trigger);
[[nodiscard]] std::optional<Trigger> triggerForEventType(QStringView type);
[[nodiscard]] std::optional<Trigger> triggerForOption(QStringView option);

class TriggerSet {
public:
    constexpr TriggerSet() = default;
    constexpr TriggerSet(std::initializer_list<Trigger> triggers)
    {
        for (Trigger trigger : triggers)
            set(trigger, true);
    }
    static constexpr TriggerSet fromBits(quint32 bits)
    {
        TriggerSet s;
        s.m_bits = bits & 0x7F;
        return s;
    }

    [[nodiscard]] constexpr bool has(Trigger trigger) const { return (m_bits & bit(trigger)) != 0; }
    constexpr void set(Trigger trigger, bool on) { m_bits = on ? (m_bits | bit(trigger)) : (m_bits & ~bit(trigger)); }
    [[nodiscard]] constexpr bool isEmpty() const { return m_bits == 0; }
    [[nodiscard]] int count() const;
    [[nodiscard]] constexpr quint32 bits() const { return m_bits; }
    constexpr bool operator==(const TriggerSet &) const = default;

private:
    static constexpr quint32 bit(Trigger trigger) { return 1U << static_cast<unsigned>(trigger); }
    quint32 m_bits = 0;
};

// "rating,moderation", in the order of the triggers; an unknown word: empty optional.
[[nodiscard]] QString optionList(TriggerSet triggers);
[[nodiscard]] std::optional<TriggerSet> triggersFrom(const QString &list);

} // namespace callboard
