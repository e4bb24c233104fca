#include "tests/intake/fakesink.h"

#include <utility>

using namespace callboard;

void FakeSink::setMode(Mode mode)
{
    const std::scoped_lock lock(m_mutex);
    m_mode = mode;
}

void FakeSink::refuseWith(ErrorCode code, const QString &detail)
{
    const std::scoped_lock lock(m_mutex);
    m_error = Error{code, detail};
}

void FakeSink::acceptAgain()
{
    const std::scoped_lock lock(m_mutex);
    m_error.reset();
}

void FakeSink::submit(Submission submission)
{
    {
        const std::scoped_lock lock(m_mutex);
        ++m_submissions;
        m_events.append(submission.events);
        if (m_mode == Mode::Drop)
            return;
        if (m_mode == Mode::Hold) {
            m_held.append(std::move(submission));
            return;
        }
    }
    answer(submission);
}

void FakeSink::release()
{
    for (const Submission &submission : takeHeld())
        answer(submission);
}

QList<Submission> FakeSink::takeHeld()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_held, {});
}

int FakeSink::heldCount() const
{
    const std::scoped_lock lock(m_mutex);
    return int(m_held.size());
}

QList<MediaEvent> FakeSink::events() const
{
    const std::scoped_lock lock(m_mutex);
    return {m_events.cbegin(), m_events.cend()}; // not the list itself, which the other thread goes on filling
}

int FakeSink::submissionCount() const
{
    const std::scoped_lock lock(m_mutex);
    return m_submissions;
}

void FakeSink::answer(const Submission &submission) const
{
    std::optional<Error> error;
    {
        const std::scoped_lock lock(m_mutex);
        error = m_error;
    }
    if (error)
        return submission.done(tl::unexpected(*error));
    Accepted accepted;
    for (const MediaEvent &event : submission.events)
        accepted.ids.append(event.sourceId);
    accepted.accepted = int(submission.events.size());
    submission.done(accepted);
}
