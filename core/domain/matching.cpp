#include "core/domain/matching.h"

#include "core/domain/encoder.h"

namespace callboard {

namespace {

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
        return QStringLiteral("out of scope: it is for asset %1 only").arg(scope.id);
    return QStringLiteral("out of scope: it is for project %1, the event's is %2")
        .arg(scope.id, event.project.isEmpty() ? QStringLiteral("none") : event.project);
}

} // namespace

MatchVerdict matchTarget(const CallbackTarget &target, const MediaEvent &event)
{
    const QLatin1String flag = info(event.trigger).flag;
    switch (refusalOf(target, event)) {
    case Refusal::None: break;
    case Refusal::Disabled: return {false, QStringLiteral("the target is disabled")};
    case Refusal::OnlyARecord:
        return {false, QStringLiteral("a record arrived without an event, and nothing it shows has changed")};
    case Refusal::EncodersOwn:
        return {false, QStringLiteral("its source is the encoder, which sends this callback itself")};
    case Refusal::NotFromEncoder:
        return {false, QStringLiteral("it relays what the encoder says, and this event is not the encoder's")};
    case Refusal::OutOfScope: return {false, outOfScope(target.scope, event)};
    case Refusal::TriggerOff: return {false, flag + QStringLiteral(" is off")};
    }
    return {true, flag + QStringLiteral(" is on")};
}

bool wants(const CallbackTarget &target, const MediaEvent &event)
{
    return refusalOf(target, event) == Refusal::None;
}

} // namespace callboard
