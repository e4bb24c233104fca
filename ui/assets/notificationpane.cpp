#include "ui/assets/notificationpane.h"

#include "ui/assets/assetwords.h"
#include "ui/assets/facts.h"
#include "ui/deliveries/deliverytext.h"
#include "ui/look/look.h"
#include "ui/look/payloadview.h"
#include "ui/targets/form/named.h"
#include "ui/targets/plaintable.h"

#include <QHeaderView>
#include <QSignalBlocker>

#include <algorithm>

namespace callboard {

namespace {

constexpr int kFirstSize = 200; // of both parts: they share what room there is

enum Column { EncoderColumn, JobColumn, PartColumn, StateColumn, CameColumn, RepeatsColumn };

} // namespace

NotificationPane::NotificationPane(Qt::Orientation orientation, Columns columns, QWidget *parent)
    : QSplitter(orientation, parent)
    , m_model(factModel({tr("Encoder"), tr("Job"), tr("Part"), tr("State"), tr("Came"), tr("Repeats")}, this))
    , m_table(named(new PlainTable(m_model, {}, this), "notificationTable", tr("Encoder notifications")))
    , m_body(named(new PayloadView(this), "notificationBodyView", tr("Body of the notification")))
{
    setChildrenCollapsible(false);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(StateColumn, QHeaderView::Stretch); // an error can be long
    for (const int column : {EncoderColumn, JobColumn})
        m_table->setColumnHidden(column, columns == Columns::Brief);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setMinimumHeight(3 * look::kRowHeight);
    m_body->setMinimumHeight(2 * look::kRowHeight);
    m_body->setEmptyText(tr("The body of the chosen notification shows here, as it came."));
    setStretchFactor(0, 1);
    setStretchFactor(1, 1);
    setSizes({kFirstSize, kFirstSize});
    setFocusProxy(m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        const QModelIndexList rows = m_table->selectionModel()->selectedRows();
        m_current = rows.isEmpty() ? NotificationId{} : m_notifications.value(rows.first().row()).id;
        showBody();
        emit currentChanged();
    });
}

void NotificationPane::setNotifications(const QList<EncoderNotification> &notifications)
{
    const NotificationId chosen = m_current;
    const int row = m_table->currentIndex().row();
    {
        const QSignalBlocker quiet(m_table->selectionModel());
        m_notifications = notifications;
        m_model->setRowCount(int(notifications.size()));
        for (int i = 0; i < notifications.size(); ++i)
            fill(i);
        m_table->clearSelection();
    }
    m_table->setVisible(!notifications.isEmpty()); // what there is to say then stands in the middle
    select(chosen, row);
}

// The same one wherever it is now; where it is gone, the one that took its place.
void NotificationPane::select(NotificationId id, int otherwise)
{
    const auto found = std::find_if(m_notifications.begin(), m_notifications.end(),
                                    [id](const auto &each) { return each.id == id; });
    const int last = int(m_notifications.size()) - 1;
    const int row = found != m_notifications.end() ? int(found - m_notifications.begin())
                                                   : std::clamp(otherwise, 0, std::max(last, 0));
    if (last >= 0) {
        m_table->selectRow(row);
        return;
    }
    m_current = {};
    showBody();
    emit currentChanged();
}

void NotificationPane::fill(int row)
{
    const EncoderNotification &each = m_notifications[row];
    setFacts(*m_model, row,
             {{assetwords::encoder(each.encoder)},
              {each.jobId.isEmpty() ? assetwords::kUnknown : each.jobId},
              {assetwords::part(each)},
              {each.error.isEmpty() ? each.state : tr("%1: %2").arg(each.state, each.error),
               assetwords::stateTone(each.state), true},
              {deliverytext::exact(each.receivedAt)},
              {each.repeats > 0 ? QString::number(each.repeats) : assetwords::kUnknown}});
    m_model->item(row, CameColumn)->setText(deliverytext::ago(each.receivedAt, SystemClock().now()));
}

void NotificationPane::showBody()
{
    const std::optional<EncoderNotification> chosen = current();
    if (chosen)
        m_body->setContent(chosen->body, assetwords::languageOf(chosen->contentType, chosen->body));
    else
        m_body->setContent({}, PayloadView::Language::Plain);
}

void NotificationPane::setEmptyText(const QString &text)
{
    m_body->setEmptyText(text);
}

std::optional<EncoderNotification> NotificationPane::current() const
{
    for (const EncoderNotification &each : m_notifications) {
        if (each.id == m_current)
            return each;
    }
    return std::nullopt;
}

} // namespace callboard
