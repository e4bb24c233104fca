#include "ui/events/explaindialog.h"

#include "ui/assets/assetwords.h"
#include "ui/deliveries/deliverytext.h"
#include "ui/events/matchmodel.h"
#include "ui/look/columnwidth.h"
#include "ui/look/elidedlabel.h"
#include "ui/look/look.h"
#include "ui/look/screenfit.h"
#include "ui/targets/form/named.h"
#include "ui/targets/plaintable.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QPushButton>
#include <QVBoxLayout>

namespace callboard {

namespace {

constexpr QSize kSize(820, 420);

QString sentence(const Explanation &explanation)
{
    if (explanation.targets.isEmpty())
        return ExplainDialog::tr("There were no targets when it came in: nobody was called.");
    QStringList said{ExplainDialog::tr("%1 of %n targets were called.", nullptr, int(explanation.targets.size()))
                         .arg(explanation.calledCount())};
    if (const int unended = explanation.unendedCount(); unended > 0)
        said.append(ExplainDialog::tr("Calls not done yet: %1.").arg(unended));
    if (const int unknown = explanation.unknownCount(); unknown > 0)
        said.append(ExplainDialog::tr("Targets of which no record is kept: %1.").arg(unknown));
    return said.join(u' ');
}

QString eventLine(const MediaEvent &event)
{
    return ExplainDialog::tr("%1  ·  %2  ·  event %3 from %4  ·  %5")
        .arg(QString(info(event.trigger).word), assetwords::shown(event.asset), assetwords::shown(event.sourceId),
             assetwords::shown(event.source), deliverytext::exact(event.receivedAt));
}

} // namespace

ExplainDialog::ExplainDialog(const Explanation &explanation, QWidget *parent)
    : QDialog(parent)
    , m_model(new MatchModel(this))
{
    named(this, "explainDialog", tr("Who was called"));
    setWindowTitle(tr("Who was called, and why"));
    m_model->setExplanation(explanation);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::kMargin, look::kMargin, look::kMargin, look::kMargin);
    column->setSpacing(look::kGroupGap);
    column->addWidget(makeHead(explanation));
    column->addWidget(makeTable(), 1);
    column->addWidget(makeFoot());
    look::resizeWithinScreen(this, kSize);
    m_table->setFocus(Qt::OtherFocusReason);
}

QWidget *ExplainDialog::makeHead(const Explanation &explanation)
{
    auto *head = new QWidget(this);
    auto *title = named(look::plainLabel(sentence(explanation), head), "explainSentence", tr("In short"));
    title->setFont(look::sectionFont());
    title->setWordWrap(true);
    auto *event = named(new ElidedLabel(head), "explainEvent", tr("Event"));
    event->setFullText(eventLine(explanation.event));
    look::makeQuiet(event);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::kGap / 2);
    column->addWidget(title);
    column->addWidget(event);
    return head;
}

QWidget *ExplainDialog::makeTable()
{
    m_table = named(new PlainTable(m_model), "explainTable", tr("Targets, what became of each call, and why"));
    QHeaderView *header = m_table->horizontalHeader();
    header->resizeSection(MatchModel::TargetColumn, look::columnWidth(*m_table, MatchModel::TargetColumn, 20));
    header->resizeSection(MatchModel::CalledColumn, look::columnWidth(*m_table, MatchModel::CalledColumn, 21));
    header->setSectionResizeMode(MatchModel::ReasonColumn, QHeaderView::Stretch);
    connect(m_table, &QAbstractItemView::doubleClicked, this, &ExplainDialog::openDelivery);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_open->setEnabled(chosen().isValid()); });
    return m_table;
}

QWidget *ExplainDialog::makeFoot()
{
    auto *foot = new QWidget(this);
    m_open = named(new QPushButton(tr("&Open delivery"), foot), "openDeliveryButton", tr("Open delivery"));
    m_open->setToolTip(tr("Shows the delivery that carries the event to the chosen target (Enter, double click)"));
    m_open->setDefault(true); // Enter in the table
    m_open->setEnabled(false);
    auto *close = named(new QPushButton(tr("&Close"), foot), "closeButton", tr("Close"));
    close->setAutoDefault(false);
    connect(m_open, &QPushButton::clicked, this, &ExplainDialog::openDelivery);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::kGap);
    row->addStretch();
    row->addWidget(close);
    row->addWidget(m_open);
    return foot;
}

DeliveryId ExplainDialog::chosen() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? DeliveryId{} : m_model->delivery(rows.constFirst().row());
}

void ExplainDialog::openDelivery()
{
    const DeliveryId id = chosen();
    if (!id.isValid())
        return;
    accept();
    emit deliveryRequested(id);
}

} // namespace callboard
