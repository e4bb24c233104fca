#include "ui/targets/form/headerdelegate.h"

#include "ui/look/look.h"
#include "ui/look/secretguard.h"
#include "ui/targets/form/headertablemodel.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>

namespace callboard {

namespace {

bool isBox(const QModelIndex &index)
{
    const bool box = index.column() == HeaderTableModel::SecretColumn || index.column() == HeaderTableModel::SentColumn;
    return box && !index.data(HeaderTableModel::BlankRole).toBool();
}

bool togglesBox(const QEvent &event, const QRect &cell)
{
    if (event.type() == QEvent::MouseButtonRelease) {
        const auto &mouse = static_cast<const QMouseEvent &>(event);
        return mouse.button() == Qt::LeftButton && cell.contains(mouse.position().toPoint());
    }
    return event.type() == QEvent::KeyPress && static_cast<const QKeyEvent &>(event).key() == Qt::Key_Space;
}

} // namespace

void HeaderDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    // Not the base's: here the cell is what one moves through, and its focus stays visible.
    QStyledItemDelegate::initStyleOption(option, index);
    const auto quiet = [option] {
        option->palette.setColor(QPalette::Text, look::color(look::Tone::Cancelled, option->palette));
    };
    if (index.data(HeaderTableModel::BlankRole).toBool())
        return quiet();
    if (!index.data(HeaderTableModel::ProblemRole).toString().isEmpty())
        option->palette.setColor(QPalette::Text, look::color(look::Tone::Failed, option->palette));
    else if (!index.data(HeaderTableModel::AdviceRole).toString().isEmpty())
        option->palette.setColor(QPalette::Text, look::color(look::Tone::Retrying, option->palette));
    if (!index.data(HeaderTableModel::SentRole).toBool()) {
        option->font.setStrikeOut(true);
        quiet();
    }
}

void HeaderDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (!isBox(index))
        return TonedDelegate::paint(painter, option, index);
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    cell.features.setFlag(QStyleOptionViewItem::HasCheckIndicator, false);
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    QStyleOptionViewItem box = cell;
    const QSize size(style->pixelMetric(QStyle::PM_IndicatorWidth), style->pixelMetric(QStyle::PM_IndicatorHeight));
    box.rect = QStyle::alignedRect(cell.direction, Qt::AlignCenter, size, cell.rect);
    box.state.setFlag(QStyle::State_HasFocus, false);
    box.state |= index.data(Qt::CheckStateRole).toInt() == Qt::Checked ? QStyle::State_On : QStyle::State_Off;
    style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter, cell.widget);
}

QWidget *HeaderDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    auto *edit = new QLineEdit(parent);
    edit->setFrame(false);
    edit->setObjectName(QStringLiteral("headerCellEdit"));
    edit->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    if (index.column() == HeaderTableModel::ValueColumn && index.data(HeaderTableModel::SecretRole).toBool()) {
        edit->setEchoMode(QLineEdit::Password);
        SecretGuard::watch(edit);
        if (!index.data(Qt::DisplayRole).toString().isEmpty())
            edit->setPlaceholderText(tr("Kept as it is unless you type a new one"));
    }
    if (index.column() == HeaderTableModel::NameColumn) {
        auto *completer = new QCompleter(m_names, edit);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setFilterMode(Qt::MatchContains);
        completer->popup()->setObjectName(QStringLiteral("headerNamePopup"));
        edit->setCompleter(completer);
    }
    return edit;
}

void HeaderDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                          const QModelIndex &) const
{
    editor->setGeometry(option.rect);
}

bool HeaderDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                 const QModelIndex &index)
{
    if (!isBox(index))
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    if (!togglesBox(*event, option.rect))
        return false;
    const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

} // namespace callboard
