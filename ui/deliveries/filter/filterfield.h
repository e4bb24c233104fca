// The line in which a filter is typed: proposes keys and values, goes back through what was used before (Up, Down),
// shows what it does not understand. Every change can be undone, those that come from elsewhere as well.
#pragma once

#include "ui/deliveries/filter/filtercompletion.h"

#include <QLineEdit>
#include <QTimer>

class QCompleter;
class QStringListModel;

namespace callboard {

class FilterField : public QLineEdit {
    Q_OBJECT

public:
    explicit FilterField(QWidget *parent = nullptr);

    void setTargets(const FilterTargets &targets) { m_targets = targets; }
    void setCauses(const QStringList &causes) { m_causes = causes; }
    void setRecent(const QStringList &texts); // the last one first
    // As if it were typed: undo brings back what stood there.
    void replaceText(const QString &text);
    // Nothing: all is understood.
    void setProblems(const QList<FilterProblem> &problems);

signals:
    void left(); // back to the list: Enter, Esc, or Down from what is newest

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void propose();
    void take(const QString &word);
    bool browse(int step); // false: there is nothing there
    [[nodiscard]] QRect underlineOf(const FilterProblem &problem) const;

    FilterTargets m_targets;
    QStringList m_causes;
    QStringList m_recent;
    QString m_typed;  // while one goes through what was used before
    int m_place = -1; // in m_recent; -1: what was typed
    QList<FilterProblem> m_problems;
    QCompleter *m_completer = nullptr;
    QStringListModel *m_proposals = nullptr;
    qsizetype m_from = 0; // of what a proposal replaces
    QTimer m_pause;       // in typing, before anything is proposed
    bool m_replacing = false;
};

} // namespace callboard
