// A short table of what stands out: failing targets, causes. One click, or Return, on a row opens what it counts. Rows
// keep their selection while the figures change.
#pragma once

#include "core/store/deliveryquery.h"
#include "ui/look/look.h"
#include "ui/targets/plaintable.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <optional>

namespace callboard {

struct RankingRow {
    QString key;       // what stays the same of a row
    QStringList cells; // one a column
    QString hint;
    DeliveryFilter filter; // what it counts

    bool operator==(const RankingRow &) const = default;
};

class RankingModel : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit RankingModel(const QStringList &headers, QObject *parent = nullptr);

    void setRows(const QList<RankingRow> &rows);
    [[nodiscard]] const RankingRow &row(int row) const { return m_rows[row]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_headers;
    QList<RankingRow> m_rows;
};

class RankingTable : public PlainTable {
    Q_OBJECT

public:
    // The first column takes what room there is, the others as much as their headers need.
    RankingTable(const char *objectName, const QString &accessibleName, const QStringList &headers,
                 QWidget *parent = nullptr);

    void setRows(const QList<RankingRow> &rows);

signals:
    void opened(const callboard::DeliveryFilter &filter);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitColumns();
    void open(const QModelIndex &index);

    RankingModel *m_model = nullptr;
};

} // namespace callboard
