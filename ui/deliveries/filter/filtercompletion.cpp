#include "ui/deliveries/filter/filtercompletion.h"

#include "core/store/filter/filterterm.h"

namespace callboard {

namespace {

QStringList beginningWith(const QStringList &words, const QString &typed)
{
    QStringList fitting;
    for (const QString &word : words) {
        if (word.startsWith(typed, Qt::CaseInsensitive) && word.size() > typed.size())
            fitting.append(word);
    }
    return fitting;
}

QStringList valuesOf(FilterKey key, const FilterTargets &targets, const QStringList &causes)
{
    if (key == FilterKey::Cause)
        return causes;
    if (key != FilterKey::Target)
        return filterWords(key);
    QStringList names;
    for (const FilterTarget &target : targets)
        names.append(target.name);
    return names;
}

} // namespace

FilterCompletion completeFilter(const QString &text, qsizetype cursor, const FilterTargets &targets,
                                const QStringList &causes)
{
    const QList<FilterTerm> terms = filterTerms(text.left(cursor));
    if (terms.isEmpty() || terms.constLast().end() < cursor || terms.constLast().values.isEmpty())
        return {};
    const FilterTerm &term = terms.constLast();
    const FilterValue &value = term.values.constLast();
    if (term.key.isEmpty()) {
        if (value.quoted)
            return {};
        return {value.from, beginningWith(filterKeyWords(), value.text)};
    }
    const auto key = filterKeyFrom(term.key);
    if (!key || (value.quoted && value.closed))
        return {};
    QStringList words;
    for (const QString &word : beginningWith(valuesOf(*key, targets, causes), value.text))
        words.append(quotedForFilter(word));
    return {value.from, words};
}

} // namespace callboard
