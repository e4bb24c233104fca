// The targets of the workspace as a table, in the order given. New data is merged row by row, so that selection and
// scroll position stay. Times are relative to the moment of the last update.
#pragma once

#include "core/store/workspacereader.h"
#include "ui/look/look.h"

#include <QAbstractTableModel>

namespace callboard {

class TargetListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        StateColumn,
        UrlColumn,
        FormatColumn,
        FiresColumn,
        LastColumn,
        DeliveredColumn,
        FailedColumn,
        OpenColumn,
        ColumnCount
    };
    enum Role { SortRole = Qt::UserRole + 1, SearchRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setSummaries(const QList<TargetSummary> &summaries, Timestamp now);
    [[nodiscard]] const TargetSummary &summary(int row) const { return m_rows[row]; }
    [[nodiscard]] int rowOf(TargetId id) const; // -1: not there

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void removeMissing(const QList<TargetSummary> &summaries);
    void place(int row, const TargetSummary &summary);
    [[nodiscard]] QString text(const TargetSummary &row, int column) const;
    [[nodiscard]] QString stateText(const TargetSummary &row) const; // of one that fails how
    [[nodiscard]] QString lastResult(const TargetSummary &row) const;
    [[nodiscard]] QString toolTip(const TargetSummary &row, int column) const;
    [[nodiscard]] QVariant sortKey(const TargetSummary &row, int column) const;
    [[nodiscard]] std::optional<look::Tone> tone(const TargetSummary &row, int column) const;

    QList<TargetSummary> m_rows;
    Timestamp m_now{};
};

} // namespace callboard
