// Who changed what in the workspace: the trail as a table, narrowed by words, with the fields that a change was about
// below. Stays open beside the window. Reads through the ReadThread, which must outlive it.
#pragma once

#include "core/store/readthread.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace callboard {

class DifferenceTable;
class EmptyState;
class PlainTable;
class TrailListModel;

class ChangesDialog : public QDialog {
    Q_OBJECT

public:
    explicit ChangesDialog(ReadThread &reader, QWidget *parent = nullptr);

    // Something was changed: read again, where the newest are in sight.
    void refresh();

signals:
    // Of a target, removed ones too. `revision` 0: the newest.
    void historyRequested(callboard::TargetId target, int revision);

private:
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeLists();
    [[nodiscard]] QWidget *makeFoot();
    void narrow();
    void present(const QString &problem);
    void showDetail();
    void showHistory();
    void copy();
    [[nodiscard]] int current() const;

    TrailListModel *m_model = nullptr;
    PlainTable *m_table = nullptr;
    QLineEdit *m_search = nullptr;
    DifferenceTable *m_differences = nullptr;
    QLabel *m_sentence = nullptr;
    QStackedWidget *m_lower = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QLabel *m_figures = nullptr;
    QPushButton *m_history = nullptr;
    QPushButton *m_copy = nullptr;
    QTimer m_typing;
    QString m_problem;
};

} // namespace callboard
