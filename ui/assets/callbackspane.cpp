#include "ui/assets/callbackspane.h"

#include "ui/assets/assetwords.h"
#include "ui/assets/facts.h"
#include "ui/look/emptystate.h"
#include "ui/look/look.h"
#include "ui/targets/form/named.h"
#include "ui/targets/plaintable.h"
#include "ui/targets/targetwords.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace callboard {

namespace {

constexpr int kUrl = 0;

look::Tone toneOf(TargetState state)
{
    switch (state) {
    case TargetState::Enabled: return look::Tone::Delivered;
    case TargetState::Paused: return look::Tone::Held;
    case TargetState::Disabled: return look::Tone::Cancelled;
    case TargetState::Gone: return look::Tone::Failed;
    }
    return look::Tone::Cancelled;
}

} // namespace

CallbacksPane::CallbacksPane(QWidget *parent)
    : QStackedWidget(parent)
    , m_model(factModel({tr("Calls"), tr("Method"), tr("Fires for"), tr("Source"), tr("State")}, this))
    , m_table(named(new PlainTable(m_model, {kUrl}, this), "callbackTable", tr("Callbacks of this asset")))
    , m_empty(named(new EmptyState(this), "callbacksEmptyState", tr("No callbacks")))
{
    m_table->setFrameShape(QFrame::NoFrame);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(kUrl, QHeaderView::Stretch);
    m_table->installEventFilter(this);
    connect(m_table, &QAbstractItemView::doubleClicked, this,
            [this](const QModelIndex &index) { editRow(index.row()); });
    m_empty->present(QStringLiteral("targets"), tr("This asset has no callbacks of its own"),
                     tr("They come with the request that publishes it, POST /assets, under parameters.callbacks. "
                        "Targets for all assets or for its project are called all the same."));
    addWidget(m_table);
    addWidget(m_empty);
    setContentsMargins(look::kMargin - look::kGap, 0, 0, 0); // the cells' text lines up with the head above
    setCurrentWidget(m_empty);
}

void CallbacksPane::setCallbacks(const QList<CallbackTarget> &callbacks)
{
    m_callbacks = callbacks;
    m_model->setRowCount(int(callbacks.size()));
    for (int row = 0; row < callbacks.size(); ++row) {
        const CallbackTarget &target = callbacks[row];
        setFacts(*m_model, row,
                 {{target.url},
                  {target.isMail() ? tr("e-mail") : toString(target.method)},
                  {words::firesFor(target.triggers)},
                  {assetwords::source(target)},
                  {words::state(target.state), toneOf(target.state), true}});
    }
    setCurrentWidget(callbacks.isEmpty() ? static_cast<QWidget *>(m_empty) : m_table);
    setFocusProxy(currentWidget());
}

bool CallbacksPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            editRow(m_table->currentIndex().row());
            return true;
        }
    }
    return QStackedWidget::eventFilter(watched, event);
}

void CallbacksPane::editRow(int row)
{
    if (row >= 0 && row < m_callbacks.size())
        emit editRequested(m_callbacks[row].id);
}

} // namespace callboard
