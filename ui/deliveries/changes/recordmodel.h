// Every field of a record as a table, in the record's own order: name, value as it came, what it means. Fields that no
// document names are said to be kept.
#pragma once

#include "core/payload/recordwords.h"

#include <QAbstractTableModel>

namespace callboard {

class RecordModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { FieldColumn, ValueColumn, MeaningColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setFields(const QList<ReadableField> &fields);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<ReadableField> m_fields;
};

} // namespace callboard
