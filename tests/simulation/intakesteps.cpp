#include "tests/simulation/player.h"

namespace callboard::sim {

namespace {

constexpr int kAssets = 6; // few, so that they meet

// What the door is owed: known ones are duplicates, and one of other content spoils its whole batch.
struct Expected {
    QList<int> fresh;
    int duplicates = 0;
    bool conflict = false;
};

Expected expectedOf(const QList<int> &tokens, int forged, const Model &model)
{
    Expected expected;
    for (int token : tokens) {
        expected.conflict |= token == forged;
        if (model.isAcknowledged(token) || expected.fresh.contains(token))
            ++expected.duplicates;
        else
            expected.fresh.append(token);
    }
    return expected;
}

QString written(const QList<int> &tokens, const Model &model)
{
    QStringList words;
    for (int token : tokens)
        words.append(QStringLiteral("~%1~ %2 of %3")
                         .arg(token)
                         .arg(model.event(token).type.section(u'.', 1), model.event(token).asset));
    return words.join(QLatin1String(", "));
}

} // namespace

int Player::newState(Dice &dice)
{
    const bool popular = dice.percent(50);
    return m_world.model.makeEvent(QStringLiteral("a%1").arg(popular ? 1 : dice.between(1, kAssets)), dice);
}

void Player::handIn(Dice &dice)
{
    QList<QList<int>> batches;
    for (int i = dice.between(1, 3); i > 0; --i) {
        QList<int> tokens;
        for (int j = dice.percent(60) ? 1 : dice.between(2, 5); j > 0; --j)
            tokens.append(newState(dice));
        if (dice.percent(30))
            dice.shuffle(tokens); // their sender's order is nobody's
        if (dice.percent(10))
            tokens.append(tokens.first());
        batches.append(tokens);
    }
    if (dice.percent(20))
        dice.shuffle(batches);
    submit(batches, 0);
}

void Player::burst(Dice &dice)
{
    const bool oneAsset = dice.percent(50);
    QList<int> tokens;
    for (int i = dice.between(15, 50); i > 0; --i) {
        const QString asset = QStringLiteral("a%1").arg(oneAsset ? 2 : dice.between(10, 99));
        tokens.append(m_world.model.makeEvent(asset, dice));
    }
    submit({tokens}, 0);
}

void Player::repeat(Dice &dice)
{
    const auto &told = m_world.model.told();
    if (told.isEmpty())
        return;
    QList<int> tokens;
    for (int i = dice.between(1, 4); i > 0; --i)
        tokens.append(dice.below(told.size()) + 1); // refused ones come again, too
    if (dice.percent(30))
        tokens.append(newState(dice));
    const bool forges = dice.percent(20) && m_world.model.isAcknowledged(tokens.first());
    submit({tokens}, forges ? tokens.first() : 0);
}

// `forged`: this one comes with other content under a name that is known.
void Player::submit(const QList<QList<int>> &batches, int forged)
{
    if (!m_world.isRunning())
        return;
    const int hits = m_world.faults.hits();
    QSet<int> handedIn;
    for (const QList<int> &tokens : batches) {
        m_world.note(QStringLiteral("  hands in ") + written(tokens, m_world.model)
                     + (forged > 0 ? QStringLiteral(" (the first forged)") : QString()));
        Submission submission;
        for (int token : tokens) {
            if (!handedIn.contains(token)) // the second of one batch is a duplicate and takes no place
                m_world.model.handIn(token);
            handedIn.insert(token);
            submission.events.append(m_world.model.event(token));
            if (token == forged)
                submission.events.last().data.replace("finished", "failed");
        }
        submission.done = [this, tokens, forged, hits](const Result<Accepted> &answer) {
            const Expected expected = expectedOf(tokens, forged, m_world.model);
            if (!answer && answer.error().code == ErrorCode::Conflict && !expected.conflict)
                m_world.violated(QStringLiteral("a conflict out of nothing: %1").arg(answer.error().detail));
            if (!answer)
                return refused(answer.error(), hits);
            for (int token : expected.fresh)
                m_world.model.acknowledge(token);
            if (expected.conflict || answer->accepted != expected.fresh.size()
                || answer->duplicates != expected.duplicates)
                m_world.violated(QStringLiteral("%1 accepted and %2 duplicates, expected were %3 and %4%5")
                                     .arg(answer->accepted)
                                     .arg(answer->duplicates)
                                     .arg(expected.fresh.size())
                                     .arg(expected.duplicates)
                                     .arg(expected.conflict ? QStringLiteral(" and a conflict") : QString()));
        };
        m_world.engine->inbox().put([&submission](Work &work) { work.submissions.push_back(std::move(submission)); });
    }
    m_world.spin();
}

} // namespace callboard::sim
