#include "ui/deliveries/eventspane.h"

#include "ui/deliveries/deliverytext.h"
#include "ui/look/look.h"
#include "ui/look/payloadview.h"
#include "ui/look/toneddelegate.h"

#include <QHeaderView>
#include <QSignalBlocker>
#include <QTableWidget>

namespace callboard {

EventsPane::EventsPane(QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_table(new QTableWidget(0, 3, this))
    , m_record(new PayloadView(this))
{
    setChildrenCollapsible(false);
    setFocusProxy(m_table);
    setContentsMargins(look::kMargin - look::kGap, 0, 0, 0); // the cells' text lines up with the head above
    m_table->setObjectName(QStringLiteral("absorbedTable"));
    m_table->setAccessibleName(tr("Absorbed events"));
    m_table->setHorizontalHeaderLabels({tr("Received"), tr("Event"), tr("Id")});
    m_table->setItemDelegate(new TonedDelegate({2}, m_table));
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
    m_table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_record->setEmptyText(tr("This event carries no record."));
    connect(m_table, &QTableWidget::currentCellChanged, this, &EventsPane::showRecord);
    setStretchFactor(0, 1);
    setStretchFactor(1, 1);
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
            m_table->setCurrentCell(chosen >= 0 ? chosen : int(events.size()) - 1, 0);
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
