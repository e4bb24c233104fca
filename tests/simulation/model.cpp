#include "tests/simulation/model.h"

#include <array>

namespace callboard::sim {

int Model::makeEvent(const QString &asset, Dice &dice)
{
    constexpr std::array kTriggers{Trigger::Success, Trigger::Rating, Trigger::Rating, Trigger::Moderation,
                                   Trigger::Failure};
    constexpr int kSources = 3; // the same id may come from several
    const int token = int(m_told.size()) + 1;
    MediaEvent event;
    event.source = QStringLiteral("/source/%1").arg(token % kSources);
    event.sourceId = QStringLiteral("e%1").arg(token / kSources);
    event.trigger = kTriggers[size_t(dice.below(kTriggers.size()))];
    event.type = dice.percent(10) ? kRecordEventType : QString(info(event.trigger).eventType);
    event.asset = asset;
    event.project = QStringLiteral("p%1").arg(asset.back().unicode() % 2); // an asset stays in its project
    event.dataContentType = QStringLiteral("application/json");
    event.data = QStringLiteral(R"({"uuid":"%1","assetName":"~%2~","votecount":%2,"status":"finished"})")
                     .arg(asset)
                     .arg(token)
                     .toUtf8();
    m_told.append({event, 0, false, std::nullopt, {}});
    return token;
}

// What is handed in twice keeps its place: the second is a duplicate.
void Model::handIn(int token)
{
    if (!m_told[token - 1].acknowledged)
        m_told[token - 1].order = ++m_handedIn;
}

void Model::acknowledge(int token)
{
    Told &told = m_told[token - 1];
    told.acknowledged = true;
    ++m_acknowledged;
    told.kind = told.event.trigger;
    if (told.event.type == kRecordEventType) { // its votes always differ from what was known
        told.kind.reset();
        if (m_knownAssets.contains(told.event.asset))
            told.kind = Trigger::Rating;
    }
    m_knownAssets.insert(told.event.asset);
    if (!told.kind)
        return;
    for (const CallbackTarget &target : std::as_const(m_targets)) {
        if (!wants(target, told.event, *told.kind))
            continue;
        told.wantedBy.insert(target.id);
        m_lastWanted.insert({target.id, told.event.asset}, token);
    }
}

bool Model::wants(const CallbackTarget &target, const MediaEvent &event, Trigger kind)
{
    if (target.state == TargetState::Disabled || target.source == CallbackSource::Encoder)
        return false;
    if (target.scope.kind == ScopeKind::Asset && target.scope.id != event.asset)
        return false;
    if (target.scope.kind == ScopeKind::Project && target.scope.id != event.project)
        return false;
    return target.triggers.has(kind);
}

} // namespace callboard::sim
