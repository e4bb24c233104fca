#include "core/store/filter/filterlanguage.h"

#include "core/store/filter/filternumbers.h"
#include "core/store/filter/filterterm.h"
#include "core/store/filter/filtervalues.h"

#include <algorithm>

namespace callboard {

namespace {

using Field = DeliveryCondition::Field;
using Kind = FilterProblem::Kind;

class Reading {
public:
    Reading(const QString &text, const FilterTargets &targets, Timestamp now)
        : m_text(text)
        , m_targets(targets)
        , m_now(now)
    {
    }

    ParsedFilter run()
    {
        for (const FilterTerm &term : filterTerms(m_text)) {
            if (isTooMuch(term))
                return std::move(m_result);
            if (term.key.isEmpty())
                takeFree(term);
            else
                takeKeyed(term);
        }
        endPhrase();
        return std::move(m_result);
    }

private:
    // Each value and each condition makes the statement deeper, and SQLite takes no more than a thousand deep.
    bool isTooMuch(const FilterTerm &term)
    {
        m_values += term.key.isEmpty() ? 0 : term.values.size(); // free words are one text
        if (m_values <= kMostFilterValues && m_result.filter.conditions.size() < kMostFilterConditions)
            return false;
        m_result.problems.append({Kind::TooMany, term.from, term.length, term.key, {}, {}, false});
        return true;
    }

    void takeFree(const FilterTerm &term)
    {
        if (term.values.isEmpty()) {
            m_result.problems.append({Kind::NothingDenied, term.from, term.length, {}, {}, {}, true});
            return;
        }
        const FilterValue &value = term.values.constFirst();
        if (!value.quoted && value.text == QLatin1String("marked")) {
            endPhrase();
            takeFlag(term, Field::Marked);
        } else if (!value.closed) {
            complain(Kind::OpenQuote, {}, value);
        } else if (!term.negated && !value.quoted) {
            m_phrase += m_phrase.isEmpty() ? value.text : u' ' + value.text;
        } else {
            endPhrase();
            addText(term, value.text);
        }
    }

    // Words behind one another are one text, as they were written.
    void endPhrase()
    {
        if (!m_phrase.isEmpty())
            addText({}, std::exchange(m_phrase, {}));
    }

    void addText(const FilterTerm &term, const QString &text)
    {
        if (text.isEmpty())
            return;
        if (!term.negated && m_result.filter.text.isEmpty()) {
            m_result.filter.text = text;
            return;
        }
        const QString source = term.negated ? sourceOf(term)
                                            : inQuotes(text); // never one text with what stands beside it
        m_result.filter.conditions.append({Field::Text, term.negated, {}, {text}, source});
    }

    void takeKeyed(const FilterTerm &term)
    {
        endPhrase();
        const auto key = filterKeyFrom(term.key);
        if (!key) {
            QStringList known = filterKeyWords();
            known.removeLast(); // “not” is no key
            for (QString &word : known)
                word.remove(u':').remove(u'>').remove(u'~');
            m_result.problems.append(
                {Kind::UnknownKey, term.keyFrom, term.key.size(), term.key, term.key, known, false});
            return;
        }
        if (!takesRelation(*key, term.relation)) {
            m_result.problems.append({Kind::BadRelation, term.keyFrom, term.key.size() + term.relation.size(), term.key,
                                      term.relation, QString(info(*key).relations).split(u' '), isLast(term.end())});
            return;
        }
        for (const FilterValue &value : term.values) {
            if (!value.closed)
                return complain(Kind::OpenQuote, term.key, value);
            if (value.text.isEmpty())
                return complain(Kind::MissingValue, term.key, value, knownWords(*key));
        }
        takeValues(term, *key);
    }

