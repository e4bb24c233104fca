// The door's tokens as a table, in the order given. Times are those of the last update.
#pragma once

#include "core/domain/doortoken.h"

#include <QAbstractTableModel>

namespace callboard {

class DoorTokenModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NameColumn, ScopesColumn, MadeColumn, UsedColumn, EndsColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setTokens(const QList<DoorToken> &tokens, Timestamp now);
    [[nodiscard]] const DoorToken &token(int row) const { return m_tokens[row]; }
    [[nodiscard]] int rowOf(const QString &name) const; // its newest; -1: not there

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const DoorToken &token, int column) const;
    [[nodiscard]] QString toolTip(const DoorToken &token, int column) const;

    QList<DoorToken> m_tokens;
    Timestamp m_now{};
};

} // namespace callboard
