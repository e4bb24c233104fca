#include "tests/simulation/player.h"

namespace callboard::sim {

namespace {

QString written(const TransportResult &result)
{
    const Exchange &exchange = result.exchange;
    return QStringLiteral("  request %1: %2%3")
        .arg(result.ticket)
        .arg(exchange.status > 0 ? QString::number(exchange.status) : toString(exchange.errorClass),
             exchange.tail == Tail::None       ? QString()
                 : exchange.tail == Tail::Lost ? QStringLiteral(" (lost tail)")
                                               : QStringLiteral(" (unprocessed tail)"));
}

} // namespace

void Player::answer(Dice &dice)
{
    if (!m_world.isRunning())
        return;
    QList<OpenRequest> some = m_world.transport->open();
    dice.shuffle(some);
    const bool all = dice.percent(30);
    const qsizetype most = all ? some.size() : std::min<qsizetype>(some.size(), dice.between(1, 6));
    QList<TransportResult> batch;
    for (qsizetype i = 0; i < most; ++i) {
        const Receiver &receiver = m_world.receiverOf(some[i].request);
        if (receiver.mood == Mood::Hanging || (receiver.mood == Mood::Slow && dice.percent(75)))
            continue;
        batch.append(m_world.answerTo(some[i].request, dice));
        m_world.note(written(batch.last()));
        if (dice.percent(30)) // a batch ends here
            m_world.transport->report(std::exchange(batch, {}));
    }
    m_world.transport->report(batch);
    m_world.spin();
}

// One connection of a pipelining target: what was answered, then what was not any more.
void Player::endTail(Dice &dice)
{
    if (!m_world.isRunning())
        return;
    QList<TransportRequest> pipelined;
    for (const OpenRequest &one : m_world.transport->open()) {
        if (one.request.pipelining && (pipelined.isEmpty() || one.request.target == pipelined.first().target))
            pipelined.append(one.request);
    }
    if (pipelined.isEmpty())
        return;
    const qsizetype length = std::min<qsizetype>(pipelined.size(), dice.between(1, pipelined.first().pipelineDepth));
    const qsizetype answered = dice.below(length + 1);
    const Tail tail = dice.percent(50) ? Tail::Lost : Tail::Unprocessed;
    QList<TransportResult> results;
    for (qsizetype i = 0; i < length; ++i) {
        if (i < answered)
            results.append(m_world.answerTo(pipelined[i], dice));
        else
            results.append({pipelined[i].ticket, m_world.receiverOf(pipelined[i]).loseTail(pipelined[i], tail, dice)});
        m_world.note(written(results.last()));
    }
    m_world.transport->report(results);
    m_world.spin();
}

void Player::changeMood(Dice &dice)
{
    const int index = dice.below(m_world.receivers.size());
    const auto mood = Mood(dice.percent(40) ? 0 : dice.below(kMoods));
    m_world.receivers[index].mood = mood;
    m_world.note(QStringLiteral("  r%1 is %2").arg(index).arg(toString(mood)));
}

} // namespace callboard::sim
