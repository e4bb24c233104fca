// Which columns the log shows, in which order and how wide. Dragged by the mouse or told by the header's menu, which
// does everything by keyboard too; kept as text, so that a later version with other columns still understands it.
// There is never a ragged last column nor a sideways scroll: one column takes what the others leave.
#pragma once

#include <QHash>
#include <QObject>
#include <QStringList>

class QHeaderView;
class QMenu;
class QTableView;

namespace callboard {

class DeliveryColumns : public QObject {
    Q_OBJECT

public:
    explicit DeliveryColumns(QTableView *table);

    void attach(); // once the table has its model
    void fit();    // to the table's width
    // `column`: the one that the menu moves and resizes.
    void showMenu(const QPoint &globalPosition, int column);

    [[nodiscard]] QStringList save() const; // in the order shown: "state", "target:220", "-note"
    void restore(const QStringList &columns);
    void reset();

signals:
    void menuMade(QMenu *menu); // the columns' menu; others may add to it

private:
    [[nodiscard]] QHeaderView *header() const;
    [[nodiscard]] int stretched() const;
    [[nodiscard]] int widthOf(int column, bool own) const;
    [[nodiscard]] int widthOfOthers(bool own) const;
    void takeResize(int column, int width);
    void addChoices(QMenu &menu);
    void addChanges(QMenu &menu, int column);
    void move(int column, int by);
    void resize(int column, int by);

    QTableView *m_table;
    QHash<int, int> m_own; // widths that the operator gave
    bool m_fitting = false;
};

} // namespace callboard
