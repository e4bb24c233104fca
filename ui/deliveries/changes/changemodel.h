// What differs between two records of an asset as a table: mark, field, before, after. Values carry their meanings;
// absent shows as “–”, empty as a word.
#pragma once

#include "ui/deliveries/changes/assetchanges.h"

#include <QAbstractTableModel>

namespace callboard {

class ChangeModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { MarkColumn, FieldColumn, BeforeColumn, AfterColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setChanges(const QList<ReadableChange> &changes);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<ReadableChange> m_changes;
};

} // namespace callboard
