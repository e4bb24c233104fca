#include "ui/targets/repairmodel.h"

#include "ui/look/look.h"

namespace callboard {

namespace {

int alignmentOf(int column)
{
    const bool number = column == RepairModel::LineColumn || column == RepairModel::PositionColumn;
    return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace

void RepairModel::setRepairs(const QList<Repair> &repairs)
{
    beginResetModel();
    m_repairs = repairs;
    endResetModel();
}

int RepairModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_repairs.size());
}

int RepairModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RepairModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(index.column());
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (role == Qt::ToolTipRole)
        return look::plainTip(data(index, Qt::DisplayRole).toString());
    const Repair &repair = m_repairs[index.row()];
    switch (index.column()) {
    case LineColumn: return repair.line;
    case PositionColumn: return repair.column;
    case WhatColumn: return repair.what;
    case HowColumn: return repair.how;
    default: return {};
    }
}

QVariant RepairModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(section);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case LineColumn: return tr("Line");
    case PositionColumn: return tr("Column");
    case WhatColumn: return tr("What was wrong");
    case HowColumn: return tr("How it was mended");
    default: return {};
    }
}

} // namespace callboard
