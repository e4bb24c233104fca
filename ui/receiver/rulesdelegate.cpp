#include "ui/receiver/rulesdelegate.h"

#include "ui/look/look.h"
#include "ui/receiver/rulestablemodel.h"

#include <QComboBox>
#include <QLineEdit>

namespace callboard {

namespace {

constexpr int kEditorMargin = 4;

} // namespace

void RulesDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    // Not the base's: here the cell is what one moves through, and its focus stays visible.
    QStyledItemDelegate::initStyleOption(option, index);
    const auto ink = [option](look::Tone tone) {
        for (const QPalette::ColorRole role : {QPalette::Text, QPalette::HighlightedText})
            option->palette.setColor(role, look::color(tone, option->palette));
    };
    if (!index.data(RulesTableModel::ProblemRole).toString().isEmpty())
        ink(look::Tone::Failed);
    else if (index.data(RulesTableModel::QuietRole).toBool())
        ink(look::Tone::Cancelled);
}

QWidget *RulesDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QString name = index.model()->headerData(index.column(), Qt::Horizontal).toString();
    if (RuleField(index.column()) == RuleField::Action) {
        auto *combo = new QComboBox(parent);
        combo->setObjectName(QStringLiteral("ruleActionCombo"));
        combo->setAccessibleName(name);
        for (const ReceiverRule::Action action : allActions())
            combo->addItem(actionWord(action), int(action));
        connect(combo, &QComboBox::activated, this, &RulesDelegate::takeChosen);
        return combo;
    }
    auto *edit = new QLineEdit(parent);
    edit->setFrame(false);
    edit->setObjectName(QStringLiteral("ruleCellEdit"));
    edit->setAccessibleName(name);
    edit->setTextMargins(kEditorMargin, 0, kEditorMargin, 0); // the text stands where it is drawn
    edit->setAlignment(Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()));
    connect(edit, &QLineEdit::textEdited, this, &RulesDelegate::takeTyped);
    return edit;
}

// What the model says back while one types leaves the editor's cursor where it is.
void RulesDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (auto *combo = qobject_cast<QComboBox *>(editor)) {
        combo->setCurrentIndex(combo->findData(index.data(Qt::EditRole)));
        return;
    }
    auto *edit = qobject_cast<QLineEdit *>(editor);
    const QString text = index.data(Qt::EditRole).toString();
    if (edit && edit->text().trimmed() != text)
        edit->setText(text);
    if (edit) {
        QPalette palette;
        if (!index.data(RulesTableModel::ProblemRole).toString().isEmpty())
            palette.setColor(QPalette::Text, look::color(look::Tone::Failed, palette));
        edit->setPalette(palette);
    }
}

void RulesDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *combo = qobject_cast<QComboBox *>(editor))
        model->setData(index, combo->currentData(), Qt::EditRole);
    else if (const auto *edit = qobject_cast<QLineEdit *>(editor))
        model->setData(index, edit->text(), Qt::EditRole);
}

void RulesDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    editor->setGeometry(option.rect);
}

void RulesDelegate::takeTyped()
{
    if (auto *editor = qobject_cast<QWidget *>(sender()))
        emit commitData(editor);
}

void RulesDelegate::takeChosen()
{
    if (auto *editor = qobject_cast<QWidget *>(sender())) {
        emit commitData(editor);
        emit closeEditor(editor);
    }
}

} // namespace callboard
