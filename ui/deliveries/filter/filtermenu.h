// The drop-down beside the filter: what was used before, filters with names, and what can be done with those. Owns the
// shelf; what changes on it is to be kept at once.
#pragma once

#include "ui/deliveries/filter/filtershelf.h"

#include <QToolButton>

class QMenu;

namespace callboard {

class FilterMenu : public QToolButton {
    Q_OBJECT

public:
    explicit FilterMenu(QWidget *parent = nullptr);

    [[nodiscard]] const FilterShelf &shelf() const { return m_shelf; }
    void setShelf(const FilterShelf &shelf) { m_shelf = shelf; } // as it was kept
    void setPresent(const QString &text);                        // the filter that stands in the line
    void use(const QString &text);

signals:
    void chosen(const QString &text);
    void shelfChanged();
    void removed(const callboard::NamedFilter &filter); // it may be asked for back: restore()

public slots:
    void restore(const callboard::NamedFilter &filter);

private:
    void fill();
    void addNamed(QMenu &menu);
    void addRecent(QMenu &menu);
    void ask(const NamedFilter &before); // for its name, new or another
    void take(const NamedFilter &filter, const QString &formerName);
    void remove(const NamedFilter &filter);

    FilterShelf m_shelf;
    QString m_present;
    QMenu *m_menu = nullptr;
};

} // namespace callboard
