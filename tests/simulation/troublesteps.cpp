#include "tests/simulation/player.h"

#include <array>

namespace callboard::sim {

using namespace std::chrono_literals;

namespace {

constexpr Milliseconds kLongestWhileFailing = 1min; // the store is tried every second

} // namespace

void Player::pass(Dice &dice)
{
    constexpr std::array<Milliseconds, 7> kSteps{1ms, 1s, 5s, 15s, 61s, 10min, 6h};
    const auto timer = m_world.untilNextTimer();
    Milliseconds step = timer && dice.percent(40) ? *timer : kSteps[size_t(dice.below(kSteps.size()))];
    if (m_world.faults.isSticky())
        step = std::min(step, kLongestWhileFailing);
    m_world.note(QStringLiteral("  %1 pass").arg(formatDuration(step)));
    m_world.passTime(step);
}

void Player::sleep(Dice &dice)
{
    constexpr std::array<Milliseconds, 4> kSteps{10s, 5min, 3h, 72h};
    const Milliseconds step = kSteps[size_t(dice.below(kSteps.size()))];
    m_world.note(QStringLiteral("  suspended for %1").arg(formatDuration(step)));
    m_world.sleepThrough(step);
}

void Player::stepWall(Dice &dice)
{
    constexpr std::array<Milliseconds, 6> kSteps{-1h, 1h, 87'600h, -87'600h, 30s, -30s};
    const Milliseconds step = kSteps[size_t(dice.below(kSteps.size()))];
    m_world.note(QStringLiteral("  wall clock moves by %1 s").arg(step.count() / 1000));
    m_world.clock.stepWall(step);
}

void Player::fault(Dice &dice)
{
    const int kind = dice.below(100);
    const int after = dice.below(dice.percent(50) ? 12 : 80);
    m_world.faults.setError(dice.percent(20) ? ErrorCode::StoreBusy : ErrorCode::StoreUnavailable);
    if (kind < 50) {
        m_world.note(QStringLiteral("  a statement will fail after %1").arg(after));
        m_world.faults.failStatement(after);
    } else if (kind < 80) {
        const int count = dice.between(1, 3);
        m_world.note(QStringLiteral("  %1 commits will fail").arg(count));
        m_world.faults.failCommits(count);
    } else {
        m_world.note(QStringLiteral("  the store will fail from statement %1 on").arg(after));
        m_world.faults.failFrom(after);
    }
}

void Player::mend()
{
    m_world.faults.mend();
}

// What was on its way arrives or not; nobody hears of it.
void Player::kill(Dice &dice)
{
    if (!m_world.isRunning())
        return;
    for (const OpenRequest &one : m_world.transport->open()) {
        const int fate = dice.below(3);
        if (fate == 0)
            continue;
        Receiver &receiver = m_world.receiverOf(one.request);
        if (receiver.mood != Mood::Refusing && receiver.mood != Mood::Barred)
            receiver.see(one.request, fate == 1);
        m_world.note(QStringLiteral("  request %1 still arrives").arg(one.request.ticket));
    }
    if (dice.percent(30) && !m_world.transport->open().isEmpty()) { // an answer that is never read
        const TransportRequest heard = m_world.transport->open().first().request;
        TransportResult result{heard.ticket, {}};
        result.exchange.outcome = Outcome::NotSent;
        result.exchange.errorClass = ErrorClass::Refused;
        m_world.transport->report({result});
    }
    m_world.kill();
    m_world.clock.advance(Milliseconds(dice.below(120'000)));
    if (dice.percent(10))
        m_world.vault.setAvailable(dice.percent(50));
    startAgain();
}

void Player::startAgain()
{
    constexpr int kPatience = 3;
    for (int i = 0; !m_world.start(); ++i) {
        if (!m_world.violation.isEmpty())
            return;
        if (i == kPatience)
            m_world.faults.mend();
    }
    m_world.note(QStringLiteral("  started, %1").arg(m_world.incarnation));
}

void Player::drain(Dice &dice)
{
    if (!m_world.isRunning())
        return;
    m_world.engine->drain(10s);
    m_world.spin();
    if (dice.percent(70))
        answer(dice);
    m_world.passTime(11s);
    if (!m_world.isDrained)
        m_world.violated(QStringLiteral("asked to stop, it does not"));
    if (m_world.transport && !m_world.transport->open().isEmpty())
        m_world.violated(QStringLiteral("it stopped with requests under way"));
    m_world.kill();
    startAgain();
}

void Player::changeVault(Dice &dice)
{
    const int kind = dice.below(4);
    if (kind < 2)
        m_world.vault.setAvailable(kind == 0);
    else
        m_world.vault.setGate(kind == 2);
    m_world.note(QStringLiteral("  the vault is %1, %2")
                     .arg(m_world.vault.isAvailable() ? QStringLiteral("there") : QStringLiteral("away"),
                          m_world.vault.isGateOpen() ? QStringLiteral("answers") : QStringLiteral("hesitates")));
    m_world.spin();
}

void Player::bringToRest()
{
    constexpr int kLongEnough = 5000;
    Dice dice(0);
    m_world.faults.mend();
    m_world.vault.setAvailable(true);
    m_world.vault.setGate(true);
    for (Receiver &receiver : m_world.receivers)
        receiver.mood = Mood::Healthy;
    m_world.kill(); // whoever had no vault asks for it at a start
    startAgain();
    for (int i = 0; m_world.isRunning() && m_world.violation.isEmpty(); ++i) {
        while (!m_world.transport->open().isEmpty())
            answer(dice);
        const auto timer = m_world.untilNextTimer();
        if (!timer)
            return;
        if (i == kLongEnough)
            return m_world.violated(QStringLiteral("it does not come to rest"));
        m_world.passTime(*timer);
    }
}

} // namespace callboard::sim
