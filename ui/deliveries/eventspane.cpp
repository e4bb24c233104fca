#include "ui/deliveries/eventspane.h"

#include "ui/deliveries/deliverytext.h"
#include "ui/deliveries/windowstory.h"
#include "ui/look/access/boundedtable.h"
#include "ui/look/look.h"
#include "ui/look/payloadview.h"
#include "ui/look/toneddelegate.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>

namespace callboard {

namespace {

enum Column { Received, Happened, EventName, ColumnCount };

} // namespace

EventsPane::EventsPane(QWidget *parent)
    : QWidget(parent)
    , m_table(new BoundedTableWidget(0, ColumnCount, this))
    , m_record(new PayloadView(this))
{
    buildTable();
    m_record->setObjectName(QStringLiteral("absorbedRecordView"));
    m_record->setEmptyText(tr("This event carries no record."));
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(m_record);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    setFocusProxy(m_table);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::kMargin - look::kGap, 0, 0, 0); // the cells' text lines up with the head above
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(splitter, 1);
}

QWidget *EventsPane::buildHead()
{
    auto *head = new QWidget(this);
    m_story = look::plainLabel({}, head);
    m_story->setObjectName(QStringLiteral("windowStoryLabel"));
    m_story->setWordWrap(true);
    m_story->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_successor = new QPushButton(look::icon(QStringLiteral("deliveries")), {}, head);
    m_successor->setObjectName(QStringLiteral("successorButton"));
    m_successor->setAutoDefault(false);
    m_successor->hide();
    connect(m_successor, &QPushButton::clicked, this, [this] { emit deliveryRequested(m_supersededBy); });
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(look::kGap, look::kGap, look::kMargin, look::kGap / 2);
    row->setSpacing(look::kGroupGap);
    row->addWidget(m_story, 1);
    row->addWidget(m_successor, 0, Qt::AlignTop);
    return head;
}

void EventsPane::buildTable()
{
    m_table->setObjectName(QStringLiteral("absorbedTable"));
    m_table->setAccessibleName(tr("Absorbed events"));
    m_table->setHorizontalHeaderLabels({tr("Received"), tr("Event"), tr("Id")});
    m_table->setItemDelegate(new TonedDelegate({EventName}, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setMinimumSectionSize(look::kRowHeight);
    m_table->verticalHeader()->setDefaultSectionSize(look::kRowHeight);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(EventName, QHeaderView::Stretch);
    connect(m_table, &QTableWidget::currentCellChanged, this, &EventsPane::showRecord);
}

void EventsPane::setDetail(const DeliveryDetail &detail, Timestamp now)
{
    const QStringList story = windowStory(detail, now);
    m_story->setText(story.join(QLatin1Char(' ')));
    m_story->setVisible(!story.isEmpty());
    m_supersededBy = detail.row.delivery.supersededBy;
    m_successor->setText(tr("Go to %1").arg(m_supersededBy.value));
    m_successor->setToolTip(tr("Shows the delivery that took its place"));
    m_successor->setVisible(m_supersededBy.isValid());
    setEvents(detail.events);
}

void EventsPane::setEvents(const QList<MediaEvent> &events)
{
    const int chosen = m_events.size() == events.size() ? m_table->currentRow() : int(events.size()) - 1;
    m_events = events;
    {
        const QSignalBlocker quiet(m_table);
        m_table->setRowCount(int(events.size()));
        for (int row = 0; row < events.size(); ++row) {
            const MediaEvent &event = events[row];
            const QStringList texts{deliverytext::exact(event.receivedAt), QString(info(event.trigger).word),
                                    event.sourceId};
            for (int column = 0; column < texts.size(); ++column)
                m_table->setItem(row, column, new QTableWidgetItem(texts[column]));
        }
        if (!events.isEmpty())
            m_table->setCurrentCell(chosen >= 0 ? chosen : int(events.size()) - 1, Received);
    }
    showRecord(m_table->currentRow());
}

void EventsPane::showRecord(int row)
{
    if (row < 0 || row >= m_events.size()) {
        m_record->setContent({}, PayloadView::Language::Plain);
        return;
    }
    const MediaEvent &event = m_events[row];
    m_record->setContent(event.data, PayloadView::languageFor(event.dataContentType.toLatin1()));
}

} // namespace callboard
