#include "tests/simulation/player.h"

#include <algorithm>
#include <array>

namespace callboard::sim {

using namespace std::chrono_literals;

namespace {

constexpr qsizetype kMostTargets = 6;

TriggerSet someTriggers(Dice &dice)
{
    TriggerSet triggers{Trigger::Rating};
    for (Trigger trigger : {Trigger::Success, Trigger::Failure, Trigger::Moderation})
        triggers.set(trigger, dice.percent(60));
    return triggers;
}

RetryPolicy someRetries(Dice &dice)
{
    static const std::array kPolicies{RetryPolicy::standard(), RetryPolicy{{5s, 1min, 5min}}, RetryPolicy{{1s}},
                                      RetryPolicy{}};
    return kPolicies[size_t(dice.below(kPolicies.size()))];
}

Scope someScope(Dice &dice)
{
    const int chance = dice.below(100);
    if (chance < 10)
        return {ScopeKind::Asset, QStringLiteral("a%1").arg(dice.between(1, 2))};
    if (chance < 25)
        return {ScopeKind::Project, QStringLiteral("p%1").arg(dice.below(2))};
    return {};
}

void setWindow(CallbackTarget &target, Dice &dice)
{
    target.coalesceWindow = dice.percent(50) ? 10s : 60s;
    target.coalesceLongest = dice.percent(40) ? 4min : 0min;
    target.urgent = {};
    if (dice.percent(30))
        target.urgent = {Trigger::Moderation};
}

void setLimits(CallbackTarget &target, Dice &dice)
{
    constexpr std::array kLimits{1, 2, 8};
    target.maxInFlight = kLimits[size_t(dice.below(kLimits.size()))];
    target.connections = dice.between(1, 3);
    target.pipelineDepth = dice.between(1, 8);
    constexpr std::array kRates{Rate{1, 1s}, Rate{20, 1s}, Rate{3, 1min}};
    target.rate = dice.percent(20) ? kRates[size_t(dice.below(kRates.size()))] : Rate{};
    target.retry = someRetries(dice);
    target.triggers = someTriggers(dice);
}

CallbackTarget newTarget(int number, qsizetype receivers, Dice &dice)
{
    CallbackTarget target;
    target.name = QStringLiteral("target %1").arg(number);
    target.url = QStringLiteral("https://r%1.example/hook").arg(dice.below(receivers));
    target.format = PayloadFormat(dice.below(3));
    target.method = target.format != PayloadFormat::Spark && dice.percent(30) ? Method::Put : Method::Post;
    target.scope = someScope(dice);
    setLimits(target, dice);
    target.pipelining = dice.percent(30);
    target.ordered = dice.percent(80);
    if (dice.percent(45))
        setWindow(target, dice);
    if (dice.percent(15))
        target.headers = {{QStringLiteral("Authorization"), QStringLiteral("Bearer hush"), {}, true, true}};
    if (dice.percent(3))
        target.source = CallbackSource::Encoder;
    return target;
}

QString written(const CallbackTarget &target)
{
    QStringList words{target.name, target.url.section(u'/', 2, 2), toString(target.format),
                      QStringLiteral("retries ") + target.retry.toString(),
                      QStringLiteral("%1 at a time").arg(target.maxInFlight)};
    if (!target.ordered)
        words.append(QStringLiteral("unordered"));
    if (target.pipelining)
        words.append(QStringLiteral("pipelining"));
    if (target.coalesceWindow > 0s)
        words.append(QStringLiteral("window ") + formatDuration(target.coalesceWindow));
    if (target.rate.isSet())
        words.append(QStringLiteral("%1 in %2").arg(target.rate.count).arg(formatDuration(target.rate.per)));
    if (!target.headers.isEmpty())
        words.append(QStringLiteral("secret"));
    if (target.source == CallbackSource::Encoder)
        words.append(QStringLiteral("the encoder's"));
    return words.join(QLatin1String(", "));
}

} // namespace

template <class T>
void Player::order(std::function<Result<T>(Orders &)> write, std::function<void(const T &)> done, bool needsVault)
{
    if (!m_world.isRunning())
        return;
    auto answer = std::make_shared<std::optional<T>>();
    Order made;
    made.needsVault = needsVault;
    made.write = [answer, write](Workplace &place) {
        return write(place.orders).map([&answer](const T &value) { *answer = value; });
    };
    made.done = [this, answer, done, hits = m_world.faults.hits()](const Result<void> &result) {
        if (result)
            done(**answer);
        else
            refused(result.error(), hits);
    };
    m_world.engine->inbox().put([&made](Work &work) { work.orders.push_back(std::move(made)); });
    m_world.spin();
}

void Player::save(const CallbackTarget &target)
{
    const bool typed = !target.headers.isEmpty() && !target.headers.first().value.isEmpty();
    order<CallbackTarget>([target](Orders &orders) { return orders.saveTarget(target); },
                          [this](const CallbackTarget &saved) {
                              m_world.note(QStringLiteral("  saved as %1").arg(saved.id.value));
                              m_world.model.targetSaved(saved);
                          },
                          typed);
}

void Player::addTarget(Dice &dice)
{
    if (m_world.model.targets().size() >= kMostTargets)
        return;
    const CallbackTarget target = newTarget(int(m_world.trace.size()), m_world.receivers.size(), dice);
    m_world.note(QStringLiteral("  ") + written(target));
    save(target);
}

std::optional<CallbackTarget> Player::someTarget(Dice &dice) const
{
    QList<TargetId> ids = m_world.model.targets().keys();
    if (ids.isEmpty())
        return std::nullopt;
    std::sort(ids.begin(), ids.end());
    return m_world.model.targets().value(dice.pick(ids));
}

void Player::changeTarget(Dice &dice)
{
    auto target = someTarget(dice);
    if (!target)
        return;
    setLimits(*target, dice);
    target->scope = someScope(dice);
    if (target->coalesceWindow > 0s)
        setWindow(*target, dice);
    if (dice.percent(10))
        target->name = QStringLiteral("target %1").arg(dice.below(10)); // may be taken
    m_world.note(QStringLiteral("  %1 changes").arg(target->id.value));
    save(*target);
}

void Player::switchTarget(Dice &dice)
{
    constexpr std::array kStates{TargetState::Paused, TargetState::Disabled, TargetState::Enabled,
                                 TargetState::Enabled};
    const auto target = someTarget(dice);
    if (!target)
        return;
    const TargetState state = kStates[size_t(dice.below(kStates.size()))];
    m_world.note(QStringLiteral("  target %1 is %2").arg(target->id.value).arg(toString(state)));
    order<CallbackTarget>([id = target->id, state](Orders &orders) { return orders.setTargetState(id, state, {}); },
                          [this](const CallbackTarget &saved) { m_world.model.targetSaved(saved); });
}

void Player::removeTarget(Dice &dice)
{
    const auto target = someTarget(dice);
    if (!target)
        return;
    m_world.note(QStringLiteral("  target %1 is removed").arg(target->id.value));
    order<TargetId>([id = target->id](Orders &orders) { return orders.removeTarget(id); },
                    [this](TargetId id) { m_world.model.targetRemoved(id); });
}

QList<DeliveryId> Player::someDeliveries(Dice &dice)
{
    const auto last = m_witness.store.number(QStringLiteral("SELECT MAX(id) FROM delivery"));
    const int newest = last ? int(last->value_or(0)) : 0;
    QList<DeliveryId> ids;
    for (int i = newest > 0 ? dice.between(1, 5) : 0; i > 0; --i)
        ids.append(DeliveryId{dice.percent(70) ? std::max(1, newest - dice.below(10)) : dice.between(1, newest)});
    if (dice.percent(3))
        ids.append(DeliveryId{newest + 1}); // there is none
    return ids;
}

void Player::replay(Dice &dice)
{
    const QList<DeliveryId> ids = someDeliveries(dice);
    const auto content = dice.percent(50) ? ReplayContent::SameBytes : ReplayContent::LatestState;
    for (DeliveryId id : ids)
        m_world.note(QStringLiteral("  replays delivery %1").arg(id.value));
    order<QList<DeliveryId>>([ids, content](Orders &orders) { return orders.replay(ids, content); },
                             [](const QList<DeliveryId> &) {});
}

void Player::cancel(Dice &dice)
{
    const QList<DeliveryId> ids = someDeliveries(dice);
    for (DeliveryId id : ids)
        m_world.note(QStringLiteral("  cancels delivery %1").arg(id.value));
    order<int>([ids](Orders &orders) { return orders.cancel(ids); }, [](int) {});
}

void Player::retryNow(Dice &dice)
{
    const QList<DeliveryId> ids = someDeliveries(dice);
    for (DeliveryId id : ids) {
        m_world.note(QStringLiteral("  hastens delivery %1").arg(id.value));
        m_witness.hastened.insert(id);
    }
    order<int>([ids](Orders &orders) { return orders.retryNow(ids); }, [](int) {});
}

} // namespace callboard::sim
