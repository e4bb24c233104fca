// The part of DeliveriesPage that comes back where one left it in this workspace: filter, delivery, the inspector's
// tab.
#include "ui/deliveries/deliveriespage.h"
#include "ui/deliveries/deliveryinspector.h"
#include "ui/deliveries/filterbar.h"

#include <QSettings>
#include <QTabWidget>

namespace callboard {

namespace {

const QString kFilterKey = QStringLiteral("deliveries/filter"); // as text: an age stays an age
const QString kDeliveryKey = QStringLiteral("deliveries/delivery");
const QString kTabKey = QStringLiteral("deliveries/tab");

// A range with an end is a look back and is over.
QString lasting(const QString &text, const DeliveryFilter &filter)
{
    QString kept = text;
    if (filter.until)
        kept = withTerm(withTerm(kept, FilterKey::Since, {}), FilterKey::Until, {});
    return filter.endedUntil ? withTerm(kept, FilterKey::Ended, {}) : kept;
}

} // namespace

void DeliveriesPage::remember(QSettings &settings) const
{
    settings.setValue(kFilterKey, lasting(m_filter->text(), m_filter->filter()));
    settings.setValue(kDeliveryKey, m_inspector->isHidden() ? 0 : m_inspector->current().value);
    if (const auto *tabs = m_inspector->findChild<QTabWidget *>(QStringLiteral("inspectorTabs")))
        settings.setValue(kTabKey, tabs->currentIndex());
}

void DeliveriesPage::resume(const QSettings &settings)
{
    if (auto *tabs = m_inspector->findChild<QTabWidget *>(QStringLiteral("inspectorTabs")))
        tabs->setCurrentIndex(settings.value(kTabKey).toInt());
    // A target can be chosen only once the bar knows it: it asked before, and answers come in the order of questions.
    if (const QString text = settings.value(kFilterKey).toString(); !text.isEmpty())
        m_source.targets(this, [this, text](const QList<CallbackTarget> &) { m_filter->setText(text); });
    const DeliveryId id{settings.value(kDeliveryKey).toLongLong()};
    if (!id.isValid())
        return;
    m_source.detail(id, this, [this, id](const Result<DeliveryDetail> &detail) {
        if (detail) // else it is gone with its history
            selectDelivery(id);
    });
}

} // namespace callboard
