// The assets of the workspace as a table, in the order given. New data is merged row by row, so that selection and
// scroll position stay. Times are relative to the moment they were last refreshed at.
#pragma once

#include "ui/assets/assetdetail.h"

#include <QAbstractTableModel>

namespace callboard {

class AssetListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { IdColumn, NameColumn, StatusColumn, ProjectColumn, EventColumn, WhenColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setAssets(const QList<AssetRow> &rows, Timestamp now);
    void refreshTimes(Timestamp now);
    [[nodiscard]] const AssetRow &asset(int row) const { return m_rows[row]; }
    [[nodiscard]] int rowOf(const QString &id) const; // -1: not there

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void removeMissing(const QList<AssetRow> &rows);
    void place(int row, const AssetRow &asset);
    [[nodiscard]] QString text(const AssetRow &row, int column) const;
    [[nodiscard]] QString toolTip(const AssetRow &row, int column) const;

    QList<AssetRow> m_rows;
    Timestamp m_now{};
};

} // namespace callboard
