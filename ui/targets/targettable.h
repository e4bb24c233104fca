// The table of targets as it is looked at: sorted by any column, narrowed by the search text, selected by row.
#pragma once

#include "core/store/workspacereader.h"

#include <QTableView>

class QSortFilterProxyModel;

namespace callboard {

class TargetListModel;

class TargetTable : public QTableView {
    Q_OBJECT

public:
    explicit TargetTable(TargetListModel *model, QWidget *parent = nullptr);

    void setSearch(const QString &text);
    [[nodiscard]] bool isEmpty() const; // nothing matches, or nothing is there
    [[nodiscard]] QList<TargetSummary> selected() const;
    bool select(TargetId id);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpHeader();
    void fitColumns();

    TargetListModel *m_model = nullptr;
    QSortFilterProxyModel *m_shown = nullptr;
};

} // namespace callboard
