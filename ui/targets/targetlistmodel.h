// The targets of the workspace as a table, in the order given. New data is merged row by row, so that selection and
// scroll position stay. Times are relative to the moment of the last update. Rows can be dragged; where they are
// dropped is the table's business.
#pragma once

#include "core/store/workspacereader.h"
#include "ui/look/look.h"
#include "ui/targets/certificateends.h"
#include "ui/targets/targettrend.h"

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
        TrendColumn,   // the last 24 hours
        SuccessColumn, // within them
        DeliveredColumn,
        FailedColumn,
        OpenColumn,
        ColumnCount
    };
    enum Role { SortRole = Qt::UserRole + 1, SearchRole, TrendRole };

    explicit TargetListModel(QObject *parent = nullptr);

    void setSummaries(const QList<TargetSummary> &summaries, Timestamp now);
    void setTrends(const TargetTrends &trends);
    [[nodiscard]] const TargetSummary &summary(int row) const { return m_rows[row]; }
    [[nodiscard]] int rowOf(TargetId id) const; // -1: not there
    [[nodiscard]] QList<TargetId> order() const;
    // Until the store says so, too. Those that are not named come behind.
    void arrange(const QList<TargetId> &order);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QStringList mimeTypes() const override { return {m_mimeType}; } // of rows of this model alone
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDragActions() const override { return Qt::MoveAction; }

private:
    void removeMissing(const QList<TargetSummary> &summaries);
    void place(int row, const TargetSummary &summary);
    [[nodiscard]] QString text(const TargetSummary &row, int column) const;
    [[nodiscard]] QString stateText(const TargetSummary &row) const; // of one that fails how
    [[nodiscard]] QString stateInFull(const TargetSummary &row) const;
    [[nodiscard]] QString certificateWarning(const TargetSummary &row) const; // empty: none ends soon
    [[nodiscard]] QString successRate(const TargetSummary &row) const;
    [[nodiscard]] QString trendInFull(const TargetSummary &row) const;
    [[nodiscard]] QString lastResult(const TargetSummary &row) const;
    [[nodiscard]] QString toolTip(const TargetSummary &row, int column) const;
    [[nodiscard]] QVariant sortKey(const TargetSummary &row, int column) const;
    [[nodiscard]] std::optional<look::Tone> tone(const TargetSummary &row, int column) const;

    QString m_mimeType;
    QList<TargetSummary> m_rows;
    TargetTrends m_trends;
    CertificateEnds m_certificateEnds;
    Timestamp m_now{};
};

} // namespace callboard
