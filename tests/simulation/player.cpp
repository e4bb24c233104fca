#include "tests/simulation/player.h"

namespace callboard::sim {

void Player::play(const Step &step)
{
    Dice dice(step.seed);
    switch (step.kind) {
    case StepKind::AddTarget: return addTarget(dice);
    case StepKind::ChangeTarget: return changeTarget(dice);
    case StepKind::SwitchTarget: return switchTarget(dice);
    case StepKind::RemoveTarget: return removeTarget(dice);
    case StepKind::HandIn: return handIn(dice);
    case StepKind::Burst: return burst(dice);
    case StepKind::Repeat: return repeat(dice);
    case StepKind::Answer: return answer(dice);
    case StepKind::EndTail: return endTail(dice);
    case StepKind::Mood: return changeMood(dice);
    case StepKind::Pass: return pass(dice);
    case StepKind::Sleep: return sleep(dice);
    case StepKind::StepWall: return stepWall(dice);
    case StepKind::Replay: return replay(dice);
    case StepKind::Cancel: return cancel(dice);
    case StepKind::RetryNow: return retryNow(dice);
    case StepKind::Fault: return fault(dice);
    case StepKind::Mend: return mend();
    case StepKind::Kill: return kill(dice);
    case StepKind::Drain: return drain(dice);
    case StepKind::Vault: return changeVault(dice);
    }
}

// An error of the store is only believed while the store fails.
void Player::refused(const Error &error, int hitsBefore)
{
    m_world.note(QStringLiteral("  refused: %1").arg(error.detail));
    const auto mode = m_world.status.mode; // what waited for the vault is refused when the engine stops
    const bool stops = mode == EngineStatus::Mode::Draining || mode == EngineStatus::Mode::Stopped;
    const bool storeFailed = m_world.faults.hits() > hitsBefore;
    switch (error.code) {
    case ErrorCode::Conflict:
    case ErrorCode::NotFound:
    case ErrorCode::NameTaken:
    case ErrorCode::VaultUnavailable: return;
    default:
        if (!storeFailed && !stops)
            m_world.violated(QStringLiteral("refused without need: %1").arg(error.detail));
    }
}

} // namespace callboard::sim
