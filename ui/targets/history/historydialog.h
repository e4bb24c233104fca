// Every definition that one target had: when, by whom, what was changed; two of them compared, and one to be taken up
// again. Reads through the ReadThread, which must outlive it. Open it with open() and WA_DeleteOnClose.
#pragma once

#include "core/store/readthread.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QStandardItemModel;

namespace callboard {

class DifferenceTable;
class EmptyState;
class PlainTable;

class HistoryDialog : public QDialog {
    Q_OBJECT

public:
    // `revision`: the one that is shown first; 0: the newest.
    HistoryDialog(ReadThread &reader, TargetId target, int revision, QWidget *parent = nullptr);

signals:
    // To be looked at and saved. `present` is invalid where the target was removed.
    void restoreRequested(const callboard::TargetRevision &revision, const callboard::CallbackTarget &present);

private:
    struct Answer {
        Result<QList<TargetRevision>> revisions;
        std::optional<CallbackTarget> present;
    };

    [[nodiscard]] QWidget *makeLists();
    [[nodiscard]] QWidget *makeFoot();
    void ask();
    void take(const Answer &answer);
    void fill();
    void select(int revision);
    void compare();
    [[nodiscard]] int current() const; // the row; -1: none
    [[nodiscard]] int other() const;   // the row that it is held against; -1: there is none
    void restore();

    ReadThread &m_reader;
    TargetId m_target;
    int m_wanted = 0;
    QList<TargetRevision> m_revisions; // newest first
    std::optional<CallbackTarget> m_present;
    QStandardItemModel *m_model = nullptr;
    PlainTable *m_table = nullptr;
    QComboBox *m_against = nullptr;
    DifferenceTable *m_differences = nullptr;
    QLabel *m_head = nullptr;
    QLabel *m_same = nullptr;
    QStackedWidget *m_lower = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QPushButton *m_restore = nullptr;
};

} // namespace callboard
