#include "ui/shell/progress.h"

#include "ui/shell/messagebar.h"

namespace callboard {

namespace {

constexpr Milliseconds kQuiet{500}; // what takes less needs no progress, and it moves no more often

} // namespace

Progress::Progress(MessageBar &messages, const Clock &clock, QObject *context)
    : m_messages(messages)
    , m_clock(clock)
    , m_context(context)
{
    begin();
}

void Progress::begin()
{
    m_said.clear();
    m_tellAt = m_clock.steady() + kQuiet;
}

// The first sentence brings Cancel with it; those behind it take its place while it is still there.
void Progress::tell(const QString &now)
{
    if (m_clock.steady() < m_tellAt)
        return;
    if (m_said.isEmpty())
        return insist(now);
    m_messages.amend(m_said, now, Message::Kind::Info);
    m_said = now;
    m_tellAt = m_clock.steady() + kQuiet;
}

void Progress::insist(const QString &now)
{
    const auto cancel = [cancelled = m_cancelled] { *cancelled = true; };
    m_messages.post({Message::Kind::Info, now, tr("Cancel"), cancel}, m_context);
    m_said = now;
    m_tellAt = m_clock.steady() + kQuiet;
}

} // namespace callboard
