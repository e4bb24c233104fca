#include "tests/simulation/faultplan.h"

namespace callboard::sim {

std::optional<Error> FaultPlan::at(const QString &sql)
{
    bool refused = false;
    if (m_once != kNever)
        refused = m_once-- == 0; // at 0 it becomes kNever
    if (m_from > 0)
        --m_from;
    else if (m_from == 0)
        refused = true;
    if (m_commits > 0 && sql.startsWith(QLatin1String("COMMIT"))) {
        --m_commits;
        refused = true;
    }
    if (!refused)
        return std::nullopt;
    ++m_hits;
    return Error{m_code, QStringLiteral("The simulated disk fails.")};
}

} // namespace callboard::sim
