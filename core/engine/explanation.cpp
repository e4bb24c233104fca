#include "core/engine/explanation.h"

#include "core/domain/matching.h"
#include "core/security/networkpolicy.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

namespace callboard {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(callboard::Explanation)
};

Explained startFor(const CallbackTarget &target)
{
    Explained explained;
    explained.target = target.id;
    explained.name = target.name;
    return explained;
}

// Why nothing can go to its address; empty: it can, as far as is known without asking the network.
QString stoppedBecause(const CallbackTarget &target)
{
    if (const auto problem = urlProblem(target.url)) // of a target that was saved when it was none
        return *problem;
    if (target.isMail())
        return {};
    const QString host = QUrl(target.url).host();
    QHostAddress address;
    if (host == QLatin1String("localhost"))
        address = QHostAddress(QHostAddress::LocalHost);
    else if (!address.setAddress(host))
        return {};
    return refusal(address, target.allowPrivate).value_or(QString());
}

QString heldBecause(const CallbackTarget &target, const std::optional<PresentState> &present)
{
    if (target.state == TargetState::Paused)
        return Words::tr("the target is paused");
    if (target.state == TargetState::Gone)
        return Words::tr("its receiver said it is gone (410)");
    if (!present)
        return {};
    if (target.isMail() && !present->mailServer)
        return Words::tr("no mail server is set up");
    if (present->circuitOpen.contains(target.id))
        return Words::tr("its circuit is open after failures");
    return {};
}

QString also(const QString &reason, const QString &more)
{
    return more.isEmpty() ? reason : QString(reason + QStringLiteral("; ") + more);
}

Explained wouldBe(const CallbackTarget &target, const MatchVerdict &verdict, const std::optional<PresentState> &present)
{
    Explained explained = startFor(target);
    explained.reason = verdict.reason;
    if (!verdict.wanted)
        return explained;
    explained.joins = present ? present->joins.value(target.id) : DeliveryId{};
    const QString held = heldBecause(target, present);
    const QString stopped = stoppedBecause(target);
    explained.fate = !held.isEmpty() ? Fate::WouldBeHeld
        : !stopped.isEmpty()         ? Fate::WouldBeStopped
        : explained.joins.isValid()  ? Fate::WouldJoin
                                     : Fate::WouldBeCalled;
    explained.reason = also(also(explained.reason, held), stopped);
    if (explained.joins.isValid())
        explained.reason = also(
            explained.reason,
            Words::tr("it would join delivery %1, which has not left yet").arg(explained.joins.value));
    return explained;
}

QString attempts(int count)
{
    return count == 1 ? Words::tr("1 attempt") : Words::tr("%1 attempts").arg(count);
}

// What became of a delivery, in words.
QString story(const Delivery &delivery)
{
    switch (delivery.state) {
    case DeliveryState::Waiting: return Words::tr("its window is open, and newer events join it");
    case DeliveryState::Queued: return Words::tr("it has not left yet");
    case DeliveryState::Sending: return Words::tr("it is under way");
    case DeliveryState::Retrying:
        return Words::tr("it is tried again after %1: %2").arg(attempts(delivery.attempts), delivery.error);
    case DeliveryState::Held: return delivery.error.isEmpty() ? Words::tr("it is held") : delivery.error;
    case DeliveryState::Delivered:
        return delivery.status == 0
            ? Words::tr("delivered after %1").arg(attempts(delivery.attempts))
            : Words::tr("answered %1 after %2").arg(QString::number(delivery.status), attempts(delivery.attempts));
    case DeliveryState::Failed:
        return Words::tr("given up after %1: %2").arg(attempts(delivery.attempts), delivery.error);
    case DeliveryState::Cancelled: return delivery.error.isEmpty() ? Words::tr("it was cancelled") : delivery.error;
    }
    return {};
}

Explained carriedBy(const Delivery &delivery, const CallbackTarget &target, EventId event)
{
    Explained explained = startFor(target);
    explained.delivery = delivery;
    const QString own = story(delivery);
    if (delivery.latestEvent != event) {
        explained.fate = Fate::Merged;
        explained.reason = Words::tr("merged into delivery %1, which carries a newer state; %2")
                               .arg(QString::number(delivery.id.value), own);
    } else if (delivery.supersededBy.isValid()) {
        explained.fate = Fate::Superseded;
        explained.reason =
            Words::tr("superseded by delivery %1, which carries a newer state").arg(delivery.supersededBy.value);
    } else {
        explained.fate = Fate::Carried;
        explained.reason = own;
    }
    return explained;
}

