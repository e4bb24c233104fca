
#include "ui/targets/together/targetedit.h"
#include "ui/look/recorded.h"

#include <QCoreApplication>

namespace callboard {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(callboard::TargetEdit)
};

void apply(const HeaderEdit &edit, HeaderList &headers)
{
    qsizetype place = -1;
    for (qsizetype row = headers.size() - 1; row >= 0; --row) {
        if (headers[row].name.compare(edit.header.name, Qt::CaseInsensitive) != 0)
            continue;
        headers.removeAt(row);
        place = row;
    }
    if (!edit.remove)
        headers.insert(place < 0 ? headers.size() : place, edit.header);
}

} // namespace

bool TargetEdit::isEmpty() const
{
    return !state && on.isEmpty() && off.isEmpty() && !method && !totalTimeout && !retry && !rate && !maxInFlight
        && !header;
}

CallbackTarget edited(CallbackTarget target, const TargetEdit &edit)
{
    if (edit.state && *edit.state != target.state) {
        target.state = *edit.state;
        target.stateReason.clear();
    }
    target.triggers = TriggerSet::fromBits((target.triggers.bits() | edit.on.bits()) & ~edit.off.bits());
    target.method = edit.method.value_or(target.method);
    target.totalTimeout = edit.totalTimeout.value_or(target.totalTimeout);
    target.retry = edit.retry.value_or(target.retry);
    target.rate = edit.rate.value_or(target.rate);
    target.maxInFlight = edit.maxInFlight.value_or(target.maxInFlight);
    if (edit.header)
        apply(*edit.header, target.headers);
    return target;
}

QList<CallbackTarget> changedBy(const QList<CallbackTarget> &targets, const TargetEdit &edit)
{
    QList<CallbackTarget> changed;
    for (const CallbackTarget &target : targets) {
        if (CallbackTarget after = edited(target, edit); after != target)
            changed.append(after);
    }
    return changed;
}

QString problemWith(const QList<CallbackTarget> &targets)
{
    for (const CallbackTarget &target : targets) {
        for (const FieldProblem &problem : validate(target)) {
            if (problem.blocking)
                return Words::tr("“%1”: %2").arg(target.name, inOurLanguage(problem.text));
        }
    }
    return {};
}

QStringList wordsOf(const TargetEdit &edit)
{
    QStringList words;
    const auto say = [&words](bool changed, const QString &word) {
        if (changed)
            words.append(word);
    };
    say(edit.state.has_value(), Words::tr("state"));
    say(!edit.on.isEmpty() || !edit.off.isEmpty(), Words::tr("events"));
    say(edit.method.has_value(), Words::tr("method"));
    say(edit.totalTimeout.has_value(), Words::tr("time-out"));
    say(edit.retry.has_value(), Words::tr("retry"));
    say(edit.rate.has_value(), Words::tr("rate"));
    say(edit.maxInFlight.has_value(), Words::tr("in flight"));
    say(edit.header.has_value(), edit.header ? Words::tr("header “%1”").arg(edit.header->header.name) : QString());
    return words;
}

} // namespace callboard
