// The callbacks that belong to one asset alone, as its publish request defined them. A double click or Enter asks for
// the target to be edited.
#pragma once

#include "core/domain/target.h"

#include <QStackedWidget>

class QStandardItemModel;

namespace callboard {

class EmptyState;
class PlainTable;

class CallbacksPane : public QStackedWidget {
    Q_OBJECT

public:
    explicit CallbacksPane(QWidget *parent = nullptr);

    void setCallbacks(const QList<CallbackTarget> &callbacks);

signals:
    void editRequested(callboard::TargetId id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void editRow(int row);

    QList<CallbackTarget> m_callbacks;
    QStandardItemModel *m_model = nullptr;
    PlainTable *m_table = nullptr;
    EmptyState *m_empty = nullptr;
};

} // namespace callboard
