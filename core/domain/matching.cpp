#include "core/domain/matching.h"

#include "core/domain/encoder.h"

#include <QCoreApplication>

namespace callboard {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(callboard::Matching)
};

enum class Refusal { None, Disabled, OnlyARecord, EncodersOwn, NotFromEncoder, OutOfScope, TriggerOff };

bool inScope(const Scope &scope, const MediaEvent &event)
{
    switch (scope.kind) {
    case ScopeKind::All: return true;
    case ScopeKind::Project: return scope.id == event.project;
    case ScopeKind::Asset: return scope.id == event.asset;
    }
    return false;
}

Refusal refusalOf(const CallbackTarget &target, const MediaEvent &event)
{
    if (target.state == TargetState::Disabled)
        return Refusal::Disabled;
    if (event.type == kRecordEventType)
        return Refusal::OnlyARecord;
    if (!target.isOursToSend())
        return Refusal::EncodersOwn;
    if (target.source == CallbackSource::Encoder && !isFromEncoder(event.source))
        return Refusal::NotFromEncoder;
    if (!inScope(target.scope, event))
        return Refusal::OutOfScope;
    return target.triggers.has(event.trigger) ? Refusal::None : Refusal::TriggerOff;
}

QString outOfScope(const Scope &scope, const MediaEvent &event)
{
    if (scope.kind == ScopeKind::Asset)
        return Words::tr("out of scope: it is for asset %1 only").arg(scope.id);
    return Words::tr("out of scope: it is for project %1, the event's is %2")
        .arg(scope.id, event.project.isEmpty() ? Words::tr("none") : event.project);
}

} // namespace

MatchVerdict matchTarget(const CallbackTarget &target, const MediaEvent &event)
{
    const QLatin1String flag = info(event.trigger).flag;
    switch (refusalOf(target, event)) {
    case Refusal::None: break;
    case Refusal::Disabled: return {false, Words::tr("the target is disabled")};
    case Refusal::OnlyARecord:
        return {false, Words::tr("a record arrived without an event, and nothing it shows has changed")};
    case Refusal::EncodersOwn: return {false, Words::tr("its source is the encoder, which sends this callback itself")};
    case Refusal::NotFromEncoder:
        return {false, Words::tr("it relays what the encoder says, and this event is not the encoder's")};
    case Refusal::OutOfScope: return {false, outOfScope(target.scope, event)};
    case Refusal::TriggerOff: return {false, Words::tr("%1 is off").arg(flag)};
    }
    return {true, Words::tr("%1 is on").arg(flag)};
}

bool wants(const CallbackTarget &target, const MediaEvent &event)
{
    return refusalOf(target, event) == Refusal::None;
}

} // namespace callboard
