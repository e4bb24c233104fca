#include "ui/assets/differencepane.h"

#include "ui/assets/assetwords.h"
#include "ui/assets/facts.h"
#include "ui/look/look.h"
#include "ui/targets/form/named.h"
#include "ui/targets/plaintable.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace callboard {

namespace {

constexpr int kMostRowsShown = 4; // the others are scrolled to
constexpr int kFieldWidth = 180;

QString orAbsent(const std::optional<QString> &value)
{
    if (!value)
        return DifferencePane::tr("not there");
    return value->isEmpty() ? DifferencePane::tr("empty") : *value;
}

} // namespace

DifferencePane::DifferencePane(QWidget *parent)
    : QWidget(parent)
    , m_model(factModel({tr("Field"), tr("Before"), tr("Now")}, this))
    , m_table(named(new PlainTable(m_model, {}, this), "differenceTable", tr("What differs")))
{
    named(this, "differencePane", tr("What the platform's answer differs in"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->horizontalHeader()->resizeSection(0, kFieldWidth);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, look::kGap);
    column->setSpacing(look::kGap / 2);
    column->addWidget(makeHead());
    column->addWidget(m_table);
    hide();
}

QWidget *DifferencePane::makeHead()
{
    auto *head = new QWidget(this);
    auto *title = look::plainLabel(tr("What differs in the platform's record"), head);
    title->setFont(look::sectionFont());
    auto *close = named(new QToolButton(head), "differenceCloseButton", tr("Dismiss what differs"));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::StrongFocus);
    close->setIcon(look::icon(QStringLiteral("clear")));
    close->setToolTip(tr("Dismiss"));
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(look::kGap, 0, look::kGap, 0);
    row->addWidget(title, 1);
    row->addWidget(close);
    return head;
}

void DifferencePane::show(const QList<FieldChange> &changes)
{
    m_model->setRowCount(int(changes.size()));
    for (int row = 0; row < changes.size(); ++row) {
        const FieldChange &change = changes[row];
        setFacts(*m_model, row,
                 {{QString::fromUtf8(change.name)},
                  {orAbsent(change.before), change.before ? std::nullopt : std::optional(look::Tone::Cancelled)},
                  {orAbsent(change.after), change.after ? look::Tone::Waiting : look::Tone::Cancelled}});
    }
    fitHeight();
    setVisible(!changes.isEmpty());
}

void DifferencePane::fitHeight()
{
    const int rows = std::clamp(m_model->rowCount(), 1, kMostRowsShown);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows * look::kRowHeight
                            + 2 * m_table->frameWidth());
}

} // namespace callboard
