#include "tests/simulation/statecheck.h"

#include "core/store/tables/targetstore.h"

#include <algorithm>

namespace callboard::sim {

namespace {

constexpr Milliseconds kRetryStoreAfter = std::chrono::seconds(1);
constexpr int kMade = -1;                                     // in place of the state before
constexpr Milliseconds kLongestWait = std::chrono::hours(29); // a day, and a fifth of it

bool mayBegin(DeliveryState state)
{
    return !isFinal(state) && state != DeliveryState::Retrying;
}

// Nothing else of the asset stands before it: a replay passes what waits, and never what is under way.
bool isFree(const CallbackTarget &target, const Delivery &delivery, const QList<Delivery> &open)
{
    return !target.ordered || std::none_of(open.begin(), open.end(), [&](const Delivery &other) {
        return other.asset == delivery.asset && other.id != delivery.id
            && (other.state == DeliveryState::Sending || (!delivery.replayOf.isValid() && other.id < delivery.id));
    });
}

} // namespace

void StateCheck::afterStep(bool calm)
{
    readChanges();
    if (calm && m_world.status.mode == EngineStatus::Mode::Running)
        checkOwed();
}

void StateCheck::readChanges()
{
    static const QString sql = QStringLiteral(
        "SELECT seq, delivery, was, became FROM state_change WHERE seq > ? ORDER BY seq");
    const auto read = m_witness.store.each(sql, {m_lastChange}, [this](auto &row) {
        m_lastChange = row.value(0).toLongLong();
        const DeliveryId id{row.value(1).toLongLong()};
        const int was = row.value(2).toInt();
        const auto became = DeliveryState(row.value(3).toInt());
        if (was == kMade)
            m_witness.births.insert(id, {m_world.clock.steady(), m_world.incarnation});
        if (was == kMade ? !mayBegin(became) : !canBecome(DeliveryState(was), became))
            m_world.violated(
                QStringLiteral("delivery %1 went from %2 to %3")
                    .arg(id.value)
                    .arg(was == kMade ? QStringLiteral("nothing") : toString(DeliveryState(was)), toString(became)));
    });
    if (!read)
        m_world.violated(read.error().detail);
}

void StateCheck::checkOwed()
{
    m_braked.clear();
    const auto read = m_witness.store.each(
        QStringLiteral("SELECT target_id FROM target_health WHERE circuit_open <> 0"), {},
        [this](auto &row) { m_braked.insert(TargetId{row.value(0).toLongLong()}); });
    if (!read)
        m_world.violated(read.error().detail);
    const auto open = openDeliveries();
    for (const CallbackTarget &target : targets())
        checkOwedTo(target, open.value(target.id));
}

void StateCheck::checkOwedTo(const CallbackTarget &target, const QList<Delivery> &open)
{
    if (!target.isOursToSend() || isBlocked(target))
        return;
    if (m_braked.contains(target.id))
        return checkProbe(target, open);
    QHash<QString, int> owed;
    for (const Delivery &delivery : open) {
        checkDelivery(target, delivery, isFree(target, delivery, open));
        if (delivery.replayOf.isValid())
            continue;
        const bool repeats = delivery.cause == QLatin1String("interrupted"); // it may be in the receiver's hands
        if (delivery.state != DeliveryState::Sending && !repeats && target.coalesceWindow.count() > 0
            && ++owed[delivery.asset] == 2)
            m_world.violated(QStringLiteral("target %1 owes asset %2 two requests, delivery %3 the second")
                                 .arg(target.id.value)
                                 .arg(delivery.asset)
                                 .arg(delivery.id.value));
    }
}

void StateCheck::checkDelivery(const CallbackTarget &target, const Delivery &delivery, bool free)
{
    const auto name = [&] {
        return QStringLiteral("delivery %1 of target %2").arg(delivery.id.value).arg(target.id.value);
    };
    if (delivery.state == DeliveryState::Held && target.state == TargetState::Enabled)
        m_world.violated(name() + QStringLiteral(" is held, and its target is enabled"));
    if (mayStay(target, delivery))
        return;
    if (delivery.dueAt - m_world.dueNow() > kLongestWait)
        m_world.violated(name()
                         + QStringLiteral(" waits until %1, longer than anything may").arg(toIso(delivery.dueAt)));
    if (!free || isBusy(target))
        return;
    const Milliseconds now = m_world.clock.steady();
    Milliseconds left = std::max<Milliseconds>(delivery.dueAt - m_world.dueNow(), Milliseconds(0));
    if (const auto quiet = m_witness.quiet.constFind(target.id);
        quiet != m_witness.quiet.cend() && quiet->incarnation == m_world.incarnation)
        left = std::max(left, quiet->steady - now);
    if (target.rate.isSet())
        left += target.rate.per;
    if (m_world.faults.hits() > 0) // it could not be asked when to wake, and is asked again
        left = std::max(left, kRetryStoreAfter);
    const auto wake = m_world.untilNextTimer();
    if (left.count() == 0)
        m_world.violated(name() + QStringLiteral(" is due, free to go, and stays"));
    else if (!wake || *wake > left)
        m_world.violated(name()
                         + QStringLiteral(" may go in %1 ms, and the engine wakes %2")
                               .arg(left.count())
                               .arg(wake ? QStringLiteral("in %1 ms").arg(wake->count()) : QStringLiteral("never")));
}

bool StateCheck::mayStay(const CallbackTarget &target, const Delivery &delivery) const
{
    const bool waits = delivery.state == DeliveryState::Waiting || delivery.state == DeliveryState::Queued
        || delivery.state == DeliveryState::Retrying;
    return !waits || (target.state != TargetState::Enabled && !delivery.replayOf.isValid());
}

// A circuit that is open must find out one day whether its receiver is back.
void StateCheck::checkProbe(const CallbackTarget &target, const QList<Delivery> &open)
{
    const bool owes = std::any_of(open.begin(), open.end(),
                                  [](const Delivery &delivery) { return delivery.state != DeliveryState::Sending; });
    if (owes && target.state == TargetState::Enabled && !isBusy(target) && !m_world.untilNextTimer())
        m_world.violated(
            QStringLiteral("target %1 has its circuit open, and nobody will wake for a probe").arg(target.id.value));
}

QHash<TargetId, QList<Delivery>> StateCheck::openDeliveries()
{
    static const QString sql = QStringLiteral(
        "SELECT id, target_id, asset, state, due_at, replay_of, cause FROM delivery WHERE state < 10 ORDER BY id");
    QHash<TargetId, QList<Delivery>> open;
    const auto read = m_witness.store.each(sql, {}, [&open](auto &row) {
        Delivery delivery;
        delivery.id = {row.value(0).toLongLong()};
        delivery.target = {row.value(1).toLongLong()};
        delivery.asset = row.value(2).toString();
        delivery.state = DeliveryState(row.value(3).toInt());
        delivery.dueAt = Timestamp(Milliseconds(row.value(4).toLongLong()));
        delivery.replayOf = {row.value(5).toLongLong()};
        delivery.cause = row.value(6).toString();
        open[delivery.target].append(delivery);
    });
    if (!read)
        m_world.violated(read.error().detail);
    return open;
}

QList<CallbackTarget> StateCheck::targets()
{
    const auto read = TargetStore(m_witness.store).all();
    if (!read)
        m_world.violated(read.error().detail);
    return read.value_or(QList<CallbackTarget>());
}

bool StateCheck::isBlocked(const CallbackTarget &target) const
{
    const bool wantsVault = std::any_of(target.headers.begin(), target.headers.end(),
                                        [](const Header &header) { return header.secret; });
    return wantsVault && !m_world.status.vaultOpen;
}

// Something of it is under way, or there is no place left: what comes back makes room and goes on. How many at a time
// a target bears is for the engine to find out; one it always bears.
bool StateCheck::isBusy(const CallbackTarget &target) const
{
    constexpr qsizetype kMostInAll = 256;
    const auto &open = m_world.transport->open();
    return open.size() >= kMostInAll || std::any_of(open.begin(), open.end(), [&target](const OpenRequest &one) {
               return one.request.target == target.id;
           });
}

} // namespace callboard::sim
