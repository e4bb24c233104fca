// The workspace's projects as a table, in the order given. New data is merged row by row, so that selection and scroll
// position stay. Times are relative to the moment of the last update.
#pragma once

#include "ui/look/look.h"
#include "ui/projects/projectwords.h"

#include <QAbstractTableModel>

namespace callboard {

class ProjectListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NameColumn, IdColumn, UrlColumn, StateColumn, LastColumn, OpenColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const QList<ProjectRow> &rows, Timestamp now);
    [[nodiscard]] const ProjectRow &row(int row) const { return m_rows[row]; }
    [[nodiscard]] int rowOf(const QString &id) const; // -1: not there
    [[nodiscard]] QStringList ids() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void removeMissing(const QList<ProjectRow> &rows);
    void place(int row, const ProjectRow &project);
    [[nodiscard]] QString text(const ProjectRow &row, int column) const;
    [[nodiscard]] QString toolTip(const ProjectRow &row, int column) const;
    [[nodiscard]] static std::optional<look::Tone> tone(const ProjectRow &row, int column);

    QList<ProjectRow> m_rows;
    Timestamp m_now{};
};

} // namespace callboard