Explained withoutDelivery(const CallbackTarget &target, const MediaEvent &event)
{
    Explained explained = startFor(target);
    const MatchVerdict verdict = matchTarget(target, event);
    explained.reason = verdict.reason;
    if (verdict.wanted) {
        explained.fate = Fate::Missing;
        explained.reason = also(verdict.reason, Words::tr("its delivery is not kept any more"));
    }
    return explained;
}

Explained fromBefore(const CallbackTarget &target)
{
    Explained explained = startFor(target);
    explained.fate = Fate::Unrecorded;
    explained.reason = Words::tr("what it wanted then is not recorded, and no delivery carries the event");
    return explained;
}

Explanation calledFirst(Explanation explanation)
{
    std::stable_partition(explanation.targets.begin(), explanation.targets.end(),
                          [](const Explained &explained) { return explained.isCalled(); });
    return explanation;
}

} // namespace

bool Explained::isCalled() const
{
    const bool cancelled = fate == Fate::Carried && delivery && delivery->state == DeliveryState::Cancelled;
    return fate < Fate::Missing && !cancelled;
}

int Explanation::calledCount() const
{
    return int(std::count_if(targets.begin(), targets.end(), [](const Explained &each) { return each.isCalled(); }));
}

int Explanation::unendedCount() const
{
    return int(std::count_if(targets.begin(), targets.end(),
                             [](const Explained &each) { return each.delivery && !isFinal(each.delivery->state); }));
}

int Explanation::unknownCount() const
{
    return int(std::count_if(targets.begin(), targets.end(), [](const Explained &each) { return each.isUnknown(); }));
}

QString toString(const Explained &explained)
{
    switch (explained.fate) {
    case Fate::WouldBeCalled: return QStringLiteral("would-call");
    case Fate::WouldJoin: return QStringLiteral("would-join");
    case Fate::WouldBeHeld: return QStringLiteral("would-hold");
    case Fate::WouldBeStopped: return QStringLiteral("would-stop");
    case Fate::Carried: return toString(explained.delivery.value_or(Delivery{}).state);
    case Fate::Merged: return QStringLiteral("merged");
    case Fate::Superseded: return QStringLiteral("superseded");
    case Fate::Missing: return QStringLiteral("missing");
    case Fate::Unrecorded: return QStringLiteral("not-recorded");
    case Fate::NotWanted: return QStringLiteral("not-wanted");
    }
    return {};
}

Explanation explainHypothetical(const QList<CallbackTarget> &targets, const MediaEvent &event,
                                const std::optional<PresentState> &present)
{
    Explanation explanation;
    explanation.event = event;
    for (const CallbackTarget &target : targets)
        explanation.targets.append(wouldBe(target, matchTarget(target, event), present));
    return explanation;
}

Explanation explainAccount(const EventAccount &account)
{
    Explanation explanation;
    explanation.event = account.event;
    QHash<TargetId, Delivery> deliveries;
    for (const Delivery &delivery : account.deliveries)
        deliveries.insert(delivery.target, delivery);
    const auto add = [&](const CallbackTarget &target, auto otherwise) {
        const auto found = deliveries.constFind(target.id);
        explanation.targets.append(found == deliveries.constEnd() ? otherwise(target)
                                                                  : carriedBy(*found, target, account.event.id));
    };
    for (const CallbackTarget &target : account.targets)
        add(target, [&](const CallbackTarget &each) { return withoutDelivery(each, account.event); });
    for (const CallbackTarget &target : account.unrecorded)
        add(target, fromBefore);
    return explanation;
}

Result<Explanation> explainEvent(const WorkspaceReader &reader, EventId event)
{
    return reader.account(event).map(explainAccount).map(calledFirst);
}

Result<Explanation> explainNewest(const WorkspaceReader &reader, const QString &asset)
{
    return reader.asset(asset).and_then([&](const MediaAsset &found) -> Result<Explanation> {
        if (!found.latest)
            return fail(ErrorCode::NotFound, Words::tr("Nothing has happened to asset “%1” yet.").arg(asset));
        return explainEvent(reader, found.latest->id);
    });
}

Result<Explanation> explainEvent(const WorkspaceReader &reader, const MediaEvent &event)
{
    const auto known = reader.eventId(event.source, event.sourceId);
    if (!known)
        return tl::unexpected(known.error());
    if (*known)
        return explainEvent(reader, **known).map([&event](Explanation explanation) {
            explanation.contradicts = explanation.event.fingerprint() != event.fingerprint();
            return explanation;
        });
    return reader.presentState(event.asset).map([&](const PresentState &present) {
        return calledFirst(explainHypothetical(reader.targets(), event, present));
    });
}

} // namespace callboard
