// The way back of what a drop folder handed over: the sink's answer, given in the engine's thread, waits here for the
// folder's. One at a time. Outlives the folder as long as an answer is out.
#pragma once

#include "core/domain/error.h"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace callboard {

class DropAnswers : public std::enable_shared_from_this<DropAnswers> {
public:
    using Answer = Result<int>; // events made

    // `wake` is called with each answer, in whichever thread it comes, until forgetOwner().
    explicit DropAnswers(std::function<void()> wake);

    // Only the first call counts. Thrown away unused it answers StoreUnavailable, so that the file is tried again.
    [[nodiscard]] std::function<void(Answer)> expect();
    [[nodiscard]] std::optional<Answer> take();
    void forgetOwner();

private:
    class Ticket;
    void give(Answer answer);

    std::mutex m_mutex;
    std::function<void()> m_wake;
    std::optional<Answer> m_answer;
};

} // namespace callboard