    void takeValues(const FilterTerm &term, FilterKey key)
    {
        switch (key) {
        case FilterKey::State: return takeStates(term);
        case FilterKey::Event: return takeEvents(term);
        case FilterKey::Target: return takeTargets(term);
        case FilterKey::Is: return takeIs(term);
        case FilterKey::Asset: return takePatterns(term, Field::Asset, term.relation == u'~');
        case FilterKey::Cause: return takePatterns(term, Field::Cause, term.relation == u'~');
        case FilterKey::Error: return takePatterns(term, Field::Error, true);
        case FilterKey::Note: return takePatterns(term, Field::Note, true);
        case FilterKey::Body: return takeBodies(term);
        default: return takeNumbers(term, key);
        }
    }

    void takeStates(const FilterTerm &term)
    {
        QList<NumberRange> ranges;
        for (const FilterValue &value : term.values) {
            const auto state = deliveryStateFrom(value.text.toLower());
            if (!state)
                return complain(Kind::UnknownValue, term.key, value, filterWords(FilterKey::State));
            ranges.append({qint64(*state), qint64(*state)});
        }
        if (term.negated || !m_result.filter.states.isEmpty())
            return add(term, Field::State, ranges);
        for (const DeliveryState state : kAllDeliveryStates) {
            if (ranges.contains(NumberRange{qint64(state), qint64(state)}))
                m_result.filter.states.append(state);
        }
    }

    void takeEvents(const FilterTerm &term)
    {
        bool numbers = false;
        QList<NumberRange> ranges;
        for (const FilterValue &value : term.values) {
            const qint64 number = value.text.toLongLong(&numbers);
            if (numbers && term.values.size() == 1 && number > 0) {
                ranges.append({number, number});
                break;
            }
            const auto trigger = triggerNamed(value.text);
            if (!trigger)
                return complain(Kind::UnknownValue, term.key, value, filterWords(FilterKey::Event));
            ranges.append({qint64(*trigger), qint64(*trigger)});
        }
        if (numbers && !term.negated && !m_result.filter.event.isValid())
            m_result.filter.event = EventId{ranges.constFirst().from};
        else
            add(term, numbers ? Field::Event : Field::Trigger, ranges);
    }

