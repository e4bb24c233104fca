#include "ui/deliveries/list/deliverycolumns.h"

#include "ui/deliveries/deliverylistmodel.h"
#include "ui/look/columnwidth.h"
#include "ui/look/look.h"

#include <QHeaderView>
#include <QMenu>
#include <QTableView>

#include <utility>

namespace callboard {

namespace {

using Model = DeliveryListModel;

constexpr int kNarrowTable = 760;
constexpr int kLeastStretched = 80;
constexpr int kStep = 24; // of the menu's Wider and Narrower

struct ColumnKind {
    int column;
    const char *name; // in the settings
    int characters;   // of the widest usual text; 0: shares what is left
    int narrow;       // the same where there is little room
    bool shown;       // at first
};

constexpr ColumnKind kColumns[] = {{Model::State, "state", 20, 14, true},      {Model::Target, "target", 0, 0, true},
                                   {Model::Event, "event", 17, 13, true},      {Model::Asset, "asset", 0, 0, true},
                                   {Model::Attempts, "attempts", 10, 8, true}, {Model::Status, "status", 8, 6, true},
                                   {Model::Duration, "duration", 11, 9, true}, {Model::When, "when", 12, 10, true},
                                   {Model::Mark, "mark", 0, 0, true},          {Model::Note, "note", 24, 22, false}};

const ColumnKind &kindOf(int column)
{
    for (const ColumnKind &kind : kColumns) {
        if (kind.column == column)
            return kind;
    }
    return kColumns[0];
}

} // namespace

DeliveryColumns::DeliveryColumns(QTableView *table)
    : QObject(table)
    , m_table(table)
{
}

QHeaderView *DeliveryColumns::header() const
{
    return m_table->horizontalHeader();
}

void DeliveryColumns::attach()
{
    header()->setMinimumSectionSize(look::kRowHeight);
    header()->setFirstSectionMovable(true);
    reset();
    connect(header(), &QHeaderView::sectionResized, this,
            [this](int column, int, int width) { takeResize(column, width); });
}

void DeliveryColumns::reset()
{
    m_own.clear();
    int place = 0;
    for (const ColumnKind &kind : kColumns) {
        header()->moveSection(header()->visualIndex(kind.column), place++);
        m_table->setColumnHidden(kind.column, !kind.shown);
    }
    fit();
}

// The column that takes what is left.
int DeliveryColumns::stretched() const
{
    for (const int column : {int(Model::Asset), int(Model::Target), int(Model::Note), int(Model::Event)}) {
        if (!m_table->isColumnHidden(column))
            return column;
    }
    return Model::State;
}

int DeliveryColumns::widthOf(int column, bool own) const
{
    if (column == Model::Mark)
        return look::kRowHeight;
    if (own && m_own.contains(column))
        return m_own.value(column);
    const bool narrow = m_table->viewport()->width() < kNarrowTable;
    const ColumnKind &kind = kindOf(column);
    return look::columnWidth(*m_table, column, narrow ? kind.narrow : kind.characters);
}

// Of all columns that are shown with a width of their own.
int DeliveryColumns::widthOfOthers(bool own) const
{
    int sum = 0;
    for (const ColumnKind &kind : kColumns) {
        const bool shares = kind.column == Model::Target && !(own && m_own.contains(Model::Target));
        if (!m_table->isColumnHidden(kind.column) && kind.column != stretched() && !shares)
            sum += widthOf(kind.column, own);
    }
    return sum;
}

void DeliveryColumns::fit()
{
    if (!m_table->model() || m_fitting)
        return;
    m_fitting = true;
    const int room = m_table->viewport()->width();
    const bool own = widthOfOthers(true) + kLeastStretched <= room; // else they come back in a wider window
    const int shared = (room - widthOfOthers(own)) / 2;             // target and asset take half of it each
    const int rest = stretched();
    for (const ColumnKind &kind : kColumns) {
        const bool fixed = kind.column == Model::Mark;
        header()->setSectionResizeMode(kind.column,
                                       kind.column == rest ? QHeaderView::Stretch
                                           : fixed         ? QHeaderView::Fixed
                                                           : QHeaderView::Interactive);
        if (kind.column == rest || m_table->isColumnHidden(kind.column))
            continue;
        const bool shares = kind.column == Model::Target && !(own && m_own.contains(Model::Target));
        header()->resizeSection(kind.column, shares ? qMax(kLeastStretched, shared) : widthOf(kind.column, own));
    }
    m_fitting = false;
}

// Dragged by the mouse; what does not fit any more is taken back.
void DeliveryColumns::takeResize(int column, int width)
{
    if (m_fitting || width == 0 || header()->sectionResizeMode(column) != QHeaderView::Interactive)
        return;
    const int before = std::exchange(m_own[column], width);
    if (widthOfOthers(true) + kLeastStretched > m_table->viewport()->width())
        m_own[column] = before > 0 ? before : widthOf(column, false);
    if (m_own.value(column) != width)
        fit();
}

void DeliveryColumns::showMenu(const QPoint &globalPosition, int column)
{
    auto *menu = new QMenu(m_table);
    menu->setObjectName(QStringLiteral("columnMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addChoices(*menu);
    if (column >= 0 && !m_table->isColumnHidden(column))
        addChanges(*menu, column);
    menu->addSeparator();
    menu->addAction(tr("Reset columns"), this, &DeliveryColumns::reset);
    emit menuMade(menu);
    menu->popup(globalPosition);
}

void DeliveryColumns::addChoices(QMenu &menu)
{
    for (int place = 0; place < header()->count(); ++place) {
        const int column = header()->logicalIndex(place);
        QAction *action = menu.addAction(
            m_table->model()->headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString());
        action->setCheckable(true);
        action->setChecked(!m_table->isColumnHidden(column));
        action->setEnabled(column != Model::State); // a log without its state says nothing
        connect(action, &QAction::toggled, this, [this, column](bool on) {
            m_table->setColumnHidden(column, !on);
            fit();
        });
    }
}

void DeliveryColumns::addChanges(QMenu &menu, int column)
{
    const QString name = m_table->model()->headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString();
    const int place = header()->visualIndex(column);
    menu.addSeparator();
    menu.addAction(tr("Move “%1” left").arg(name), this, [this, column] { move(column, -1); })->setEnabled(place > 0);
    menu.addAction(tr("Move “%1” right").arg(name), this, [this, column] { move(column, 1); })
        ->setEnabled(place < header()->count() - 1);
    const bool sized = header()->sectionResizeMode(column) == QHeaderView::Interactive;
    menu.addAction(tr("Make “%1” wider").arg(name), this, [this, column] { resize(column, kStep); })->setEnabled(sized);
    menu.addAction(tr("Make “%1” narrower").arg(name), this, [this, column] { resize(column, -kStep); })
        ->setEnabled(sized);
}

// Past columns that are hidden: a move that shows nothing is none.
void DeliveryColumns::move(int column, int by)
{
    int place = header()->visualIndex(column) + by;
    while (place > 0 && place < header()->count() - 1 && m_table->isColumnHidden(header()->logicalIndex(place)))
        place += by;
    if (place >= 0 && place < header()->count())
        header()->moveSection(header()->visualIndex(column), place);
}

void DeliveryColumns::resize(int column, int by)
{
    header()->resizeSection(column, qMax(look::kRowHeight * 2, header()->sectionSize(column) + by));
}

QStringList DeliveryColumns::save() const
{
    QStringList columns;
    for (int place = 0; place < header()->count(); ++place) {
        const int column = header()->logicalIndex(place);
        QString entry = QLatin1String(kindOf(column).name);
        if (m_table->isColumnHidden(column))
            entry.prepend(QLatin1Char('-'));
        if (m_own.contains(column))
            entry += QLatin1Char(':') + QString::number(m_own.value(column));
        columns << entry;
    }
    return columns;
}

void DeliveryColumns::restore(const QStringList &columns)
{
    int place = 0;
    for (const QString &entry : columns) {
        const bool hidden = entry.startsWith(QLatin1Char('-'));
        const QString name = entry.mid(hidden ? 1 : 0).section(QLatin1Char(':'), 0, 0);
        const int width = entry.section(QLatin1Char(':'), 1, 1).toInt();
        for (const ColumnKind &kind : kColumns) {
            if (name != QLatin1String(kind.name))
                continue;
            header()->moveSection(header()->visualIndex(kind.column), place++);
            m_table->setColumnHidden(kind.column, hidden && kind.column != Model::State);
            if (width >= look::kRowHeight && width < 4'000)
                m_own.insert(kind.column, width);
        }
    }
    fit();
}

} // namespace callboard
