#include "core/intake/drop/dropqueue.h"

#include <algorithm>

namespace callboard {

DropQueue::DropQueue(std::chrono::milliseconds settled, qsizetype most)
    : m_settled(settled)
    , m_most(most)
{
}

void DropQueue::see(QList<DropEntry> files, Moment now)
{
    std::ranges::sort(files, [](const DropEntry &a, const DropEntry &b) {
        return placeOf(a.name, a.stamp) < placeOf(b.name, b.stamp);
    });
    QMap<Place, WaitingFile> seen;
    qsizetype places = 0;
    for (const DropEntry &file : std::as_const(files)) {
        const Place place = placeOf(file.name, file.stamp);
        const auto known = m_files.constFind(place);
        const bool same = known != m_files.cend() && known->stamp == file.stamp;
        if (same && known->aside)
            seen.insert(place, *known);
        else if (++places <= m_most)
            seen.insert(place, same ? *known : WaitingFile{file.name, file.stamp, now + m_settled});
    }
    m_files = std::move(seen);
}

std::optional<WaitingFile> DropQueue::takeNext(Moment now)
{
    const auto isReady = [now](const WaitingFile &file) { return file.readyAt <= now; };
    auto next = std::ranges::find_if(m_files, [&](const WaitingFile &file) { return isReady(file) && !file.aside; });
    if (next == m_files.end())
        next = std::ranges::find_if(m_files, isReady);
    if (next == m_files.end())
        return std::nullopt;
    return m_files.take(next.key());
}

void DropQueue::putBack(WaitingFile file, Moment readyAt)
{
    file.readyAt = readyAt;
    file.aside = false;
    m_files.insert(placeOf(file.name, file.stamp), std::move(file));
}

void DropQueue::putAside(WaitingFile file, Moment readyAt)
{
    file.readyAt = readyAt;
    file.aside = true;
    m_files.insert(placeOf(file.name, file.stamp), std::move(file));
}

std::optional<DropQueue::Moment> DropQueue::nextReadyAt() const
{
    const auto next = std::ranges::min_element(m_files, {}, &WaitingFile::readyAt);
    return next == m_files.end() ? std::nullopt : std::optional(next->readyAt);
}

bool DropQueue::hasVerdicts() const
{
    return std::ranges::any_of(m_files, [](const WaitingFile &file) { return file.verdict.has_value(); });
}

} // namespace callboard