    [[nodiscard]] static std::optional<Trigger> triggerNamed(const QString &text)
    {
        for (const TriggerInfo &entry : allTriggers()) {
            for (const QLatin1String word : {entry.word, entry.option, entry.flag, entry.eventType}) {
                if (text.compare(word, Qt::CaseInsensitive) == 0)
                    return entry.trigger;
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<TargetId> targetNamed(const QString &text) const
    {
        for (const FilterTarget &target : m_targets) {
            if (target.name.compare(text, Qt::CaseInsensitive) == 0)
                return target.id;
        }
        bool isNumber = false;
        const qint64 id = text.mid(text.startsWith(u'#') ? 1 : 0).toLongLong(&isNumber);
        return isNumber && id > 0 ? std::optional(TargetId{id}) : std::nullopt;
    }

    void takeTargets(const FilterTerm &term)
    {
        const bool patterns = term.relation == u'~'
            || std::any_of(term.values.begin(), term.values.end(),
                           [](const FilterValue &value) { return !value.quoted && value.text.contains(u'*'); });
        if (patterns)
            return takePatterns(term, Field::TargetName, term.relation == u'~');
        QList<NumberRange> ranges;
        for (const FilterValue &value : term.values) {
            const auto target = targetNamed(value.text);
            if (!target)
                return complain(Kind::UnknownValue, term.key, value, knownWords(FilterKey::Target));
            ranges.append({target->value, target->value});
        }
        if (ranges.size() == 1 && !term.negated && !m_result.filter.target.isValid())
            m_result.filter.target = TargetId{ranges.constFirst().from};
        else
            add(term, Field::Target, ranges);
    }

    void takeIs(const FilterTerm &term)
    {
        static constexpr Field kFlags[] = {Field::Marked, Field::Noted, Field::Doubt, Field::Replay};
        const FilterValue &value = term.values.constFirst();
        const qsizetype at = filterWords(FilterKey::Is).indexOf(value.text.toLower());
        if (at < 0 || term.values.size() > 1)
            return complain(Kind::UnknownValue, term.key, at < 0 ? value : term.values[1], filterWords(FilterKey::Is));
        takeFlag(term, kFlags[at]);
    }

    void takeFlag(const FilterTerm &term, Field flag)
    {
        if (flag == Field::Marked && !term.negated)
            m_result.filter.marked = true;
        else
            add(term, flag, {});
    }

    void takePatterns(const FilterTerm &term, Field field, bool inside)
    {
        const FilterValue &first = term.values.constFirst();
        const bool exact = term.values.size() == 1 && !term.negated && !inside
            && (first.quoted || !first.text.contains(u'*'));
        QString *simple = field == Field::Asset ? &m_result.filter.asset
            : field == Field::Cause             ? &m_result.filter.cause
                                                : nullptr;
        if (exact && simple && simple->isEmpty()) {
            *simple = first.text;
            return;
        }
        QStringList words;
        for (const FilterValue &value : term.values)
            words.append(simple ? globPattern(value.text, value.quoted, inside)
                                : likePattern(value.text, value.quoted, inside));
        add(term, field, {}, words);
    }

    void takeBodies(const FilterTerm &term)
    {
        QStringList words;
        for (const FilterValue &value : term.values)
            words.append(value.text);
        add(term, Field::Body, {}, words);
    }

    void takeNumbers(const FilterTerm &term, FilterKey key)
    {
        QList<NumberRange> ranges;
        for (const FilterValue &value : term.values) {
            const auto range = numbersOf(key, term.relation, value.text, m_now);
            if (!range)
                return complain(Kind::BadValue, term.key, value, formsOf(key));
            ranges.append(*range);
        }
        if (!takeTime(term, key, ranges))
            add(term, fieldOf(key), ranges);
    }

    // The first of each kind is what the filter has a place of its own for.
    bool takeTime(const FilterTerm &term, FilterKey key, const QList<NumberRange> &ranges)
    {
        const bool ended = key == FilterKey::Ended;
        if ((!ended && key != FilterKey::Since && key != FilterKey::Until) || term.negated || ranges.size() > 1)
            return false;
        const NumberRange all;
        const NumberRange &range = ranges.constFirst();
        auto &since = ended ? m_result.filter.endedSince : m_result.filter.since;
        auto &until = ended ? m_result.filter.endedUntil : m_result.filter.until;
        if ((range.from != all.from && since) || (range.to != all.to && until))
            return false;
        if (range.from != all.from)
            since = Timestamp(Milliseconds(range.from));
        if (range.to != all.to)
            until = Timestamp(Milliseconds(range.to + 1));
        return true;
    }

    void add(const FilterTerm &term, Field field, const QList<NumberRange> &ranges, const QStringList &words = {})
    {
        m_result.filter.conditions.append({field, term.negated, ranges, words, sourceOf(term)});
    }

    [[nodiscard]] QString sourceOf(const FilterTerm &term) const { return m_text.mid(term.from, term.length); }
    [[nodiscard]] bool isLast(qsizetype end) const { return end >= m_text.size(); }

    [[nodiscard]] QStringList knownWords(FilterKey key) const
    {
        if (key != FilterKey::Target)
            return filterWords(key);
        QStringList names;
        for (const FilterTarget &target : m_targets)
            names.append(target.name);
        return names;
    }

    void complain(Kind kind, const QString &key, const FilterValue &value, const QStringList &known = {})
    {
        FilterProblem problem{
            kind, value.from, value.length, key, value.text, known, isLast(value.from + value.length)};
        if (kind == Kind::UnknownValue) {
            problem.unfinished &= std::any_of(known.begin(), known.end(), [&](const QString &word) {
                return word.startsWith(value.text, Qt::CaseInsensitive);
            });
        }
        m_result.problems.append(problem);
    }

    const QString &m_text;
    const FilterTargets &m_targets;
    Timestamp m_now;
    QString m_phrase;
    qsizetype m_values = 0; // behind keys
    ParsedFilter m_result;
};

} // namespace

ParsedFilter parseFilter(const QString &text, const FilterTargets &targets, Timestamp now)
{
    return Reading(text, targets, now).run();
}

} // namespace callboard
