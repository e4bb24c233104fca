// The part of TargetsPage that comes back where one left it in this workspace: the search and the chosen target.
#include "ui/targets/targetspage.h"
#include "ui/targets/targettable.h"

#include <QLineEdit>
#include <QSettings>

namespace callboard {

namespace {

const QString kSearchKey = QStringLiteral("targets/search");
const QString kTargetKey = QStringLiteral("targets/target");

} // namespace

void TargetsPage::resume(const QSettings &settings)
{
    m_search->setText(settings.value(kSearchKey).toString());
    m_toSelect = TargetId{settings.value(kTargetKey).toLongLong()}; // as soon as it is there
}

void TargetsPage::remember(QSettings &settings) const
{
    const QList<TargetSummary> chosen = m_table->selected();
    settings.setValue(kSearchKey, m_search->text());
    settings.setValue(kTargetKey, chosen.isEmpty() ? 0 : chosen.first().target.id.value);
}

} // namespace callboard
