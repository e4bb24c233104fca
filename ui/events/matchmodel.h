// Who is called for an event, target by target, with the reason: who would be, or, for one that was taken in, what
// became of each call. Sends nothing.
#pragma once

#include "core/engine/explanation.h"

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
    void setExplanation(const Explanation &explanation);
    [[nodiscard]] int calledCount() const;
    // That carries the event to the row's target, or would; invalid: none.
    [[nodiscard]] DeliveryId delivery(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString called(const Explained &row) const;
    [[nodiscard]] QVariant tone(const Explained &row) const;
    [[nodiscard]] QString text(const Explained &row, int column) const;

    Explanation m_explanation;
    bool m_hasEvent = false; // false: the targets' names alone are known
};

} // namespace callboard
