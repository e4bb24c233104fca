#include "core/store/filter/filterlanguage.h"
#include "core/store/filter/filterterm.h"
#include "core/store/filter/filtervalues.h"

// The part of the filter's language that writes it.

namespace callboard {

namespace {

constexpr std::chrono::seconds kSameMoment{5};

bool speaksOf(const FilterTerm &term, FilterKey key)
{
    if (term.negated || term.values.isEmpty())
        return false;
    const FilterValue &value = term.values.constFirst();
    if (key != FilterKey::Is)
        return filterKeyFrom(term.key) == key && !(key == FilterKey::Event && value.text.toLongLong() > 0);
    return value.text == QLatin1String("marked") && !value.quoted
        && (term.key.isEmpty() || term.key == QLatin1String("is"));
}

// "Last hour" stays an age; any other moment is one.
QString sinceText(Timestamp since, Timestamp now)
{
    const auto hours = std::chrono::round<std::chrono::hours>(now - since);
    if (hours.count() > 0 && std::chrono::abs(now - since - hours) < kSameMoment)
        return formatDuration(hours);
    return momentText(since);
}

} // namespace

QString stateTerm(const QList<DeliveryState> &states)
{
    QStringList words;
    for (const DeliveryState state : states)
        words.append(toString(state));
    return words.isEmpty() ? QString() : QStringLiteral("state:") + words.join(u',');
}

QString targetTerm(TargetId id, const FilterTargets &targets)
{
    if (!id.isValid())
        return {};
    for (const FilterTarget &target : targets) {
        if (target.id == id)
            return valueTerm(FilterKey::Target, target.name);
    }
    return QStringLiteral("target:#%1").arg(id.value);
}

QString valueTerm(FilterKey key, const QString &value)
{
    return value.isEmpty() ? QString() : QString(info(key).word) + u':' + quotedForFilter(value);
}

QString filterText(const DeliveryFilter &filter, const FilterTargets &targets, Timestamp now)
{
    QStringList terms{stateTerm(filter.states), targetTerm(filter.target, targets),
                      valueTerm(FilterKey::Asset, filter.asset), valueTerm(FilterKey::Cause, filter.cause)};
    if (filter.event.isValid())
        terms.append(QStringLiteral("event:%1").arg(filter.event.value));
    if (filter.since)
        terms.append(QStringLiteral("since:")
                     + (filter.until ? momentText(*filter.since) : sinceText(*filter.since, now)));
    if (filter.until)
        terms.append(QStringLiteral("until:") + momentText(*filter.until));
    if (filter.endedSince && !filter.endedUntil)
        terms.append(QStringLiteral("ended:") + sinceText(*filter.endedSince, now));
    else if (filter.endedUntil)
        terms.append(
            QStringLiteral("ended:%1..%2")
                .arg(filter.endedSince ? momentText(*filter.endedSince) : QString(), momentText(*filter.endedUntil)));
    if (filter.marked)
        terms.append(QStringLiteral("marked"));
    for (const DeliveryCondition &condition : filter.conditions)
        terms.append(condition.source);
    if (!filter.text.isEmpty())
        terms.append(quotedForFilter(filter.text));
    terms.removeAll({});
    return terms.join(u' ');
}

QString withTerm(const QString &text, FilterKey key, const QString &term)
{
    QString result = text;
    bool placed = term.isEmpty();
    QList<FilterTerm> present;
    for (const FilterTerm &each : filterTerms(text)) {
        if (speaksOf(each, key))
            present.append(each);
    }
    for (auto it = present.crbegin(); it != present.crend(); ++it) { // from the end, so that places stay true
        const bool here = !placed && std::next(it) == present.crend();
        qsizetype length = it->length;
        if (!here && result.size() > it->end() && result[it->end()].isSpace())
            ++length;
        result.replace(it->from, length, here ? term : QString());
        placed = placed || here;
    }
    if (!placed)
        result = result.trimmed().isEmpty() ? term : term + u' ' + result; // in front: the end may stand in quotes
    return !present.isEmpty() && term.isEmpty() ? result.trimmed() : result;
}

} // namespace callboard
