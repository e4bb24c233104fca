// A sink that answers as the test says: at once, or when released, with an acceptance or with one error for all.
#pragma once

#include "core/intake/eventsink.h"

#include <mutex>
#include <optional>

class FakeSink final : public callboard::EventSink {
public:
    enum class Mode { Accept, Hold, Drop };

    void setMode(Mode mode);
    void refuseWith(callboard::ErrorCode code, const QString &detail);
    void acceptAgain();
    void submit(callboard::Submission submission) override;

    // Answers all that is held, from the calling thread, as one commit would.
    void release();
    // The submissions themselves, to be answered later than the door lives.
    [[nodiscard]] QList<callboard::Submission> takeHeld();

    [[nodiscard]] int heldCount() const;
    [[nodiscard]] QList<callboard::MediaEvent> events() const;
    [[nodiscard]] int submissionCount() const;

private:
    void answer(const callboard::Submission &submission) const;

    mutable std::mutex m_mutex;
    Mode m_mode = Mode::Accept;
    std::optional<callboard::Error> m_error;
    QList<callboard::Submission> m_held;
    QList<callboard::MediaEvent> m_events;
    int m_submissions = 0;
};
