#include "core/store/filter/filternumbers.h"

#include "core/store/filter/filtervalues.h"

namespace callboard {

QStringList formsOf(FilterKey key)
{
    const auto list = [](std::initializer_list<const char *> forms) {
        QStringList all;
        for (const char *form : forms)
            all.append(QString::fromLatin1(form));
        return all;
    };
    switch (key) {
    case FilterKey::Code: return list({"503", "5xx", "500..599", "none"});
    case FilterKey::Duration: return list({"dur>2s", "dur<=500ms", "dur:1s..5s"});
    case FilterKey::Since:
    case FilterKey::Until: return list({"24h", "7d", "today", "2026-11-22", "2026-11-22T10:00"});
    case FilterKey::Ended: return list({"24h", "today", "2026-11-22T10:00", "2026-11-22..2026-11-23"});
    default: return list({"3", "3..5"});
    }
}

std::optional<NumberRange> numbersOf(FilterKey key, const QString &relation, const QString &text, Timestamp now)
{
    switch (key) {
    case FilterKey::Code: return codeRange(relation, text);
    case FilterKey::Duration: return durationRange(relation, text);
    case FilterKey::Ended: return momentRange(relation, text, now);
    case FilterKey::Since: return momentRange(QStringLiteral(">="), text, now);
    case FilterKey::Until: return momentRange(QStringLiteral("<"), text, now);
    case FilterKey::Id: // a webhook-id ends in the number
        return numberRange(relation, text.startsWith(QLatin1String("dl_")) ? text.section(u'_', -1) : text);
    default: return numberRange(relation, text);
    }
}

DeliveryCondition::Field fieldOf(FilterKey key)
{
    using Field = DeliveryCondition::Field;
    switch (key) {
    case FilterKey::Code: return Field::Code;
    case FilterKey::Duration: return Field::Duration;
    case FilterKey::Tries: return Field::Tries;
    case FilterKey::Id: return Field::Id;
    case FilterKey::Replayed: return Field::Replayed;
    case FilterKey::Ended: return Field::Ended;
    default: return Field::Created;
    }
}

} // namespace callboard
