#include "core/transport/pipelined/caution.h"

namespace callboard {

namespace {

constexpr int kMostAnnouncements = 2; // in a row, with requests behind
constexpr int kMostLosses = 3;
constexpr int kAnswersThatForgiveALoss = 100;

} // namespace

void Caution::answered(const Answer &answer)
{
    if (answer.begunWithOne)
        m_startsWithOne = false;
    if (answer.behindAnother)
        m_announcements = 0;
    if (++m_answersSinceLoss >= kAnswersThatForgiveALoss)
        m_losses = 0;
    if (answer.goesOn && answer.number >= m_perConnection)
        m_perConnection = 0;
}

void Caution::ended(Ending ending, const Past &past, Milliseconds now)
{
    switch (ending) {
    case Ending::Rested:
    case Ending::Cancelled:
    case Ending::Refused:
    case Ending::TooLarge: break;
    case Ending::Announced: announced(past, now); break;
    case Ending::Lost:
    case Ending::Overdue: lost(past, now); break;
    case Ending::NotHttp:
        m_startsWithOne = true;
        if (past.answers > 0 || past.pipelined)
            pause(QStringLiteral("what came in place of an answer is not HTTP"), now);
        break;
    case Ending::Unasked: pause(QStringLiteral("the receiver sent an answer that nobody asked for"), now); break;
    }
}

void Caution::announced(const Past &past, Milliseconds now)
{
    // A receiver that ends each connection after so many requests is served just that many.
    if (past.answers > 1)
        m_perConnection = past.answers;
    const bool again = m_announcements > 0 && past.answers == 1 && past.begunWithOne;
    if ((past.unanswered == 0 && !again) || past.generation < m_generation)
        return;
    ++m_generation;
    ++m_announcements;
    m_startsWithOne = true;
    if (m_announcements >= kMostAnnouncements)
        pause(QStringLiteral("the receiver closes the connection with its answer"), now);
}

void Caution::lost(const Past &past, Milliseconds now)
{
    if (past.unanswered == 0)
        return;
    m_startsWithOne = true;
    if (!past.pipelined || past.generation < m_generation)
        return;
    ++m_generation;
    ++m_losses;
    m_answersSinceLoss = 0;
    if (m_losses >= kMostLosses)
        pause(QStringLiteral("the receiver left pipelined requests without an answer repeatedly"), now);
}

void Caution::pause(const QString &why, Milliseconds now)
{
    m_why = why;
    m_pausedUntil = now + kPause;
}

QString Caution::oneAtATime(Milliseconds now)
{
    if (!m_why.isEmpty() && now >= m_pausedUntil) {
        m_why.clear();
        m_announcements = 0;
        m_losses = 0;
        m_startsWithOne = true;
    }
    return m_why;
}

} // namespace callboard
