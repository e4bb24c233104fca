#include "ui/targets/form/fieldgrid.h"

#include "ui/look/look.h"

#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace callboard {

namespace {

constexpr int kLineGap = 4;

QWidget *withLine(QWidget *field, FieldLine *line)
{
    auto *both = new QWidget;
    auto *column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kLineGap);
    column->addWidget(field);
    column->addWidget(line);
    return both;
}

// The label's text stands on the line of the field's first row, however tall the field is.
int firstRowHeight(const QWidget *field)
{
    return std::min(field->sizeHint().height(), look::kRowHeight);
}

} // namespace

FieldGrid::FieldGrid(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(look::kGap);
    m_grid->setVerticalSpacing(look::kGap);
    m_grid->setColumnStretch(1, 1);
}

QLabel *FieldGrid::addRow(const QString &text, QWidget *field, FieldLine *line, QWidget *buddy)
{
    auto *label = new QLabel(text, this);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    label->setMinimumHeight(firstRowHeight(field));
    label->setBuddy(buddy ? buddy : field);
    const int row = m_grid->rowCount();
    m_grid->addWidget(label, row, 0, Qt::AlignRight | Qt::AlignTop);
    m_grid->addWidget(line ? withLine(field, line) : field, row, 1);
    m_labels.append(label);
    return label;
}

void FieldGrid::addWide(QWidget *widget)
{
    m_grid->addWidget(widget, m_grid->rowCount(), 0, 1, 2);
}

int FieldGrid::widestLabel() const
{
    int width = 0;
    for (const QLabel *label : m_labels)
        width = std::max(width, label->sizeHint().width());
    return width;
}

void FieldGrid::alignLabels(const QList<FieldGrid *> &grids)
{
    int width = 0;
    for (const FieldGrid *grid : grids)
        width = std::max(width, grid->widestLabel());
    for (FieldGrid *grid : grids)
        grid->m_grid->setColumnMinimumWidth(0, width);
}

QWidget *inRow(std::initializer_list<QWidget *> controls, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(look::kGap);
    for (QWidget *control : controls)
        layout->addWidget(control);
    layout->addStretch(1);
    return row;
}

} // namespace callboard
