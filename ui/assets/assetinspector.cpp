#include "ui/assets/assetinspector.h"

#include "ui/assets/assetwords.h"
#include "ui/assets/callbackspane.h"
#include "ui/assets/encoderpane.h"
#include "ui/assets/recordpane.h"
#include "ui/deliveries/deliverytext.h"
#include "ui/look/elidedlabel.h"
#include "ui/look/look.h"
#include "ui/look/payloadview.h"
#include "ui/targets/form/named.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QTabBar>
#include <QTabWidget>

namespace callboard {

namespace {

enum Tab { RecordTab, CallbacksTab, EncoderTab, RawTab };

} // namespace

AssetInspector::AssetInspector(PlatformClient &platform, QWidget *parent)
    : QWidget(parent)
{
    named(this, "assetInspector", tr("Inspector"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    makeTabs(platform);
    layout->addWidget(m_tabs, 1);
}

QWidget *AssetInspector::makeHead()
{
    auto *head = new QWidget(this);
    m_statusIcon = new QLabel(head);
    m_status = named(look::plainLabel({}, head), "assetStatusLabel", tr("Status"));
    m_status->setForegroundRole(QPalette::WindowText); // its own colour, also on the ground of a list
    QFont bold = m_status->font();
    bold.setWeight(QFont::DemiBold);
    m_status->setFont(bold);
    m_headline = named(new ElidedLabel(head), "assetHeadlineLabel", tr("Asset"));
    m_facts = look::plainLabel({}, head);
    look::makeQuiet(m_facts);
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins(look::kMargin, 10, look::kMargin, 4); // as on the page of deliveries
    line->setSpacing(look::kGap);
    line->addWidget(m_statusIcon);
    line->addWidget(m_status);
    line->addSpacing(look::kGap);
    line->addWidget(m_headline, 1);
    line->addWidget(m_facts);
    return head;
}

void AssetInspector::makeTabs(PlatformClient &platform)
{
    m_tabs = named(new QTabWidget(this), "assetTabs", tr("What is known of the asset"));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setExpanding(false);
    m_record = new RecordPane(m_tabs);
    m_callbacks = new CallbacksPane(m_tabs);
    m_encoder = new EncoderPane(platform, m_tabs);
    m_raw = named(new PayloadView(m_tabs), "rawRecordView", tr("Record as it came"));
    m_raw->setEmptyText(tr("No record has come for this asset."));
    m_tabs->addTab(m_record, tr("Record"));
    m_tabs->addTab(m_callbacks, tr("Callbacks"));
    m_tabs->addTab(m_encoder, tr("Encoder"));
    m_tabs->addTab(m_raw, tr("Raw"));
    connect(m_callbacks, &CallbacksPane::editRequested, this, &AssetInspector::editTargetRequested);
    connect(m_encoder, &EncoderPane::submitted, this, &AssetInspector::jobSubmitted);
    connect(m_encoder, &EncoderPane::endedElsewhere, this, &AssetInspector::jobEndedElsewhere);
}

void AssetInspector::setDetail(const AssetDetail &detail)
{
    if (detail.row.id != m_row.id)
        m_record->showChanges({}); // they were another asset's
    m_row = detail.row;
    showHead();
    titleTabs(detail);
    m_record->setDetail(detail);
    m_callbacks->setCallbacks(detail.callbacks);
    m_encoder->setDetail(detail);
    const QByteArray &record = detail.asset.presentRecord();
    m_raw->setContent(record, assetwords::languageOf(detail.asset.presentType(), record));
}

void AssetInspector::showHead()
{
    const look::Tone tone = assetwords::statusTone(m_row.status);
    m_statusIcon->setPixmap(look::stateIcon(tone, palette()).pixmap(QSize(16, 16), devicePixelRatioF()));
    m_status->setText(assetwords::status(m_row.status));
    QPalette inked = palette();
    inked.setColor(QPalette::WindowText, look::color(tone, palette()));
    m_status->setPalette(inked);
    const QString id = assetwords::shown(m_row.id);
    m_headline->setFullText(m_row.name.isEmpty() ? id : QString(m_row.name + QStringLiteral("  ·  ") + id));
    const QString project = assetwords::shown(m_row.project);
    const QString event = tr("%1 %2").arg(m_row.lastEvent, deliverytext::exact(m_row.at));
    m_facts->setText(project.isEmpty() ? event : tr("project %1  ·  %2").arg(project, event));
}

void AssetInspector::titleTabs(const AssetDetail &detail)
{
    const auto counted = [](const QString &word, qsizetype count) {
        return count > 0 ? QStringLiteral("%1 %2").arg(word).arg(count) : word;
    };
    m_tabs->setTabText(CallbacksTab, counted(tr("Callbacks"), detail.callbacks.size()));
    m_tabs->setTabText(EncoderTab, counted(tr("Encoder"), detail.notifications.size()));
}

void AssetInspector::showChanges(const QList<FieldChange> &changes)
{
    m_record->showChanges(changes);
    if (!changes.isEmpty())
        m_tabs->setCurrentIndex(RecordTab);
}

void AssetInspector::focusContent()
{
    QWidget *content = m_tabs->currentWidget();
    while (content->focusProxy())
        content = content->focusProxy();
    // A tab that has nothing to show has nothing to go to either.
    if (!content->isVisible() || content->focusPolicy() == Qt::NoFocus)
        content = m_tabs->tabBar();
    content->setFocus(Qt::ShortcutFocusReason);
}

void AssetInspector::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_row.id.isEmpty())
        showHead();
}

} // namespace callboard
