// Who would be called for an event, target by target, with the reason. Sends nothing.
#pragma once

#include "core/engine/matching.h"

#include <QAbstractTableModel>

#include <optional>

namespace callboard {

class MatchModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { TargetColumn, CalledColumn, ReasonColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    // Without an event nobody is called, and no reason is given.
    void setMatches(const QList<CallbackTarget> &targets, const std::optional<MediaEvent> &event);
    [[nodiscard]] int calledCount() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString target;
        TargetState state = TargetState::Enabled;
        std::optional<MatchVerdict> verdict;
    };

    [[nodiscard]] static QString called(const Row &row);
    [[nodiscard]] static QVariant tone(const Row &row);

    QList<Row> m_rows;
};

} // namespace callboard
