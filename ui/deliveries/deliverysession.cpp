// The part of DeliveriesPage that comes back where one left it in this workspace: filter, delivery, the inspector's
// tab.
#include "ui/deliveries/deliveriespage.h"
#include "ui/deliveries/deliveryinspector.h"
#include "ui/deliveries/filterbar.h"

#include <QSettings>
#include <QTabWidget>

namespace callboard {

namespace {

const QString kStatesKey = QStringLiteral("deliveries/states");
const QString kTargetKey = QStringLiteral("deliveries/target");
const QString kAssetKey = QStringLiteral("deliveries/asset");
const QString kCauseKey = QStringLiteral("deliveries/cause");
const QString kTextKey = QStringLiteral("deliveries/text");
const QString kMarkedKey = QStringLiteral("deliveries/marked");
const QString kAgeKey = QStringLiteral("deliveries/age"); // in ms
const QString kDeliveryKey = QStringLiteral("deliveries/delivery");
const QString kTabKey = QStringLiteral("deliveries/tab");

// “Since an hour ago” is an age: by tomorrow it is another hour. A range with an end is a look back and is over.
void keepFilter(QSettings &settings, const DeliveryFilter &filter, Timestamp now)
{
    QStringList states;
    for (const DeliveryState state : filter.states)
        states << toString(state);
    settings.setValue(kStatesKey, states);
    settings.setValue(kTargetKey, filter.target.value);
    settings.setValue(kAssetKey, filter.asset);
    settings.setValue(kCauseKey, filter.cause);
    settings.setValue(kTextKey, filter.text);
    settings.setValue(kMarkedKey, filter.marked);
    const bool isAge = filter.since && !filter.until;
    settings.setValue(kAgeKey, isAge ? qint64((now - *filter.since).count()) : 0);
}

DeliveryFilter keptFilter(const QSettings &settings, Timestamp now)
{
    DeliveryFilter filter;
    for (const QString &word : settings.value(kStatesKey).toStringList()) {
        if (const auto state = deliveryStateFrom(word))
            filter.states.append(*state);
    }
    filter.target = TargetId{settings.value(kTargetKey).toLongLong()};
    filter.asset = settings.value(kAssetKey).toString();
    filter.cause = settings.value(kCauseKey).toString();
    filter.text = settings.value(kTextKey).toString();
    filter.marked = settings.value(kMarkedKey).toBool();
    if (const qint64 age = settings.value(kAgeKey).toLongLong(); age > 0)
        filter.since = now - Milliseconds(age);
    return filter;
}

} // namespace

void DeliveriesPage::remember(QSettings &settings) const
{
    keepFilter(settings, m_filter->filter(), SystemClock().now());
    settings.setValue(kDeliveryKey, m_inspector->isHidden() ? 0 : m_inspector->current().value);
    if (const auto *tabs = m_inspector->findChild<QTabWidget *>(QStringLiteral("inspectorTabs")))
        settings.setValue(kTabKey, tabs->currentIndex());
}

void DeliveriesPage::resume(const QSettings &settings)
{
    if (auto *tabs = m_inspector->findChild<QTabWidget *>(QStringLiteral("inspectorTabs")))
        tabs->setCurrentIndex(settings.value(kTabKey).toInt());
    // A target can be chosen only once the bar knows it: it asked before, and answers come in the order of questions.
    const DeliveryFilter filter = keptFilter(settings, SystemClock().now());
    if (filter != DeliveryFilter{})
        m_source.targets(this, [this, filter](const QList<CallbackTarget> &) { setFilter(filter); });
    const DeliveryId id{settings.value(kDeliveryKey).toLongLong()};
    if (!id.isValid())
        return;
    m_source.detail(id, this, [this, id](const Result<DeliveryDetail> &detail) {
        if (detail) // else it is gone with its history
            selectDelivery(id);
    });
}

} // namespace callboard
