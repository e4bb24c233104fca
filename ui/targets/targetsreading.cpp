// TargetsPage's third part: what it reads, and what of it is believed and shown.
#include "ui/targets/healthbar.h"
#include "ui/targets/targetcommands.h"
#include "ui/targets/targetlistmodel.h"
#include "ui/targets/targetremoval.h"
#include "ui/targets/targetspage.h"
#include "ui/targets/targettable.h"

namespace callboard {

void TargetsPage::refresh()
{
    if (m_asking)
        return;
    m_asking = true;
    m_reader.ask(
        this, [](const WorkspaceReader &reader) { return reader.targetSummaries(); },
        [this, asked = m_asked](const QList<TargetSummary> &summaries) { take(summaries, asked); });
}

// What can't be read is asked for again; the list itself says why.
void TargetsPage::readTrends()
{
    m_reader.ask(
        this, [](const WorkspaceReader &reader) { return callboard::readTrends(reader, SystemClock().now()); },
        [this](const Result<TargetTrends> &trends) {
            if (trends)
                m_model->setTrends(*trends);
        });
}

void TargetsPage::readAnew()
{
    ++m_asked;
    refresh();
}

void TargetsPage::take(const QList<TargetSummary> &summaries, int asked)
{
    m_asking = false;
    if (m_commands->isArranging())
        return; // read anew at its end
    if (asked != m_asked)
        return refresh();
    m_loaded = true;
    m_failure.clear();
    m_summaries = summaries;
    present(summaries);
}

void TargetsPage::present(const QList<TargetSummary> &summaries)
{
    QList<TargetSummary> staying;
    for (const TargetSummary &row : summaries) {
        if (!m_commands->removal().isGoing(row.target.id))
            staying.append(row);
    }
    const Timestamp now = SystemClock().now();
    m_model->setSummaries(staying, now);
    m_health->present(staying, now);
    if (m_table->select(m_toSelect))
        m_toSelect = {};
    showState();
}

} // namespace callboard
