#include "core/intake/drop/dropanswers.h"

#include <atomic>
#include <utility>

namespace callboard {

// Shared by all copies of one expected answer; the last one to go answers if none of them did.
class DropAnswers::Ticket {
public:
    explicit Ticket(std::shared_ptr<DropAnswers> answers)
        : m_answers(std::move(answers))
    {
    }
    ~Ticket() { give(fail(ErrorCode::StoreUnavailable, QStringLiteral("It was dropped on the way."))); }
    Ticket(const Ticket &) = delete;
    Ticket &operator=(const Ticket &) = delete;

    void give(Answer answer)
    {
        if (!m_given.exchange(true))
            m_answers->give(std::move(answer));
    }

private:
    std::shared_ptr<DropAnswers> m_answers;
    std::atomic_bool m_given = false;
};

DropAnswers::DropAnswers(std::function<void()> wake)
    : m_wake(std::move(wake))
{
}

std::function<void(DropAnswers::Answer)> DropAnswers::expect()
{
    return [ticket = std::make_shared<Ticket>(shared_from_this())](Answer answer) { ticket->give(std::move(answer)); };
}

// Woken under the lock: forgetOwner() must not return while the owner is being called.
void DropAnswers::give(Answer answer)
{
    const std::scoped_lock lock(m_mutex);
    m_answer = std::move(answer);
    if (m_wake)
        m_wake();
}

std::optional<DropAnswers::Answer> DropAnswers::take()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_answer, std::nullopt);
}

void DropAnswers::forgetOwner()
{
    const std::scoped_lock lock(m_mutex);
    m_wake = nullptr;
}

} // namespace callboard
