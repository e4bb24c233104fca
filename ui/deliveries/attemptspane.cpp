#include "ui/deliveries/attemptspane.h"

#include "ui/deliveries/deliverytext.h"
#include "ui/look/access/boundedtable.h"
#include "ui/look/look.h"
#include "ui/look/recorded.h"
#include "ui/look/toneddelegate.h"
#include "ui/targets/form/fieldline.h"
#include "ui/targets/form/named.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTextDocument>
#include <QVBoxLayout>

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
    const Exchange &exchange = attempt.exchange;
    QStringList parts{exchange.errorText.isEmpty() ? deliverytext::phases(exchange.timings)
                                                   : inOurLanguage(exchange.errorText),
                      inOurLanguage(exchange.note)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString noteOf(const Attempt &attempt)
{
    const QString &note = attempt.exchange.note;
    return note.isEmpty() ? QString() : AttemptsPane::tr("Attempt %1: %2").arg(attempt.number).arg(inOurLanguage(note));
}

} // namespace

AttemptsPane::AttemptsPane(QWidget *parent)
    : QWidget(parent)
    , m_table(new BoundedTableWidget(0, ColumnCount, this))
    , m_note(new FieldLine("attemptNoteLine", this))
{
    buildTable();
    setFocusProxy(m_table);
    m_note->setForegroundRole(QPalette::WindowText); // its own colour, also on a ground of Base
    m_note->setContentsMargins(look::kMargin, look::kGap / 2, look::kMargin, look::kGap / 2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table, 1);
    column->addWidget(m_note);
    column->addLayout(makeFoot());
}

QLayout *AttemptsPane::makeFoot()
{
    m_revision = named(new QPushButton(this), "revisionButton", tr("Revision of the target"));
    m_revision->setFlat(true);
    m_revision->setToolTip(tr("Shows how the target was defined then, and what was changed since"));
    m_revision->hide();
    connect(m_revision, &QPushButton::clicked, this,
            [this] { emit revisionRequested(m_revisions.value(m_table->currentRow())); });
    auto *row = new QHBoxLayout;
    row->setContentsMargins(look::kGap, 0, look::kMargin, 0);
    row->addWidget(m_revision);
    row->addStretch(1);
    return row;
}

void AttemptsPane::buildTable()
{
    m_table->setObjectName(QStringLiteral("attemptTable"));
    m_table->setAccessibleName(tr("Attempts"));
    m_table->setHorizontalHeaderLabels({tr("No."), tr("When"), tr("Outcome"), tr("Status"), tr("Duration"),
                                        tr("Address"), tr("Error, or where the time went")});
    m_table->setItemDelegate(new TonedDelegate({}, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setMinimumSectionSize(look::kRowHeight);
    m_table->verticalHeader()->setDefaultSectionSize(look::kRowHeight);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(Steps, QHeaderView::Stretch);
    for (const int column : {Number, Status, Duration})
        m_table->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (const int column : {When, OutcomeColumn, Address, Steps})
        m_table->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(m_table, &QTableWidget::currentCellChanged, this, [this](int row) {
        showNote(row);
        if (row >= 0)
            emit attemptChosen(row);
    });
}

void AttemptsPane::setAttempts(const QList<Attempt> &attempts)
{
    const QSignalBlocker quiet(m_table);
    const int chosen = m_table->rowCount() == attempts.size() ? m_table->currentRow() : -1;
    m_table->setRowCount(int(attempts.size()));
    m_notes.clear();
    m_revisions.clear();
    for (int row = 0; row < attempts.size(); ++row) {
        fillRow(row, attempts[row]);
        m_notes << noteOf(attempts[row]);
        m_revisions << attempts[row].targetRevision;
    }
    if (!attempts.isEmpty())
        m_table->setCurrentCell(chosen >= 0 ? chosen : int(attempts.size()) - 1, Number);
    showNote(m_table->currentRow());
}

void AttemptsPane::fillRow(int row, const Attempt &attempt)
{
    const int status = attempt.exchange.status;
    auto *outcome = cell(deliverytext::outcomeWord(attempt));
    outcome->setData(TonedDelegate::ToneRole, int(toneOf(attempt.exchange.outcome)));
    outcome->setData(TonedDelegate::ToneIconRole, true);
    auto *answer = cell(status != 0 ? QString::number(status) : deliverytext::kUnknown, true);
    answer->setToolTip(deliverytext::answer(attempt));
    m_table->setItem(row, Number, cell(QString::number(attempt.number), true));
    m_table->setItem(row, When, cell(deliverytext::exact(attempt.startedAt)));
    m_table->setItem(row, OutcomeColumn, outcome);
    m_table->setItem(row, Status, answer);
    m_table->setItem(row, Duration, cell(deliverytext::duration(lengthOf(attempt)), true));
    m_table->setItem(row, Address, cell(attempt.exchange.remoteAddress));
    m_table->setItem(row, Steps, cell(stepsOf(attempt)));
}

// The table cuts what is long.
void AttemptsPane::showNote(int row)
{
    m_note->say(FieldLine::Mood::Hint, m_notes.value(row));
    const int revision = m_revisions.value(row);
    m_revision->setVisible(revision > 0);
    m_revision->setText(tr("By revision %1 of the target").arg(revision));
}

} // namespace callboard
