// What was mended in an imported text, before anything is saved: where, what, how.
#pragma once

#include "core/payload/targetimport.h"

#include <QAbstractTableModel>

namespace callboard {

class RepairModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { LineColumn, PositionColumn, WhatColumn, HowColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setRepairs(const QList<Repair> &repairs);
    [[nodiscard]] const Repair &repair(int row) const { return m_repairs[row]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<Repair> m_repairs;
};

} // namespace callboard
