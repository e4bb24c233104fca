// What the store refuses: one statement, the next commits, or everything from some statement on until it is mended.
#pragma once

#include "core/domain/error.h"

#include <optional>

namespace callboard::sim {

class FaultPlan {
public:
    void failStatement(int after) { m_once = after; }  // the one after so many others
    void failCommits(int count) { m_commits = count; } // the next so many
    void failFrom(int after) { m_from = after; }       // that one and every later one
    void mend() { m_once = m_from = kNever, m_commits = 0; }
    void setError(ErrorCode code) { m_code = code; }

    [[nodiscard]] bool isSticky() const { return m_from != kNever; }
    [[nodiscard]] bool isArmed() const { return m_once != kNever || m_from != kNever || m_commits > 0; }
    [[nodiscard]] int hits() const { return m_hits; } // statements refused so far

    // Asked before every statement; what it answers takes the statement's place.
    [[nodiscard]] std::optional<Error> at(const QString &sql);

private:
    static constexpr int kNever = -1;
    int m_once = kNever;
    int m_from = kNever;
    int m_commits = 0;
    int m_hits = 0;
    ErrorCode m_code = ErrorCode::StoreUnavailable;
};

} // namespace callboard::sim
