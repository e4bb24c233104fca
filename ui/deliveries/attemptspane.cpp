#include "ui/deliveries/attemptspane.h"

#include "ui/deliveries/deliverytext.h"
#include "ui/look/look.h"
#include "ui/look/toneddelegate.h"

#include <QHeaderView>
#include <QSignalBlocker>
#include <QTextDocument>

namespace callboard {

namespace {

enum Column { Number, When, OutcomeColumn, Status, Duration, Address, Steps, ColumnCount };

look::Tone toneOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Pending: return look::Tone::Moving;
    case Outcome::Delivered: return look::Tone::Delivered;
    case Outcome::InDoubt: return look::Tone::InDoubt;
    case Outcome::NotSent:
    case Outcome::Rejected: return look::Tone::Failed;
    }
    return look::Tone::Failed;
}

std::optional<std::chrono::milliseconds> lengthOf(const Attempt &attempt)
{
    if (!attempt.finishedAt)
        return std::nullopt;
    return *attempt.finishedAt - attempt.startedAt;
}

QTableWidgetItem *cell(const QString &text, bool right = false)
{
    auto *item = new QTableWidgetItem(text);
    item->setTextAlignment(Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft));
    item->setToolTip(Qt::mightBeRichText(text) ? text.toHtmlEscaped() : text);
    return item;
}

QString stepsOf(const Attempt &attempt)
{
    const QString phases = deliverytext::phases(attempt.exchange.timings);
    return attempt.exchange.errorText.isEmpty() ? phases : attempt.exchange.errorText;
}

} // namespace

AttemptsPane::AttemptsPane(QWidget *parent)
    : QTableWidget(0, ColumnCount, parent)
{
    setObjectName(QStringLiteral("attemptTable"));
    setAccessibleName(tr("Attempts"));
    setHorizontalHeaderLabels({tr("No."), tr("When"), tr("Outcome"), tr("Status"), tr("Duration"), tr("Address"),
                               tr("Error, or where the time went")});
    setItemDelegate(new TonedDelegate({}, this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(look::kRowHeight);
    verticalHeader()->setDefaultSectionSize(look::kRowHeight);
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(Steps, QHeaderView::Stretch);
    for (const int column : {Number, Status, Duration})
        horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (const int column : {When, OutcomeColumn, Address, Steps})
        horizontalHeaderItem(column)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(this, &QTableWidget::currentCellChanged, this, [this](int row) {
        if (row >= 0)
            emit attemptChosen(row);
    });
}

void AttemptsPane::setAttempts(const QList<Attempt> &attempts)
{
    const QSignalBlocker quiet(this);
    const int chosen = rowCount() == attempts.size() ? currentRow() : -1;
    setRowCount(int(attempts.size()));
    for (int row = 0; row < attempts.size(); ++row) {
        const Attempt &attempt = attempts[row];
        const int status = attempt.exchange.status;
        auto *outcome = cell(deliverytext::outcomeWord(attempt));
        outcome->setData(TonedDelegate::ToneRole, int(toneOf(attempt.exchange.outcome)));
        outcome->setData(TonedDelegate::ToneIconRole, true);
        setItem(row, Number, cell(QString::number(attempt.number), true));
        setItem(row, When, cell(deliverytext::exact(attempt.startedAt)));
        setItem(row, OutcomeColumn, outcome);
        setItem(row, Status, cell(status != 0 ? QString::number(status) : deliverytext::kUnknown, true));
        setItem(row, Duration, cell(deliverytext::duration(lengthOf(attempt)), true));
        setItem(row, Address, cell(attempt.exchange.remoteAddress));
        setItem(row, Steps, cell(stepsOf(attempt)));
    }
    if (!attempts.isEmpty())
        setCurrentCell(chosen >= 0 ? chosen : int(attempts.size()) - 1, Number);
}

} // namespace callboard
