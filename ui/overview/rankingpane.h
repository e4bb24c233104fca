// A titled ranking, or, where there is nothing to rank, one quiet line that says so.
#pragma once

#include "ui/overview/rankingtable.h"

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace callboard {

class RankingPane : public QWidget {
    Q_OBJECT

public:
    RankingPane(const char *tableName, const QString &title, const QStringList &headers, const QString &none,
                QWidget *parent = nullptr);

    // Absent: not known.
    void present(const std::optional<QList<RankingRow>> &rows);

signals:
    void opened(const callboard::DeliveryFilter &filter);

private:
    QStackedWidget *m_stack = nullptr;
    RankingTable *m_table = nullptr;
    QLabel *m_line = nullptr;
    QString m_none;
};

} // namespace callboard
