#include "ui/shell/notices/failurebatch.h"

#include <algorithm>
#include <utility>

namespace callboard {

namespace {

constexpr qsizetype kMostKnown = 100'000;

} // namespace

void FailureBatch::add(const DeliveryRow &failed)
{
    const DeliveryId id = failed.delivery.id;
    if (m_known.contains(id) || m_knownEarlier.contains(id))
        return;
    if (m_known.size() >= kMostKnown)
        m_knownEarlier = std::exchange(m_known, {}); // one that is older still might be told twice
    m_known.insert(id);
    FailureNotice &notice = m_waiting[failed.delivery.target];
    notice.target = failed.delivery.target;
    notice.name = failed.targetName;
    notice.lastError = failed.delivery.error;
    notice.deliveries.append(id);
}

QList<FailureNotice> FailureBatch::takeDue(Milliseconds now)
{
    QList<FailureNotice> due;
    for (auto it = m_waiting.begin(); it != m_waiting.end();) {
        const auto told = m_told.constFind(it.key());
        if (told != m_told.cend() && now - *told < kPause) {
            ++it;
            continue;
        }
        m_told.insert(it.key(), now);
        due.append(std::move(*it));
        it = m_waiting.erase(it);
    }
    std::sort(due.begin(), due.end(),
              [](const FailureNotice &a, const FailureNotice &b) { return a.target < b.target; });
    return due;
}

std::optional<Milliseconds> FailureBatch::nextDue() const
{
    std::optional<Milliseconds> next;
    for (auto it = m_waiting.cbegin(); it != m_waiting.cend(); ++it) {
        const auto told = m_told.constFind(it.key());
        const Milliseconds due = told == m_told.cend() ? Milliseconds(0) : *told + kPause;
        next = next ? std::min(*next, due) : due;
    }
    return next;
}

void FailureBatch::clear()
{
    m_waiting.clear();
    m_known.clear();
    m_knownEarlier.clear();
}

} // namespace callboard
