#include "core/engine/matching.h"

#include "core/domain/encoder.h"

namespace callboard {

namespace {

bool inScope(const Scope &scope, const MediaEvent &event)
{
    switch (scope.kind) {
    case ScopeKind::All: return true;
    case ScopeKind::Project: return scope.id == event.project;
    case ScopeKind::Asset: return scope.id == event.asset;
    }
    return false;
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
    if (target.state == TargetState::Disabled)
        return {false, QStringLiteral("the target is disabled")};
    if (event.type == kRecordEventType)
        return {false, QStringLiteral("a record arrived without an event, and nothing it shows has changed")};
    if (!target.isOursToSend())
        return {false, QStringLiteral("its source is the encoder, which sends this callback itself")};
    if (target.source == CallbackSource::Encoder && !isFromEncoder(event.source))
        return {false, QStringLiteral("it relays what the encoder says, and this event is not the encoder's")};
    if (!inScope(target.scope, event))
        return {false, outOfScope(target.scope, event)};
    const QLatin1String flag = info(event.trigger).flag;
    if (!target.triggers.has(event.trigger))
        return {false, flag + QStringLiteral(" is off")};
    return {true, flag + QStringLiteral(" is on")};
}

} // namespace callboard
