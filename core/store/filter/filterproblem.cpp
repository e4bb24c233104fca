#include "core/store/filter/filterproblem.h"

namespace callboard {

namespace {

constexpr qsizetype kMostNamed = 18; // all keys; targets may be many

QString named(const QStringList &known)
{
    const QString list = known.first(qMin(kMostNamed, known.size())).join(QLatin1String(", "));
    return known.size() > kMostNamed ? list + QStringLiteral(", …") : list;
}

} // namespace

QString FilterProblem::sentence() const
{
    switch (kind) {
    case Kind::UnknownKey:
        return tr("There is no “%1”. Known are %2; text that has a colon goes in quotation marks.")
            .arg(word, named(known));
    case Kind::UnknownValue:
        return known.isEmpty() ? tr("There is no %1 “%2”.").arg(key, word)
                               : tr("There is no %1 “%2”. Known are %3.").arg(key, word, named(known));
    case Kind::BadValue: return tr("%1 can't be “%2”. It takes %3.").arg(key, word, named(known));
    case Kind::BadRelation: return tr("“%1” does not go with %2. It takes %3.").arg(word, key, known.join(u' '));
    case Kind::MissingValue:
        return known.isEmpty() ? tr("What should %1 be?").arg(key)
                               : tr("What should %1 be? Known are %2.").arg(key, named(known));
    case Kind::OpenQuote: return tr("A quotation mark is missing at the end of “%1”.").arg(word);
    case Kind::NothingDenied: return tr("What should not be?");
    case Kind::TooMany:
        return tr("That is too much at once: a filter takes at most %1 values and %2 conditions.")
            .arg(kMostFilterValues)
            .arg(kMostFilterConditions);
    }
    return {};
}

} // namespace callboard
