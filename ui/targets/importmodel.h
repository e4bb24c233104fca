// The targets found in an import: which to save (ticked), under what name (edited in place), and what became of it.
#pragma once

#include "core/domain/target.h"

#include <QAbstractTableModel>

namespace callboard {

class ImportModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NameColumn, UrlColumn, FiresColumn, ResultColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setTargets(const QList<CallbackTarget> &targets);
    [[nodiscard]] const CallbackTarget &target(int row) const { return m_rows[row].target; }
    [[nodiscard]] QList<int> tickedRows() const; // not saved yet
    // The first sentence that keeps a ticked row from being saved; empty: none.
    [[nodiscard]] QString obstacle() const;
    void setSaved(int row);
    void setProblem(int row, const QString &sentence);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

signals:
    void ticksChanged();

private:
    struct Row {
        CallbackTarget target;
        bool ticked = true;
        bool saved = false;
        QString problem; // the engine's word on it
    };

    [[nodiscard]] static QString fault(const CallbackTarget &target);
    [[nodiscard]] static QString result(const Row &row);
    [[nodiscard]] static QVariant tone(const Row &row);
    void touched(int row);

    QList<Row> m_rows;
};

} // namespace callboard
