// The engine's part in the door: its tokens as they are in the workspace, and when they were used.
#include "core/engine/engine.h"
#include "core/store/tables/doortokenstore.h"

namespace callboard {

using namespace std::chrono_literals;

namespace {

constexpr auto kSaveUsesEvery = 1min;

} // namespace

Result<void> Engine::loadDoorTokens()
{
    if (!m_options.doorTokens)
        return {};
    return DoorTokenStore(*m_db).all().map(
        [this](const QList<DoorToken> &tokens) { m_options.doorTokens->set(tokens); });
}

// The first at once, then all of a minute together: a token may open the door thousands of times a second.
void Engine::saveTokenUses(bool atOnce)
{
    if (!m_options.doorTokens || !m_db || m_damage)
        return;
    const Milliseconds now = m_parts.clock.steady();
    if (!atOnce && m_tokenUsesSavedAt && now - *m_tokenUsesSavedAt < kSaveUsesEvery)
        return;
    const auto uses = m_options.doorTokens->takeUses();
    if (uses.isEmpty())
        return;
    m_tokenUsesSavedAt = now;
    DoorTokenStore store(*m_db);
    auto saved = m_db->begin();
    for (auto it = uses.begin(); saved && it != uses.end(); ++it)
        saved = store.setUsed(it.key(), it.value());
    if (saved)
        saved = m_db->commit();
    if (saved)
        return;
    m_db->rollback();
    m_options.doorTokens->giveBack(uses); // with the next
}

} // namespace callboard
