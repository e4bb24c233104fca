#include "core/intake/doortokens.h"

#include <algorithm>
#include <utility>

namespace callboard {

void DoorTokens::set(QList<DoorToken> tokens)
{
    auto list = std::make_shared<const QList<DoorToken>>(std::move(tokens));
    const std::scoped_lock lock(m_mutex);
    m_list = std::move(list);
}

DoorTokens::List DoorTokens::list() const
{
    const std::scoped_lock lock(m_mutex);
    return m_list;
}

void DoorTokens::noteUse(DoorTokenId token, Timestamp at)
{
    const std::scoped_lock lock(m_mutex);
    m_uses.insert(token, at);
}

QHash<DoorTokenId, Timestamp> DoorTokens::takeUses()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_uses, {});
}

void DoorTokens::giveBack(const QHash<DoorTokenId, Timestamp> &uses)
{
    const std::scoped_lock lock(m_mutex);
    for (auto it = uses.begin(); it != uses.end(); ++it)
        m_uses.insert(it.key(), std::max(it.value(), m_uses.value(it.key())));
}

} // namespace callboard
